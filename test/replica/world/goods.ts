import { dayNumber } from "./days";
import { whole } from "./random";

export interface Product {
  readonly id: string;
  readonly name: string;
  /** Fen. */
  readonly price: number;
  readonly stock: number;
  readonly sold: number;
  readonly status: "销售中" | "已下架";
}

const FIRST_DAY = dayNumber("2026-01-01");
const TEAS = [
  "云雾绿茶",
  "白毫银针",
  "正山小种红茶",
  "茉莉龙珠",
  "陈皮熟普",
  "凤凰单丛蜜兰香",
  "铁观音清香型",
  "六安瓜片",
];
const PACKS = ["50g 试饮装", "125g 纸罐", "250g 礼盒（送手提袋）"];

/** The shop's goods as the list shows them on `day`. */
export const goodsOn = (seed: string, day: string): readonly Product[] =>
  TEAS.flatMap((tea, row) =>
    PACKS.map((pack, column) => productOn(seed, `${tea} ${pack}`, row * PACKS.length + column, day)),
  );

function productOn(seed: string, name: string, number: number, day: string): Product {
  const key = [seed, "product", number] as const;
  const daily = whole(0, 9, ...key, "daily");
  const today = dayNumber(day);
  let sold = whole(20, 2_600, ...key, "before");
  for (let at = FIRST_DAY; at < today; at++) sold += daily === 0 ? 0 : whole(0, daily * 2, ...key, "sold", at);
  const shelf = whole(300, 900, ...key, "shelf");
  const onSale = whole(0, 9, ...key, "status", Math.floor(today / 7)) > 0;
  return {
    id: `100002048${String(3_100 + number * 17).padStart(5, "0")}`,
    name,
    // A price moves now and then, always to something with .00 or .90.
    price:
      whole(19, 238, ...key, "price") * 100 +
      (whole(0, 1, ...key, "ninety") ? 90 : 0) +
      whole(0, 3, ...key, "sale", Math.floor(today / 5)) * 500,
    stock: shelf - (sold % shelf),
    sold,
    status: onSale ? "销售中" : "已下架",
  };
}
