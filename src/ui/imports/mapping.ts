import type { EntityType } from "../../console/observation";

/** What a row speaks of. */
export const SUBJECTS = [
  "video",
  "live",
  "product",
  "account",
  "shop",
  "talent",
] as const satisfies readonly EntityType[];
export type Subject = (typeof SUBJECTS)[number];

/** What a column is. `hint` is the unit of a number that its cells do not write themselves: 元, 万元, %, 秒; empty for none. */
export type ColumnUse =
  | { readonly as: "ignore" | "name" | "id" | "link" | "published" | "day" | "from" | "to" | "owner" }
  | { readonly as: "metric"; readonly metric: string; readonly hint: string };

/** How to read the rows of a table; `columns` beside its headers. */
export interface Mapping {
  readonly subject: Subject;
  readonly columns: readonly ColumnUse[];
}

/** What a file does not say itself. */
export interface FileFacts {
  /** Whose table it is: the user's own account or shop, or others' (competitors). */
  readonly account: {
    readonly type: "account" | "shop";
    readonly id: string | null;
    readonly name: string | null;
  } | null;
  /** The competitor whose goods a table without such a column lists. */
  readonly owner: string | null;
  /** Period that all rows speak of, where no column says one; null: how things stood on {@link day}. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Shanghai day that values without a date speak of. */
  readonly day: string;
  /** The latest day that there can be numbers of: today. */
  readonly today: string;
}

/** Same headers, same mapping: what a remembered one is known by. */
export const headerKey = (headers: readonly string[]): string =>
  headers.map((header) => header.normalize("NFKC").replace(/\s+/g, "").toLowerCase()).join("\t");
