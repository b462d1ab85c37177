import type { Observation, ObservedEntity, ObservedReading, Value } from "../../src/console/observation";

/** A made-up year of a seller: two channel accounts with 200 videos each, a shop with 300 goods, every page once a day. */
const VIDEOS = 200;
const GOODS = 300;
export const DAYS = 365;
export const YEAR_END = Date.parse("2026-11-20T09:00:00+08:00");
const DAY = 86_400_000;

export interface Look {
  readonly at: number;
  readonly observation: Observation;
}

const exact = (value: number): Value => ({ precision: "exact", value: Math.round(value) });
const rounded = (value: number): Value => ({
  precision: "rounded",
  value: Math.round(value / 1000) * 1000,
  step: 1000,
});
/** The same every run, different for every pair. */
const noise = (a: number, b: number): number => (((a * 73_856_093) ^ (b * 19_349_663)) >>> 0) / 4_294_967_296;
const YESTERDAY = { kind: "relative", endsDaysAgo: 1, days: 1 } as const;

/** What is looked at on a day, `back` days before the end; a negative one is after it. */
export function looksOf(back: number): Look[] {
  const at = YEAR_END - back * DAY;
  const age = DAYS - back;
  const observations = [
    ...[1, 2].flatMap((account) => [home(account, age), posts(account, age)]),
    shop(age),
    goods(age),
  ];
  return observations.map((observation, index) => ({ at: at + index * 60_000, observation }));
}

function page(part: Pick<Observation, "page" | "url" | "account" | "entities" | "readings">): Observation {
  return { state: "ok", period: null, unknownLabels: [], failed: [], complete: true, ...part };
}

const channel = (account: number) => ({ id: `sph${account}`, name: `茶事${account}号` });

const home = (account: number, age: number): Observation =>
  page({
    page: "home",
    url: "https://channels.weixin.qq.com/platform",
    account: channel(account),
    entities: [{ type: "account", ...channel(account) }],
    readings: [
      { entity: 0, metric: "follower_count", unit: "count", value: rounded(10_000 + age * 40), period: null },
      {
        entity: 0,
        metric: "net_follower_count",
        unit: "count",
        value: exact(40 * noise(age, account)),
        period: YESTERDAY,
      },
      {
        entity: 0,
        metric: "new_play_count",
        unit: "count",
        value: exact(9000 * noise(age, account + 9)),
        period: YESTERDAY,
      },
    ],
  });

function posts(account: number, age: number): Observation {
  const entities: ObservedEntity[] = [];
  const readings: ObservedReading[] = [];
  for (let index = 0; index < VIDEOS; index++) {
    entities.push({
      type: "video",
      id: `export/${account}-${index}`,
      name: `第${index}条 春茶怎么泡 账号${account}`,
      publishedAt: `2025-${String(1 + (index % 11)).padStart(2, "0")}-${String(1 + (index % 27)).padStart(2, "0")}T09:30`,
    });
    const plays = 1000 + age * 20 + index * 7 + Math.round(50 * noise(age, index));
    const numbers = {
      play_count: plays,
      like_count: plays * 0.03,
      fav_count: plays * 0.05,
      comment_count: plays * 0.01,
      forward_count: plays * 0.04,
    };
    for (const [metric, value] of Object.entries(numbers)) {
      readings.push({ entity: index, metric, unit: "count", value: exact(value), period: null });
    }
  }
  return page({
    page: "post_list",
    url: "https://channels.weixin.qq.com/platform/post/list",
    account: channel(account),
    entities,
    readings,
  });
}

const SHOP = { id: "shop1", name: "山野茶事旗舰店" };

const shop = (age: number): Observation => {
  const clicks = 2000 + 800 * noise(age, 3);
  const numbers = {
    product_exposure_uv: clicks * 5,
    product_click_uv: clicks,
    pay_uv: clicks * 0.08,
    pay_order_cnt: clicks * 0.09,
    pay_product_cnt: clicks * 0.14,
  };
  return page({
    page: "shop_data",
    url: "https://store.weixin.qq.com/shop/statistics/transaction",
    account: SHOP,
    entities: [{ type: "shop", ...SHOP }],
    readings: [
      ...Object.entries(numbers).map(
        ([metric, value]): ObservedReading => ({
          entity: 0,
          metric,
          unit: "count",
          value: exact(value),
          period: YESTERDAY,
        }),
      ),
      { entity: 0, metric: "pay_gmv", unit: "fen", value: exact(clicks * 720), period: YESTERDAY },
      {
        entity: 0,
        metric: "refund_rate",
        unit: "ratio",
        value: { precision: "exact", value: 0.0212 },
        period: YESTERDAY,
      },
    ],
  });
};

function goods(age: number): Observation {
  const entities = Array.from(
    { length: GOODS },
    (_, index): ObservedEntity => ({ type: "product", id: `p${index}`, name: `高山乌龙 ${index} 号 250g` }),
  );
  const readings = entities.flatMap((_, index): ObservedReading[] => [
    { entity: index, metric: "price", unit: "fen", value: exact(1990 + index * 100), period: null },
    { entity: index, metric: "stock", unit: "count", value: exact(500 - ((age * 3 + index) % 400)), period: null },
    { entity: index, metric: "sold_count", unit: "count", value: exact(age * (1 + (index % 5)) + index), period: null },
  ]);
  return page({
    page: "goods_list",
    url: "https://store.weixin.qq.com/shop/goods/list",
    account: SHOP,
    entities,
    readings,
  });
}
