import { daysOf, type Span } from "./days";
import { whole } from "./random";

export const SHOP = { name: "青禾茶事旗舰店" } as const;

/** Money in fen. */
export interface ShopSpan {
  readonly payGmv: number;
  readonly payOrders: number;
  readonly payPeople: number;
  readonly payRefundGmv: number;
  readonly clickPeople: number;
  readonly clicks: number;
  readonly exposurePeople: number;
  readonly activeTalents: number;
}

/** Sums over days, both ends included; people are counted once a day, as the console does. */
export function shopSpan(seed: string, span: Span): ShopSpan {
  const days = daysOf(span).map((day) => shopDay(seed, day));
  const sum = (key: keyof ShopSpan) => days.reduce((total, day) => total + day[key], 0);
  return {
    payGmv: sum("payGmv"),
    payOrders: sum("payOrders"),
    payPeople: sum("payPeople"),
    payRefundGmv: sum("payRefundGmv"),
    clickPeople: sum("clickPeople"),
    clicks: sum("clicks"),
    exposurePeople: sum("exposurePeople"),
    activeTalents: Math.max(...days.map((day) => day.activeTalents)),
  };
}

function shopDay(seed: string, day: string): ShopSpan {
  const key = [seed, "shop", day] as const;
  const payOrders = whole(38, 160, ...key, "orders");
  const clickPeople = whole(1_150, 3_300, ...key, "clicks");
  return {
    payOrders,
    payPeople: payOrders - whole(0, 12, ...key, "again"),
    payGmv: payOrders * whole(5_200, 9_900, ...key, "basket") + whole(0, 99, ...key, "cents"),
    payRefundGmv: whole(0, 60_000, ...key, "refunds"),
    clickPeople,
    clicks: clickPeople + whole(200, 1_600, ...key, "more"),
    exposurePeople: clickPeople * whole(4, 9, ...key, "seen"),
    activeTalents: whole(0, 7, ...key, "talents"),
  };
}
