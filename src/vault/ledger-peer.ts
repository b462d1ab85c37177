import { absorb } from "../ledger/absorb";
import type { Connection, LedgerDb } from "../ledger/connection";
import {
  freshOf,
  importName,
  importState,
  type Known,
  noteName,
  noteState,
  nothingKnown,
  REVIEW_STATE,
  reviewName,
  snapshotState,
} from "../ledger/fresh";
import { mergeNotes, type NoteRow } from "../ledger/notes";
import type { Bundle } from "../ledger/portable";
import { together } from "../ledger/together";
import { undoImport } from "../ledger/undo-import";
import { blobBytes, concat } from "./bytes";
import { VaultError } from "./errors";
import type { Keyring } from "./keyring";
import { mergeBundles } from "./merge-bundles";
import { readArchive } from "./read-archive";
import { type Peer, Unreadable } from "./sync";
import type { VaultStore } from "./vault-store";
import { writeArchive } from "./write-archive";

/** New snapshots of one segment at most: one is read and taken in memory. */
const SEGMENT_SNAPSHOTS = 2_000;
const MARKS = "sync-marks";

interface PeerMarks {
  readonly known: Known;
  readonly written: number;
  readonly taken: readonly string[];
}

export interface Merged {
  readonly snapshots: number;
  readonly readings: number;
  readonly notes: number;
}

export interface PeerWork {
  readonly connection: Connection;
  readonly vault: VaultStore;
  /** Null writes and reads segments that anyone can read. */
  readonly ring: Keyring | null;
  readonly accepts?: (note: NoteRow) => boolean;
  readonly now: () => number;
  readonly onMerged?: (merged: Merged) => void;
  readonly snapshotsAtOnce?: number;
}

/** All goes to the bucket again, and all there is taken again: for another bucket, or after a restore. */
export const forgetSync = (vault: VaultStore): Promise<void> => vault.delete(MARKS);

/** This machine's ledger as one of those that share a bucket. A segment is an archive of what is new. */
export async function ledgerPeer(work: PeerWork): Promise<Peer> {
  const { connection, vault, ring, now } = work;
  const db = await connection.writable();
  const device = await vault.device();
  const load = async (): Promise<PeerMarks> =>
    ((await vault.get(MARKS)) as PeerMarks | undefined) ?? {
      known: await nothingKnown(db, now()),
      written: 0,
      taken: [],
    };
  return {
    device,
    marks: async () => {
      const { taken, written } = await load();
      return { taken: new Set(taken), written };
    },
    async next() {
      for (;;) {
        const marks = await load();
        const { bundle, known, isAll } = await freshOf(db, marks.known, work.snapshotsAtOnce ?? SEGMENT_SNAPSHOTS);
        if (!isEmpty(bundle)) {
          const bytes = await segment(bundle, { schema: db.version, madeAt: now(), device }, ring);
          return { bytes, written: () => vault.put(MARKS, { ...marks, known, written: marks.written + 1 }) };
        }
        await vault.put(MARKS, { ...marks, known });
        if (isAll) return null;
      }
    },
    async take(name, blob) {
      const options = { schema: db.version, ring, ...(work.accepts && { accepts: work.accepts }) };
      const { bundle } = await readArchive(blobBytes(blob), options).catch((error: unknown) => {
        if (!(error instanceof VaultError)) throw error;
        throw new Unreadable(error.code);
      });
      const marks = await load();
      const known = await knownAfter(db, marks.known, bundle);
      const { snapshots, readings, notes } = await absorb(db, bundle, { mode: "merge" });
      await undoLikewise(db, bundle);
      await vault.put(MARKS, { ...marks, known, taken: [...marks.taken, name] });
      work.onMerged?.({ snapshots, readings, notes });
    },
    async merge(segments) {
      const options = { schema: db.version, ring };
      const bundles: Bundle[] = [];
      for (const blob of segments) {
        const read = await readArchive(blobBytes(blob), options).catch((error: unknown) => {
          if (!(error instanceof VaultError)) throw error;
          return null;
        });
        // Written under another passphrase, or damaged: it stays as it is, and so do the others.
        if (read === null) return null;
        bundles.push(read.bundle);
      }
      const merged = mergeBundles(bundles);
      return merged && segment(merged, { schema: db.version, madeAt: now(), device }, ring);
    },
  };
}

const isEmpty = ({ snapshots, notes, imports, reviews }: Bundle): boolean =>
  snapshots.length + notes.length + imports.length + reviews.length === 0;

async function segment(bundle: Bundle, head: Parameters<typeof writeArchive>[1], ring: Keyring | null) {
  const parts = [];
  for await (const bytes of writeArchive(batches(bundle), head, ring)) parts.push(bytes);
  return concat(parts);
}

async function* batches(
  bundle: Bundle,
): AsyncGenerator<Parameters<typeof writeArchive>[0] extends AsyncIterable<infer B> ? B : never> {
  for (const kind of ["snapshots", "entities", "notes", "imports", "reviews"] as const) {
    yield { kind, rows: bundle[kind] };
  }
}

/**
 * What came from another machine need not go back, unless this one has something of its own to add to it that was not
 * told yet.
 */
async function knownAfter(db: LedgerDb, known: Known, bundle: Bundle): Promise<Known> {
  const rows: Record<string, string> = { ...known.rows };
  const echoes: Record<string, string> = { ...known.echoes };
  const tx = db.transaction(["snapshots", "notes", "imports", "reviews"]);
  for (const row of bundle.notes) {
    const own = await tx.objectStore("notes").get([row.kind, row.id]);
    const name = noteName(row);
    if (own && known.rows[name] !== noteState(own)) continue;
    rows[name] = noteState(own ? mergeNotes(own, row) : row);
  }
  for (const row of bundle.imports) {
    const own = await tx.objectStore("imports").get(row.id);
    const name = importName(row);
    if (own && known.rows[name] !== importState(own)) continue;
    rows[name] = importState(own && own.undoneAt !== null ? own : row);
  }
  for (const row of bundle.reviews) rows[reviewName(row)] = REVIEW_STATE;
  for (const { snapshot } of bundle.snapshots) {
    const own = await tx.objectStore("snapshots").index("id").get(snapshot.id);
    const isBeyond = own && (own.n > known.snapshot || own.lastSeen > known.lastSeen);
    if (own && isBeyond && known.echoes[own.id] !== snapshotState(own)) continue;
    echoes[snapshot.id] = snapshotState(own ? together(own, snapshot) : snapshot);
  }
  return { ...known, rows, echoes };
}

/** An import that was taken back on the other machine is taken back here. */
async function undoLikewise(db: LedgerDb, { imports }: Bundle): Promise<void> {
  for (const { id, undoneAt } of imports) {
    if (undoneAt === null) continue;
    const own = await db.get("imports", id);
    if (own && own.undoneAt === null) await undoImport(db, id, undoneAt);
  }
}
