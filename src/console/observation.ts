/**
 * What one look at a console page says. Plain data: it is built in the page, sent to the worker and validated there.
 * Vocabulary: assets/metrics.json. Money is integer fen, rates are ratios 0-1, times are seconds.
 */

export const PAGE_KINDS = [
  "home",
  "post_list",
  "post_data",
  "post_detail",
  "post_editor",
  "live_history",
  "live_detail",
  "live_board",
  "shop_data",
  "compass",
  "order_list",
  "goods_list",
  "goods_editor",
  "aftersale_list",
  "talent_square",
  "talent_detail",
  "notices",
  "unknown",
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/**
 * ok: read and consistent. loading: shell or spinner, nothing read. needs_login, risk_control: a screen in the way,
 * nothing read. schema_changed: the page did not pass its checks, nothing kept. partial_page: right, but not the whole
 * list. off: not a page we read, or reading is switched off.
 */
export const PAGE_STATES = [
  "ok",
  "loading",
  "needs_login",
  "risk_control",
  "schema_changed",
  "partial_page",
  "off",
] as const;
export type PageState = (typeof PAGE_STATES)[number];

export const UNITS = ["count", "fen", "ratio", "second", "score", "text"] as const;
export type Unit = (typeof UNITS)[number];

export const ENTITY_TYPES = [
  "account",
  "video",
  "live",
  "shop",
  "product",
  "talent",
  "order_group",
  "aftersale_group",
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** Whom a number speaks of. `id` as shown on the page or in a link of it, always a string; `name` the text shown, white space collapsed. */
export interface Entity {
  readonly type: EntityType;
  readonly id: string | null;
  readonly name: string | null;
  /** Goods on another account's page belong to that account. */
  readonly owner?: { readonly type: EntityType; readonly id: string | null; readonly name: string | null };
}

/** An entity with what else the page says of it. */
export interface ObservedEntity extends Entity {
  /** Address of its own page, as linked. */
  readonly link?: string;
  /** Shanghai wall time `YYYY-MM-DDTHH:mm`, or the day alone, when a row shows one. */
  readonly publishedAt?: string;
}

/**
 * exact: the number as shown is the number. rounded: shown as 1.2万, so it may be off by up to one `step` (1000).
 * range: a tier such as ￥50万-100万; null is an open end.
 */
export type Value =
  | { readonly precision: "exact"; readonly value: number | string }
  | { readonly precision: "rounded"; readonly value: number; readonly step: number }
  | { readonly precision: "range"; readonly min: number | null; readonly max: number | null };

/** Shanghai calendar days `YYYY-MM-DD`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/**
 * A period as the page states it. A relative one (昨日 = endsDaysAgo 1, days 1; 近7天 = endsDaysAgo 1, days 7), one
 * without a year (11/12-11/18: `MM-DD`, 9月: the last of that name that are not to come, the month as a whole) and the
 * last whole week, from Monday on, or month are turned into days by the worker, whose clock stamps the capture.
 */
export type StatedPeriod =
  | { readonly kind: "days"; readonly from: string; readonly to: string }
  | { readonly kind: "dates"; readonly from: string; readonly to: string }
  | { readonly kind: "relative"; readonly endsDaysAgo: number; readonly days: number }
  | { readonly kind: "last"; readonly unit: "week" | "month" }
  | { readonly kind: "month"; readonly month: number };

export interface ObservedReading {
  /** Index into {@link Observation.entities}. */
  readonly entity: number;
  /** Metric id of assets/metrics.json. */
  readonly metric: string;
  readonly unit: Unit;
  readonly value: Value;
  readonly period: StatedPeriod | null;
}

/** A consistency check that the page failed; `detail` is for the user and holds no value of the page beyond counts. */
export interface FailedCheck {
  readonly check:
    | "row_count"
    | "five_numbers"
    | "totals"
    | "duplicate_rows"
    | "no_known_label"
    | "conflict"
    | "canvas_only"
    | "out_of_reach";
  readonly expected: number | null;
  readonly seen: number | null;
}

export interface Observation {
  readonly page: PageKind;
  readonly state: PageState;
  /** Origin, path and the few query keys that name the page's subject; never a token. */
  readonly url: string;
  /** The account or shop whose console this is, as the page names it. */
  readonly account: { readonly id: string | null; readonly name: string | null } | null;
  /** The page is about another shop than the one whose console it is. */
  readonly ofRival?: true;
  /** The period the page as a whole speaks of. */
  readonly period: StatedPeriod | null;
  readonly entities: readonly ObservedEntity[];
  readonly readings: readonly ObservedReading[];
  /** Labels that stand over or beside a value and are not in the dictionary. Labels only, never their values. */
  readonly unknownLabels: readonly string[];
  readonly failed: readonly FailedCheck[];
  /** True when the list on the page was seen to its end. */
  readonly complete: boolean;
}
