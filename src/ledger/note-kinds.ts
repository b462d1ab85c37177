import type { AccountKind, Category, Channel, Goods, Severity } from "../compliance/finding";
import type { RivalKinds } from "./rival-kinds";

/**
 * What the user decides or types about things, by kind. A note is a set of named fields; each field is written on its
 * own, so that two machines that change different fields of one note both keep their change. `id` says what the note
 * is about. A kind's schema stands in src/messaging/note-schemas.ts.
 */
export interface NoteKinds extends RivalKinds {
  /** The user's own target of a metric (`id`: metric id), in the metric's unit; null says that there is none. */
  target: { readonly value: number | null };
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
  /** What drafts in the console of an account or shop (`id`: entity key) are taken for; null: nothing said. */
  draft_scope: {
    readonly goods: Goods | null;
    readonly channel: Channel | null;
    readonly account: AccountKind | null;
  };
}

export type NoteKind = keyof NoteKinds;
