import type { EntityRecord } from "../ledger/model";
import type { Shelf } from "../ledger/shelves";
import type { Assumed } from "./assumptions";
import type { DerivedSeries } from "./derived";
import { goodsOf } from "./goods";
import type { LedgerView } from "./ledger-view";
import { LIVE_METRICS, liveSeries } from "./live-series";
import { type MixBoard, mixBoard } from "./mix-board";
import { markShares, postMiddles } from "./post-series";
import { type PostRow, postsOfMonth } from "./posts";
import { stockBoard } from "./stock-board";
import { stockSeries } from "./stock-series";

/** What the single goods, lives and posts of a house tell of it. Read after its own numbers, since there are hundreds. */
export interface HouseDepth {
  readonly series: readonly DerivedSeries[];
  /** Metrics that were seen of its goods, lives and posts. */
  readonly seen: ReadonlySet<string>;
  /** Metrics that are told one by one elsewhere: of each of the goods, of each post. */
  readonly elsewhere: ReadonlySet<string>;
  readonly mix: MixBoard | null;
  readonly stock: StockSummary | null;
}

export interface StockSummary {
  readonly goods: number;
  /** Under their reorder point. */
  readonly short: number;
  /** In stock without a sale in 30 days. */
  readonly slow: number;
}

export interface DepthParts {
  /** With the pages of the last weeks ({@link LedgerView.looks}). */
  readonly view: LedgerView;
  readonly lives: LedgerView;
  readonly shelves: readonly Shelf[];
  /** Posts of all accounts. */
  readonly posts: readonly PostRow[];
}

/** Points of a line. */
const DAYS = 28;
const PER_GOODS = ["days_of_cover", "safety_stock", "reorder_point", "stock"];
const PER_POST = ["share_rate", "content_mix"];

export function depthOfHouse(house: EntityRecord, parts: DepthParts, assumed: Assumed, now: number): HouseDepth {
  return house.type === "shop" ? ofShop(house, parts, assumed) : ofAccount(house, parts, now);
}

function ofShop(shop: EntityRecord, { shelves }: DepthParts, assumed: Assumed): HouseDepth {
  const goods = goodsOf(shelves, shop.key);
  const rows = stockBoard(goods, assumed);
  const seen = new Set([
    ...(goods.some(({ sold }) => sold.length > 0) ? ["sold_count"] : []),
    ...(goods.some(({ stock }) => stock.length > 0) ? ["stock"] : []),
  ]);
  const count = (state: string): number => rows.filter((row) => row.state === state).length;
  return {
    series: stockSeries(shop, goods, DAYS),
    seen,
    elsewhere: new Set(rows.length > 0 ? PER_GOODS : []),
    mix: null,
    stock: rows.length > 0 ? { goods: rows.length, short: count("short"), slow: count("slow") } : null,
  };
}

function ofAccount(account: EntityRecord, { view, lives, posts }: DepthParts, now: number): HouseDepth {
  const own = posts.filter((post) => post.account === null || post.account === account.key);
  const mix = mixBoard(postsOfMonth(own, now));
  const series = [...liveSeries(account, lives), ...postMiddles(account, view), ...markShares(account, view, mix)];
  const shown = new Set(own.flatMap(({ cells }) => Object.keys(cells)));
  return {
    series,
    seen: new Set([...shown, ...LIVE_METRICS.filter((metric) => series.some((each) => each.metric === metric))]),
    elsewhere: new Set(PER_POST.filter((metric) => (metric === "content_mix" ? mix.posts > 0 : shown.has(metric)))),
    mix: mix.posts > 0 ? mix : null,
    stock: null,
  };
}
