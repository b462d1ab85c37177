import type { Draft, Finding } from "../compliance/finding";
import type { EntityType, Observation, ObservedEntity, PageKind, Unit } from "../console/observation";
import type { Brought, BroughtReading } from "../ledger/brought";
import type { LedgerErrorCode } from "../ledger/errors";
import type { KeptImport } from "../ledger/keep-import";
import type { ViewName } from "../ledger/kept-view";
import type { ConsoleHost, DeepPartial, EntityKey, Settings } from "../ledger/model";
import type { NotePatch } from "../ledger/notes";
import type { Decision, Stage } from "../operations/reviews/entry";
import type { CloudAct, CloudState } from "../vault/cloud-plan";
import type { LockView } from "../vault/lock/lock-view";

export type { DeepPartial };

/**
 * The bus: every message kind with what goes in and what comes back. The receiver validates with zod
 * (src/messaging/schemas.ts) and checks the sender against POLICY before a handler runs. Errors are answers, never
 * silence: `{ ok: false, error: { code, message } }`.
 */
export interface Requests {
  /** A console page asks for the scripts that its address calls for; they are put into it if it may be read. Content scripts only. */
  load: { in: { parts: readonly Part[] }; out: { reading: boolean } };
  /** A console page asks, on load and on `settings` notice, what it may do. Content scripts only. */
  hello: { in: { host: ConsoleHost }; out: Permit };
  /** A settled (or loading, or refused) look at the page. Content scripts only. */
  observe: { in: { observation: Observation }; out: { stored: "new" | "known" | "nothing" } };
  /** The draft's text on each pause, with the category path that a goods editor shows and whether a title is all there is; `seq` grows, and comes back so that an old answer never overwrites a new one. Content scripts only. */
  draft: {
    in: { seq: number; page: PageKind; text: string; category?: string; titled?: boolean };
    out: { seq: number; findings: readonly Finding[] };
  };
  /** The editor is gone. Content scripts only. */
  draft_gone: { in: Record<string, never>; out: Record<string, never> };
  /** Extension pages only, from here on. */
  set_settings: { in: { patch: DeepPartial<Settings> }; out: Settings };
  set_draft_scope: {
    in: { tab: number; scope: Pick<Draft, "goods" | "channel" | "account"> };
    out: { findings: readonly Finding[] };
  };
  /** Sets a finding (`key`: see findingKey) of a tab's draft aside, or takes it up again; while its page stands. */
  ignore_finding: { in: { tab: number; key: string; on: boolean }; out: Record<string, never> };
  /** Selects the words of a finding in the page. */
  /** The next step of a review; the worker checks the text of a submission itself. */
  review: { in: ReviewRequest; out: { case: string; entry: string } };
  /** What the user decided or typed, all of it or none. */
  /** `standing`: what `notes` takes back; refused with `moved` where that was changed since, by another window or machine. */
  put_notes: { in: { notes: readonly NotePatch[]; standing?: readonly NotePatch[] }; out: Record<string, never> };
  /** Keeps what the popup shows first ready for the next one: the board of a house (null: of all), or the competitors. */
  keep_view: { in: { view: ViewName; owner: EntityKey | null }; out: Record<string, never> };
  /** An import is sent in parts, each at most a message's size, and is kept whole at its end, or not at all. One at a time. */
  import_begin: { in: Omit<Brought, "entities" | "readings">; out: { upload: string } };
  /** Entities are numbered over all parts. */
  import_part: {
    in: { upload: string; entities: readonly ObservedEntity[]; readings: readonly BroughtReading[] };
    out: Record<string, never>;
  };
  /** Keeps it, or forgets what was sent. */
  import_end: { in: { upload: string; keep: boolean }; out: KeptImport | null };
  undo_import: { in: { batch: string }; out: { readings: number } };
  /** A round with the user's bucket now, which answers how it went; or (arm) the vault's alarms set anew after a change of plan. */
  cloud: { in: { act: CloudAct | "arm" }; out: CloudState | null };
  /** Notes and numbers of another machine or of a backup are in the store: what goes by them is set anew. */
  taken_in: { in: Record<string, never>; out: Record<string, never> };
  /** What the user does with the lock; answers how it then stands. */
  lock: { in: LockAct; out: LockView };
  delete_everything: { in: Record<string, never>; out: Record<string, never> };
}

export type Kind = keyof Requests;
export type Answer<K extends Kind> =
  | { readonly ok: true; readonly value: Requests[K]["out"] }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };
export type ErrorCode =
  | "unknown_kind"
  | "bad_message"
  | "forbidden"
  | "too_large"
  | "busy"
  | "failed"
  | LedgerErrorCode;

/** What a page may do, and the dictionary it reads by. */
export interface Permit {
  readonly reading: boolean;
  readonly marks: boolean;
  readonly labels: readonly LabelEntry[];
}

/** The scripts that the worker may put into a page, by their names in contents/. */
export const PARTS = ["read-page", "check-draft"] as const;
export type Part = (typeof PARTS)[number];

/** A metric of assets/metrics.json as the reader needs it. */
export interface LabelEntry {
  readonly metric: string;
  readonly unit: Unit;
  readonly entities: readonly EntityType[];
  readonly labels: readonly string[];
  /** Unit of figures that do not write it, as the user said of a label: 万元, %. */
  readonly hint?: string;
}

/** `minutes`: locks itself after so many without use, 0 never. `touch`: the user is there. */
export type LockAct =
  | { readonly act: "state" | "touch" | "lock" }
  | { readonly act: "on"; readonly passphrase: string; readonly minutes: number }
  | { readonly act: "unlock" | "off"; readonly passphrase: string }
  | { readonly act: "change"; readonly passphrase: string; readonly next: string }
  | { readonly act: "minutes"; readonly minutes: number };

interface ReviewBy {
  readonly by: string;
  readonly note: string;
}
/** A step of a review as a view asks for it. `case` null: a new one; `tab`: whose draft is sent, if it is one. */
export type ReviewRequest =
  | (ReviewBy & {
      readonly step: "submit";
      readonly case: string | null;
      readonly tab: number | null;
      readonly title: string;
      readonly draft: Draft;
      readonly ignored: readonly string[];
    })
  | (ReviewBy & { readonly step: "evidence"; readonly case: string })
  | (ReviewBy & { readonly step: Stage; readonly case: string; readonly decision: Decision })
  | (ReviewBy & {
      readonly step: "outcome";
      readonly case: string;
      readonly accepted: boolean;
      readonly words: string;
      readonly clause: string;
    });

/** Words of a draft: UTF-16 offsets into its text, and the words themselves. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Pushed to console tabs. `permit`: settings changed, say hello again. `show`: select these words, and say whether they are there. */
export type Notice =
  | { readonly notice: "permit" }
  | { readonly notice: "report" }
  | ({ readonly notice: "show" } & Slice);

/** BroadcastChannel name on which the worker tells open extension pages that the store changed. */
export const CHANGED_CHANNEL = "ledger-changed";
export interface Changed {
  readonly what:
    | "captures"
    | "draft"
    | "settings"
    | "notes"
    | "reviews"
    | "importing"
    | "cloud"
    | "lock"
    | "everything";
  readonly tab?: number;
  /** Of an import that is being kept, a backup on its way, or rows that are sealed or opened: the part done, 0 to 1. */
  readonly part?: number;
}
