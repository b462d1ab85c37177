import type { AccountKind, Category, Channel, Goods, Severity } from "../compliance/finding";
import type { EntityKey } from "./model";
import type { RivalKinds } from "./rival-kinds";

/**
 * What the user decides or types about things, by kind. A note is a set of named fields; each field is written on its
 * own, so that two machines that change different fields of one note both keep their change. `id` says what the note
 * is about. A kind's schema stands in src/messaging/note-schemas.ts.
 */
export interface NoteKinds extends RivalKinds {
  /** The user's own target of a metric (`id`: metric id), in the metric's unit; null says that there is none. */
  target: { readonly value: number | null };
  /** What the user set for a shop (`id`: entity key), in the units of assets/playbook.json's assumptions; null: nothing. */
  assumption: {
    readonly orders_per_buyer_year: number | null;
    readonly gross_margin: number | null;
    readonly customer_years: number | null;
    readonly promotion_spend: number | null;
    readonly new_buyer_count: number | null;
    readonly lead_days: number | null;
    readonly service_factor: number | null;
  };
  /** What the user said of a post (`id`: entity key): its type, whether it is of the account's own field, whether original. */
  post: { readonly type: string | null; readonly vertical: boolean | null; readonly original: boolean | null };
  /** A campaign (`id`: UUID): first and last Shanghai day; see src/metrics/campaigns.ts for the rest. */
  campaign: {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly kind: "discount" | "points" | "referral" | "combined" | "other";
    /** The shop that it is held in; null: all of them. */
    readonly house: EntityKey | null;
    /** Planned rise of a day's GMV, a ratio; null: none planned. */
    readonly lift: number | null;
  };
  /** Metrics that the popup shows first (`id`: `popup`), in the user's order. */
  pins: { readonly metrics: readonly string[] };
  /** Alerts (`id`: `all`): which are on, and the hours (0-23, Shanghai) in which nothing is shown. */
  alerts: {
    readonly target: boolean;
    readonly anomaly: boolean;
    readonly stale: boolean;
    readonly quietFrom: number;
    readonly quietTo: number;
    /** Hour at which what gathered is told once a day; null: as it comes. */
    readonly digest: number | null;
  };
  /** What was told already (`id`: cause), so that no cause is told twice; the day it was told. */
  alerted: { readonly day: string };
  /** A word (`id`) that the user's own rules look for; `reason` and `instead` may be empty. */
  own_word: {
    readonly category: Category;
    readonly severity: Severity;
    readonly reason: string;
    readonly instead: string;
  };
  /** A phrase (`id`) in which hits are let pass; `reason` may be empty. */
  allow_phrase: { readonly reason: string };
  /** A rule pack that the user brought (`id`: the pack's) as JSON text, and whether it is in use. */
  own_pack: { readonly json: string; readonly on: boolean };
  /** A name (`id`) that has taken part in reviews, and as what last. */
  reviewer: { readonly role: "author" | "human" | "legal" };
  /** What drafts in the console of an account or shop (`id`: entity key) are taken for; null: nothing said. */
  draft_scope: {
    readonly goods: Goods | null;
    readonly channel: Channel | null;
    readonly account: AccountKind | null;
  };
  /**
   * What a label (`id`, as it was seen) that the dictionary does not know stands for. `hint` is the unit of its
   * figures where they do not write it: 元, 万元, %, 秒; empty for none.
   */
  label: { readonly metric: string; readonly hint: string };
  /** A machine (`id`: its UUID) as the user calls it. */
  device: { readonly name: string };
  /** How the tables of a source are read (`id`: source name and headers): as the user last said. */
  column_map: {
    readonly source: string;
    readonly estimate: boolean;
    readonly subject: string;
    readonly columns: readonly { readonly as: string; readonly metric?: string; readonly hint?: string }[];
  };
}

export type NoteKind = keyof NoteKinds;
