import type { IDBPObjectStore } from "idb";
import type { LedgerDb } from "./connection";
import type { ReviewRow } from "./model";
import { DEVICE_KEY } from "./note-store";
import type { LedgerSchema } from "./records";
import { reviewId } from "./review-id";

/** What is to be recorded; the place in the chain is added here. */
export interface ReviewAddition {
  readonly case: string;
  readonly at: number;
  readonly step: Readonly<Record<string, unknown>>;
}

interface Placed {
  readonly device?: unknown;
  readonly n?: unknown;
}
const placeOf = (row: ReviewRow): Placed => Object(row.entry);

/** All entries, oldest first. */
export const reviews = (db: LedgerDb): Promise<readonly ReviewRow[]> => db.getAllFromIndex("reviews", "at");

/**
 * Adds an entry to this machine's chain. The hash is made between two transactions, since an IndexedDB transaction does not
 * wait for it; another entry that came between makes it begin again.
 */
export async function addReview(db: LedgerDb, addition: ReviewAddition): Promise<ReviewRow> {
  const device = await deviceOf(db);
  for (;;) {
    const head = await newestOf(db.transaction("reviews").store, device);
    const ofCase = await db.getAllFromIndex("reviews", "case", addition.case);
    const follows = ofCase.sort((a, b) => a.at - b.at).at(-1)?.id ?? null;
    const entry = { v: 1, device, n: (head?.n ?? 0) + 1, follows, ...addition.step };
    // A clock that was set back must not put the entry before the one it follows.
    const at = Math.max(addition.at, (head?.row.at ?? 0) + 1);
    const content = { case: addition.case, at, previous: head?.row.id ?? null, entry };
    const row: ReviewRow = { id: await reviewId(content), ...content };
    const tx = db.transaction("reviews", "readwrite", { durability: "strict" });
    const isNext = (await newestOf(tx.store, device))?.row.id === head?.row.id;
    if (isNext) await tx.store.add(row);
    await tx.done;
    if (isNext) return row;
  }
}

type Reviews<Mode extends IDBTransactionMode> = IDBPObjectStore<LedgerSchema, ["reviews"], "reviews", Mode>;

async function newestOf<Mode extends IDBTransactionMode>(
  store: Reviews<Mode>,
  device: string,
): Promise<{ row: ReviewRow; n: number } | null> {
  let cursor = await store.index("at").openCursor(null, "prev");
  while (cursor) {
    const { device: by, n } = placeOf(cursor.value);
    if (by === device && typeof n === "number") return { row: cursor.value, n };
    cursor = await cursor.continue();
  }
  return null;
}

async function deviceOf(db: LedgerDb): Promise<string> {
  const tx = db.transaction("vault", "readwrite");
  const known = await tx.store.get(DEVICE_KEY);
  const device = typeof known === "string" ? known : crypto.randomUUID();
  if (known === undefined) await tx.store.put(device, DEVICE_KEY);
  await tx.done;
  return device;
}
