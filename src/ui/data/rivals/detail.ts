import { hasGoods } from "../../../competitors/seller-file";
import type { Source } from "../../../ledger/model";
import type { DayReading, LedgerReader } from "../../../ledger/reader";
import { type Named, readingOf, type Shelf, type ShelfReading } from "../../../ledger/shelves";
import { type KnownRival, ownReadings } from "./files";

/** A row of a rival's goods, videos or lives with its numbers as last seen. */
export interface Thing {
  readonly thing: Named;
  readonly readings: readonly ShelfReading[];
  readonly at: number;
  readonly snapshot: string;
  readonly page: Shelf["pages"][number]["page"];
  readonly source: Source | null;
}

export interface Detail {
  readonly rival: KnownRival;
  /** The newest reading of each metric, with the one before it where it said something else. */
  readonly latest: readonly {
    readonly reading: DayReading;
    readonly before: DayReading | null;
    readonly source: Source | null;
  }[];
  readonly goods: readonly Thing[];
  /** Whether the list of goods was seen to its end on its newest day. */
  readonly complete: boolean;
  readonly videos: readonly Thing[];
  readonly lives: readonly Thing[];
  readonly days: readonly string[];
}

/** Days of goods, videos and lives that a detail looks at. */
const DAYS = 6;

export async function detailOf(ledger: LedgerReader, rival: KnownRival): Promise<Detail> {
  const [own, [shelves = []], [days = []]] = await Promise.all([
    ownReadings(ledger, rival),
    ledger.shelves([{ seller: rival.keys, last: DAYS }]),
    ledger.sellerDays([rival.keys]),
  ]);
  const newest = shelves.findLast(hasGoods);
  const seen = new Map<number, readonly [Shelf, readonly ShelfReading[]]>();
  for (const shelf of shelves) for (const [n, readings] of shelf.items) seen.set(n, [shelf, readings]);
  const names = await ledger.names(seen.keys());
  const things = [...seen].flatMap(([n, [shelf, readings]]): Thing[] => {
    const thing = names.get(n);
    const page = shelf.pages[readings.at(-1)?.page ?? 0];
    if (!thing || !page) return [];
    return [{ thing, readings, at: page.lastSeen, snapshot: page.id, page: page.page, source: page.source ?? null }];
  });
  const of = (type: string): Thing[] => things.filter(({ thing }) => thing.type === type);
  const onShelf = newest ? of("product").filter(({ thing }) => newest.items.has(thing.n)) : [];
  const byTime = (list: Thing[]): Thing[] =>
    list.sort((a, b) => ((b.thing.publishedAt ?? "") < (a.thing.publishedAt ?? "") ? -1 : 1));
  return {
    rival,
    latest: await latestOf(ledger, own),
    goods: onShelf.sort((a, b) => sold(b) - sold(a)),
    complete: newest?.pages.some(({ complete, state }) => complete && state === "ok") ?? false,
    videos: byTime(of("video")),
    lives: byTime(of("live")),
    days,
  };
}

function sold({ readings }: Thing): number {
  const value = readingOf(readings, "sold_count")?.value;
  if (!value) return -1;
  return value.precision === "range" ? (value.min ?? 0) : Number(value.value);
}

async function latestOf(ledger: LedgerReader, own: readonly DayReading[]): Promise<Detail["latest"]> {
  const byMetric = new Map<string, DayReading[]>();
  for (const reading of own) {
    const key = `${reading.metric} ${reading.period === null ? "" : "period"}`;
    byMetric.set(key, [...(byMetric.get(key) ?? []), reading]);
  }
  return Promise.all(
    [...byMetric.values()].flatMap(async (readings) => {
      const reading = readings.at(-1) as DayReading;
      const same = JSON.stringify(reading.value);
      const before = readings.findLast((each) => JSON.stringify(each.value) !== same) ?? null;
      const source = (await ledger.snapshot(reading.snapshot))?.source ?? null;
      return { reading, before, source };
    }),
  );
}
