import type { EntityKey, Snapshot } from "../../ledger/model";
import type { LedgerReader } from "../../ledger/reader";
import type { Assumed } from "../../metrics/assumptions";
import { addDays, shanghaiDay } from "../../metrics/calendar";
import { GOODS_METRICS } from "../../metrics/goods";
import { depthOfHouse, type HouseDepth } from "../../metrics/house-depth";
import type { LedgerView } from "../../metrics/ledger-view";
import { liveDays } from "../../metrics/live-series";
import { ownHouses } from "../../metrics/own";
import { postsOf } from "./posts";

/** Thirty days before each of the 28 days of a line, and three more where nobody looked on the day itself. */
const DAYS = 61;

/** What single goods, lives and posts tell of the own houses. */
export interface Depth {
  readonly houses: ReadonlyMap<EntityKey, HouseDepth>;
  /** Days that had a live. */
  readonly liveDays: ReturnType<typeof liveDays>;
  /** The pages behind it, by id. */
  readonly snapshots: ReadonlyMap<string, Snapshot>;
}

export async function depthOf(
  ledger: LedgerReader,
  view: LedgerView,
  assumed: ReadonlyMap<EntityKey, Assumed>,
  now: number,
): Promise<Depth> {
  const since = addDays(shanghaiDay(now), -DAYS);
  const [[shelves = []], lives, posts] = await Promise.all([
    ledger.shelves([{ seller: null, since, metrics: GOODS_METRICS }]),
    ledger.view({ type: "live", since }),
    postsOf(ledger, null),
  ]);
  const parts = { view, lives, shelves, posts: posts.rows };
  const pages = shelves.flatMap((shelf) => shelf.pages);
  return {
    houses: new Map(
      [...ownHouses(view).values()].map((house) => [
        house.key,
        depthOfHouse(house, parts, assumed.get(house.key) ?? {}, now),
      ]),
    ),
    liveDays: liveDays(lives),
    snapshots: new Map([...lives.snapshots, ...pages.map((page) => [page.id, page] as const)]),
  };
}
