import type { IDBPObjectStore, StoreNames } from "idb";
import type { LedgerDb } from "./connection";
import { LedgerError } from "./errors";
import { anotherTurn } from "./kept-view";
import type { NoteKind } from "./note-kinds";
import { type Note, type NotePatch, type NoteRow, stands, toNote, writeNote } from "./notes";
import type { LedgerSchema } from "./records";

/** Key in the store `vault` of this machine's own name among a user's machines: a random UUID, made when first needed. */
export const DEVICE_KEY = "device";

type NoteStore = IDBPObjectStore<LedgerSchema, StoreNames<LedgerSchema>[], "notes", IDBTransactionMode>;

/** The notes of a kind as stored, removed ones too, within a transaction. */
export const rowsOf = (store: NoteStore, kind: NoteKind): Promise<NoteRow[]> => store.index("kind").getAll(kind);

/** The notes of a kind, oldest id first. */
export async function notesOf<K extends NoteKind>(db: LedgerDb, kind: K): Promise<readonly Note<K>[]> {
  const rows = await rowsOf(db.transaction("notes").store, kind);
  return rows.flatMap((row) => toNote<K>(row) ?? []);
}

/** Writes notes, all or none; rejects with `moved`, none written, where what `standing` wrote has changed since. */
export async function putNotes(
  db: LedgerDb,
  patches: readonly NotePatch[],
  at: number,
  standing: readonly NotePatch[] = [],
): Promise<void> {
  const tx = db.transaction(["notes", "vault"], "readwrite", { durability: "strict" });
  for (const patch of standing) {
    if (stands(await tx.objectStore("notes").get([patch.kind, patch.id]), patch)) continue;
    await tx.done;
    throw new LedgerError("moved", "内容已经变化，没有撤销。");
  }
  await writeNotes(tx.objectStore("notes"), tx.objectStore("vault"), patches, at);
  await tx.done;
}

type In<Name extends "notes" | "vault"> = IDBPObjectStore<LedgerSchema, StoreNames<LedgerSchema>[], Name, "readwrite">;

/** The same within a transaction. */
export async function writeNotes(
  notes: In<"notes">,
  vault: In<"vault">,
  patches: readonly NotePatch[],
  at: number,
): Promise<void> {
  const known = await vault.get(DEVICE_KEY);
  const device = typeof known === "string" ? known : crypto.randomUUID();
  if (known === undefined) await vault.put(device, DEVICE_KEY);
  await anotherTurn(vault);
  for (const patch of patches) {
    await notes.put(writeNote(await notes.get([patch.kind, patch.id]), patch, at, device));
  }
}
