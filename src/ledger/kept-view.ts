import type { IDBPObjectStore, StoreNames } from "idb";
import type { LedgerDb } from "./connection";
import type { LedgerSchema } from "./records";

/**
 * What a view showed last, kept ready so that it need not be worked out anew. It holds only while nothing has changed that
 * it may have been told from: every write of numbers and of notes gives the store another turn in its own transaction.
 */
export interface KeptView {
  /** What it was worked out for, as text. */
  readonly of: string;
  /** The turn of the store that it was told from. */
  readonly turn: string | null;
  readonly text: string;
}

/** board: the popup's first · watch: its competitors. */
export type ViewName = "board" | "watch";

/** Names in the store `vault`. */
const TURN = "turn";
const nameOf = (view: ViewName): string => `kept-view:${view}`;

type Vault = IDBPObjectStore<LedgerSchema, StoreNames<LedgerSchema>[], "vault", "readwrite">;

/** Within the transaction of a write: what was kept ready holds no more. */
export async function anotherTurn(vault: Vault): Promise<void> {
  await vault.put(crypto.randomUUID(), TURN);
}

/** The text kept of this view, if it still holds. */
export async function keptView(db: LedgerDb, name: ViewName, of: string): Promise<string | null> {
  const { turn, view } = await lastView(db, name);
  return view !== null && holds(view, of, turn) ? view.text : null;
}

const holds = (view: KeptView, of: string, turn: string | null): boolean => view.of === of && view.turn === turn;

/** What a view was worked out for last, whether or not it still holds. */
export const keptViewOf = async (db: LedgerDb, name: ViewName): Promise<string | null> =>
  (await lastView(db, name)).view?.of ?? null;

/** Works a view out and keeps it, unless it is kept already or the store has changed meanwhile. */
export async function keepView(db: LedgerDb, name: ViewName, of: string, work: () => Promise<string>): Promise<void> {
  const { turn, view } = await lastView(db, name);
  if (view !== null && holds(view, of, turn)) return;
  const text = await work();
  const tx = db.transaction("vault", "readwrite");
  if ((await turnOf(tx.store)) === turn) await tx.store.put({ of, turn, text } satisfies KeptView, nameOf(name));
  await tx.done;
}

const turnOf = async (vault: Pick<Vault, "get">): Promise<string | null> =>
  ((await vault.get(TURN)) as string | undefined) ?? null;

async function lastView(
  db: LedgerDb,
  name: ViewName,
): Promise<{ readonly turn: string | null; readonly view: KeptView | null }> {
  // A store of the first version, read only, has no such place.
  if (!db.objectStoreNames.contains("vault")) return { turn: null, view: null };
  const { store } = db.transaction("vault");
  const [turn, view] = await Promise.all([turnOf(store), store.get(nameOf(name))]);
  return { turn, view: (view as KeptView | undefined) ?? null };
}
