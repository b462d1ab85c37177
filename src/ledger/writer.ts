import type { Observation } from "../console/observation";
import type { Brought } from "./brought";
import type { Connection } from "./connection";
import { isFull, LedgerError } from "./errors";
import { FULL } from "./full";
import { type Capture, keep, type Stored } from "./keep";
import { type ImportCapture, type KeptImport, keepImport } from "./keep-import";
import { keepView, type ViewName } from "./kept-view";
import type { DeepPartial, ReviewRow, Settings } from "./model";
import { putNotes, writeNotes } from "./note-store";
import type { NotePatch } from "./notes";
import { reading } from "./queries";
import { type DraftRow, STORES } from "./records";
import { addReview, type ReviewAddition } from "./review-store";
import { bindings } from "./rivals";
import { patchSettings, SETTINGS_KEY, withDefaults } from "./settings";
import { sharedPatch } from "./shared-settings";
import { undoImport } from "./undo-import";

/** The worker's side. Every call is one transaction: all or nothing, also when the worker dies in it. */
export interface LedgerWriter {
  /**
   * Keeps a look at a page (see keep.ts). Rejects with `unfit` (a reading that the dictionary forbids), `full` or
   * `newer`; then nothing was stored.
   */
  keep(observation: Observation, capture: Capture): Promise<Stored>;
  /** False, and nothing done, when a later text of the same page is there already. */
  putDraft(draft: DraftRow): Promise<boolean>;
  /** True when there was one. */
  dropDraft(tab: number): Promise<boolean>;
  /** After a start of the browser no tab of before exists. */
  dropDrafts(): Promise<void>;
  patchSettings(patch: DeepPartial<Settings>): Promise<Settings>;
  /** Writes what the user decided or typed, all or none. */
  putNotes(patches: readonly NotePatch[], at: number, standing?: readonly NotePatch[]): Promise<void>;
  /** Keeps a table or typed values (see keep-import.ts). Rejects with `unfit`, `full` or `newer`; then nothing was stored. */
  keepImport(brought: Brought, capture: ImportCapture, progress?: (part: number) => void): Promise<KeptImport>;
  /** Takes an import back; answers how many readings went. Rejects with `unfit` where there is nothing to undo. */
  undoImport(batch: string, at: number): Promise<number>;
  /** Adds an entry to the review record. */
  addReview(addition: ReviewAddition): Promise<ReviewRow>;
  /** Ties entries of the watch list that were added by name to who was seen under it; true when any was. */
  bindRivals(at: number): Promise<boolean>;
  /** Works a view out and keeps it ready for the next time, unless the store changes meanwhile. */
  keepView(name: ViewName, of: string, work: () => Promise<string>): Promise<void>;
  /** Remembers that something could not be kept for want of room, or (null) that there is room again. */
  noteFull(at: number | null): Promise<void>;
  /** Empties every store and makes sure of it; answers the tabs that had a draft. */
  clear(): Promise<readonly number[]>;
}

export function createWriter(connection: Connection): LedgerWriter {
  const write = async <T>(work: (db: Awaited<ReturnType<Connection["writable"]>>) => Promise<T>): Promise<T> => {
    try {
      return await work(await connection.writable());
    } catch (error) {
      if (!isFull(error)) throw error;
      throw new LedgerError("full", "存储空间已满，这次看到的数据没有保存。请先导出或清理数据。");
    }
  };

  return {
    keep: (observation, capture) => write((db) => keep(db, observation, capture)),

    putDraft: (draft) =>
      write(async (db) => {
        const tx = db.transaction("drafts", "readwrite");
        const before = await tx.store.get(draft.tab);
        const isLater = before === undefined || before.document !== draft.document || before.seq <= draft.seq;
        if (isLater) await tx.store.put(draft);
        await tx.done;
        return isLater;
      }),

    dropDraft: (tab) =>
      write(async (db) => {
        const tx = db.transaction("drafts", "readwrite");
        const had = (await tx.store.getKey(tab)) !== undefined;
        if (had) await tx.store.delete(tab);
        await tx.done;
        return had;
      }),

    dropDrafts: () => write((db) => db.clear("drafts")),

    patchSettings: (patch) =>
      write(async (db) => {
        const tx = db.transaction(["settings", "notes", "vault"], "readwrite");
        const store = tx.objectStore("settings");
        const settings = patchSettings(withDefaults(await store.get(SETTINGS_KEY)), patch);
        await store.put(settings, SETTINGS_KEY);
        const shared = sharedPatch(patch);
        if (shared) await writeNotes(tx.objectStore("notes"), tx.objectStore("vault"), [shared], Date.now());
        await tx.done;
        return settings;
      }),

    addReview: (addition) => write((db) => addReview(db, addition)),

    putNotes: (patches, at, standing) => write((db) => putNotes(db, patches, at, standing)),

    keepImport: (brought, capture, progress) => write((db) => keepImport(db, brought, capture, progress)),

    undoImport: (batch, at) => write((db) => undoImport(db, batch, at)),

    bindRivals: (at) =>
      write(async (db) => {
        const patches = await bindings(reading(db));
        if (patches.length > 0) await putNotes(db, patches, at);
        return patches.length > 0;
      }),

    keepView: (name, of, work) => write((db) => keepView(db, name, of, work)),

    noteFull: async (at) => {
      const db = await connection.writable();
      await (at === null ? db.delete("vault", FULL) : db.put("vault", at, FULL));
    },

    clear: () =>
      write(async (db) => {
        const tx = db.transaction([...STORES], "readwrite", { durability: "strict" });
        const tabs = await tx.objectStore("drafts").getAllKeys();
        await Promise.all(STORES.map((store) => tx.objectStore(store).clear()));
        const left = await Promise.all(STORES.map((store) => tx.objectStore(store).count()));
        await tx.done;
        if (left.some((count) => count > 0)) throw new Error("数据没有全部删除，请重试。");
        return tabs;
      }),
  };
}
