import type { Value } from "../console/observation";
import type { EntityKey } from "../ledger/model";
import type { Named } from "../ledger/shelves";
import { dayNumber, shanghaiDay } from "../metrics/calendar";
import { intervalOf, tidy } from "../metrics/interval";
import type { LedgerView } from "../metrics/ledger-view";
import { findMetric } from "../metrics/registry";
import type { RowChange } from "./board";
import { metricMoves } from "./changes";
import { formMoves } from "./forms";
import type { Move } from "./move";
import { goodsShelf, type SellerFile } from "./seller-file";
import { type GoodsMove, shelfChanges } from "./shelf-changes";
import { changeSize } from "./size";

/** What is known at the end of `from` against what is known at the end of `to`, Shanghai days. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** pace: how often it goes live or posts, per week. */
export type SellerChangeKind = RowChange["kind"] | "pace";

/** One change of one seller, with what tells it from others and where its newer side was seen. */
export interface SellerChange extends Omit<RowChange, "kind"> {
  readonly kind: SellerChangeKind;
  /** The same change has the same id whenever and wherever it is worked out, so that it can be set aside. */
  readonly id: string;
  /** What can be muted: a metric, or goods_new, goods_gone, price, form, pace. */
  readonly field: string;
  readonly seller: EntityKey;
  /** Two tiers with other bounds that overlap: the platform may have cut them anew. */
  readonly retiered: boolean;
  /** When and on which snapshot the newer side was seen; null for goods, whose page is that of the day. */
  readonly seen: { readonly at: number; readonly snapshot: string } | null;
  readonly goods: number | null;
}

/** Changes without the names and ids of goods; {@link named} fills them in. Biggest first. */
export function changesBetween(file: SellerFile, span: Span, firstSeen?: ReadonlyMap<number, Named>): SellerChange[] {
  const before = file.own.filter(({ day }) => day <= span.from);
  const after = file.own.filter(({ day }) => day > span.from && day <= span.to);
  const moves: (Move | GoodsMove<number>)[] = [
    ...metricMoves(before, after, NO_VIEW),
    ...formMoves(before, after, NO_VIEW),
    ...goodsMoves(file, span, firstSeen),
  ];
  const changes = moves.map((move) => toChange(move, file));
  return inOrder([...changes, ...paceChanges(file, span)]);
}

/** Certain before possible, biggest first. */
export function inOrder<C extends Pick<SellerChange, "kind" | "from" | "to" | "certainty">>(
  changes: readonly C[],
): C[] {
  const rank = ({ certainty }: C): number => (certainty === "certain" ? 0 : 1);
  const size = ({ kind, from, to }: C): number => changeSize({ kind: kind === "pace" ? "metric" : kind, from, to });
  return [...changes].sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
}

/** With the names of goods, and ids that other stores of the same pages have too; those without a name are left out. */
export function named(changes: readonly SellerChange[], names: ReadonlyMap<number, Named>): SellerChange[] {
  return changes.flatMap((change): SellerChange[] => {
    if (change.goods === null) return [change];
    const thing = names.get(change.goods);
    const item = thing?.name ?? thing?.id ?? null;
    if (!thing || item === null) return [];
    return [{ ...change, item, id: idOf(change.seller, change.kind, thing.key, change) }];
  });
}

/** Readings of aggregates carry the time of their snapshot themselves. */
const NO_VIEW: LedgerView = { readings: [], entities: new Map(), snapshots: new Map() };

const idOf = (seller: EntityKey, kind: string, of: string, { from, to }: Pick<SellerChange, "from" | "to">): string =>
  [seller, kind, of, JSON.stringify([from, to])].join(" ");

function goodsMoves(file: SellerFile, { from, to }: Span, names?: ReadonlyMap<number, Named>): GoodsMove<number>[] {
  const { shelves } = file;
  const [before, after] = [
    shelves.findLast(({ day }) => day <= from),
    shelves.findLast(({ day }) => day > from && day <= to),
  ];
  if (!before || !after) return [];
  const seenBefore = new Set(
    shelves.filter(({ day }) => day < after.day).flatMap(({ goods }) => goods.map(({ n }) => n)),
  );
  const wasSeenBefore = (n: number): boolean => {
    const first = names?.get(n)?.firstSeen;
    return seenBefore.has(n) || (first !== undefined && shanghaiDay(first) < after.day);
  };
  return shelfChanges(goodsShelf(before), goodsShelf(after), wasSeenBefore);
}

function toChange(move: Move | GoodsMove<number>, { key, own }: SellerFile): SellerChange {
  const goods = "goods" in move ? move.goods : null;
  const metric = move.metric;
  const field = move.kind === "metric" ? (metric ?? "metric") : move.kind;
  const newest = metric === undefined ? undefined : own.findLast((reading) => reading.metric === metric);
  const isTier = (value: Value | null): boolean => value?.precision === "range";
  return {
    ...move,
    id: goods === null ? idOf(key, move.kind, metric ?? "", move) : "",
    field,
    seller: key,
    goods,
    name: metric === undefined ? null : (findMetric(metric)?.name ?? null),
    retiered: move.certainty === "possible" && isTier(move.from) && isTier(move.to),
    seen: newest ? { at: newest.at, snapshot: newest.snapshot } : null,
  };
}

/** Counters of what was posted, whose growth a week is a pace. */
const PACES = ["live_count", "video_count"] as const;

/** How often it went live or posted in the span against as many days before it, told only where both are certain. */
function paceChanges({ key, own }: SellerFile, { from, to }: Span): SellerChange[] {
  const days = dayNumber(to) - dayNumber(from);
  return PACES.flatMap((metric): SellerChange[] => {
    const points = own.filter(
      (reading) => reading.metric === metric && reading.period === null && !reading.source?.estimate,
    );
    const at = (day: number) => points.findLast((point) => dayNumber(point.day) <= day);
    const [now, mid, old] = [at(dayNumber(to)), at(dayNumber(from)), at(dayNumber(from) - days)];
    if (!now || !mid || !old || now.day <= mid.day || mid.day <= old.day) return [];
    const [was, is] = [
      perWeek(old.value, mid.value, old.day, mid.day),
      perWeek(mid.value, now.value, mid.day, now.day),
    ];
    if (was === null || is === null || Math.abs(is - was) < 0.5) return [];
    return [
      {
        kind: "pace",
        metric,
        from: { precision: "exact", value: was },
        to: { precision: "exact", value: is },
        certainty: "certain",
        unit: "count",
        direction: is > was ? "up" : "down",
        name: findMetric(metric)?.name ?? null,
        id: [key, "pace", metric, was, is].join(" "),
        field: "pace",
        seller: key,
        retiered: false,
        seen: { at: now.at, snapshot: now.snapshot },
        goods: null,
      },
    ];
  });
}

/** Null where either count is open, or the counter went back. */
function perWeek(from: Value, to: Value, since: string, until: string): number | null {
  const [a, b] = [intervalOf(from), intervalOf(to)];
  if (!a || !b || a.low !== a.high || b.low !== b.high || b.low < a.low) return null;
  return tidy(Math.round(((b.low - a.low) * 70) / (dayNumber(until) - dayNumber(since))) / 10);
}
