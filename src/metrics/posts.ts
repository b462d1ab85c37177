import type { Unit, Value } from "../console/observation";
import type { EntityKey, EntityRecord } from "../ledger/model";
import type { DayReading } from "../ledger/reader";
import { addDays, shanghaiDay } from "./calendar";
import { contentTypeOf } from "./content";
import { evaluate, FORMULAS } from "./formulas";
import { middleOf } from "./middle";
import { isMet, playbookRows, type Threshold } from "./playbook";
import { findMetric } from "./registry";
import { judge } from "./verdict";

/** Columns of the table of posts, read or derived. */
export const POST_METRICS = [
  "play_count",
  "completion_rate",
  "average_play_seconds",
  "like_conversion_rate",
  "share_rate",
  "fan_interaction_rate",
  "comment_count",
  "forward_count",
  "pay_gmv",
] as const;
export type PostMetric = (typeof POST_METRICS)[number];

/** What the user said of a post; null or absent: nothing. */
export interface PostMark {
  readonly type?: string | null;
  /** Of the account's own field. */
  readonly vertical?: boolean | null;
  readonly original?: boolean | null;
}

export interface PostCell {
  readonly value: Value;
  readonly unit: Unit;
  /** Against the middle of the account's posts; null while there are under seven. */
  readonly against: "up" | "down" | "flat" | "unknown" | null;
  /** Against the playbook's standard for posts of this type; null where there is none or it cannot be told. */
  readonly standard: { readonly threshold: Threshold; readonly met: boolean | null } | null;
  readonly snapshot: string;
  /** When it was last on screen, ms. */
  readonly at: number;
}

export interface PostRow {
  readonly key: EntityKey;
  readonly account: EntityKey | null;
  readonly name: string | null;
  readonly link: string | null;
  readonly publishedAt: string | null;
  readonly lastSeen: number;
  readonly type: string | null;
  /** Who said so. */
  readonly typeBy: "user" | "rule" | null;
  readonly vertical: boolean | null;
  readonly original: boolean | null;
  readonly cells: { readonly [K in PostMetric]?: PostCell };
}

export interface PostTable {
  /** Newest first. */
  readonly rows: readonly PostRow[];
  /** The middle of all posts; none for a metric that under seven show. */
  readonly medians: { readonly [K in PostMetric]?: Value };
}

/** Fewest posts that a median is told from. */
export const POSTS_NEEDED = 7;

/** A post with the newest reading of each metric, as the store keeps them. */
export interface PostProfile {
  readonly entity: EntityRecord;
  readonly latest: readonly DayReading[];
}

export function postTable(posts: readonly PostProfile[], marks: ReadonlyMap<EntityKey, PostMark>): PostTable {
  const read = posts
    .filter(({ entity }) => entity.owner === null && entity.type === "video")
    .map((post) => ({ post, found: numbersOf(post) }));
  const medians: { [K in PostMetric]?: Value } = {};
  for (const metric of POST_METRICS) {
    const values = read.flatMap(({ found }) => found.get(metric)?.value ?? []);
    const middle = values.length < POSTS_NEEDED ? null : middleOf(values);
    if (middle) medians[metric] = middle;
  }
  const rows = read.map(({ post, found }) => rowOf(post.entity, found, medians, marks.get(post.entity.key) ?? {}));
  const published = ({ publishedAt }: PostRow): string => publishedAt ?? "";
  return { medians, rows: rows.sort((a, b) => published(b).localeCompare(published(a)) || b.lastSeen - a.lastSeen) };
}

type Found = ReadonlyMap<PostMetric, Pick<DayReading, "value" | "unit" | "snapshot" | "at">>;

/** Counters as they stand; a rate is computed only from numbers of one look, never from two days. */
function numbersOf({ latest }: PostProfile): Found {
  const counters = latest.filter(({ period }) => period === null);
  const found = new Map<PostMetric, Pick<DayReading, "value" | "unit" | "snapshot" | "at">>();
  for (const metric of POST_METRICS) {
    const shown = counters.find((each) => each.metric === metric);
    if (shown) {
      found.set(metric, shown);
      continue;
    }
    const formula = FORMULAS.find((each) => each.metric === metric && each.entities.includes("video"));
    const base = formula && counters.find((each) => each.metric === formula.bottom);
    if (!formula || !base) continue;
    const together = counters.filter(({ snapshot }) => snapshot === base.snapshot);
    const value = evaluate(formula, new Map(together.map((each) => [each.metric, each.value])));
    if (value) found.set(metric, { value, unit: formula.unit, snapshot: base.snapshot, at: base.at });
  }
  return found;
}

function rowOf(entity: EntityRecord, found: Found, medians: PostTable["medians"], mark: PostMark): PostRow {
  const byRule = contentTypeOf(entity.name);
  const type = mark.type ?? byRule;
  const cells: { [K in PostMetric]?: PostCell } = {};
  for (const [metric, { value, unit, snapshot, at }] of found) {
    const middle = medians[metric];
    const against = middle ? (judge(value, middle, null)?.direction ?? null) : null;
    cells[metric] = { value, unit, snapshot, at, against, standard: standardOf(metric, type, value) };
  }
  const { key, account, name, link, publishedAt, lastSeen } = entity;
  return {
    ...{ key, account, name, link, publishedAt, lastSeen, type, cells },
    typeBy: mark.type ? "user" : byRule ? "rule" : null,
    vertical: mark.vertical ?? null,
    original: mark.original ?? null,
  };
}

function standardOf(metric: PostMetric, type: string | null, value: Value): PostCell["standard"] {
  const row = type === null ? undefined : playbookRows(metric).find(({ content }) => content === type);
  if (!row?.target || !("value" in row.target)) return null;
  return { threshold: row.target, met: isMet(row.target, value) };
}

/** Posts of the 30 days up to and with today. */
export function postsOfMonth(rows: readonly PostRow[], now: number): readonly PostRow[] {
  const since = addDays(shanghaiDay(now), -29);
  return rows.filter(({ publishedAt }) => publishedAt !== null && publishedAt.slice(0, 10) >= since);
}

export const postMetricName = (metric: PostMetric) => findMetric(metric)?.name ?? { zh: metric, en: metric };
