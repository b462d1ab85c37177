import { FULL } from "../full";
import type { STORES } from "../records";

/** What of a row stays readable beside its seal, so that it can still be found. All else is inside. */
export interface Rule {
  /** Numbers, days, instants and kinds. */
  readonly open: readonly string[];
  /** Fields that rows are looked up by: a keyed hash stands in their place. */
  readonly hashed: readonly string[];
}

export type StoreName = (typeof STORES)[number];

/** `settings` is not sealed: whether a page may be read must be known while the store is locked, and it names nobody. */
export const RULES: Readonly<Record<Exclude<StoreName, "settings">, Rule>> = {
  snapshots: { open: ["n", "lastSeen"], hashed: ["id"] },
  readings: { open: ["n"], hashed: [] },
  entities: { open: ["n", "type", "owner"], hashed: ["key", "aliases"] },
  latestBlocks: { open: ["key"], hashed: [] },
  dayBlocks: { open: ["key"], hashed: [] },
  sightings: { open: ["seq", "tab"], hashed: [] },
  drafts: { open: ["tab"], hashed: [] },
  shelves: { open: [], hashed: [] },
  notes: { open: ["kind"], hashed: ["id"] },
  imports: { open: ["id"], hashed: [] },
  reviews: { open: ["id", "case", "at"], hashed: [] },
  vault: { open: [], hashed: [] },
};

/** Words of the console that the user taught: pages are read by them while the store is locked. */
export const OPEN_NOTES = "label";

/** Names in the store `vault` of what must be readable without a key, or is sealed already in its own way. */
export const LOCK = "lock";
export const INBOX = "inbox:";
const OPEN_NAMES: readonly string[] = [LOCK, INBOX, FULL, "backup-part:"];

/** Whether a row is stored as it is. */
export function isOpen(store: StoreName, row: unknown, key?: IDBValidKey): boolean {
  if (store === "settings") return true;
  if (store === "vault") return OPEN_NAMES.some((name) => String(key).startsWith(name));
  return store === "notes" && (row as { readonly kind?: unknown }).kind === OPEN_NOTES;
}
