import type { Observation } from "../console/observation";
import type { Brought } from "./brought";
import type { Connection } from "./connection";
import { isFull, LedgerError } from "./errors";
import { type Capture, keep, type Stored } from "./keep";
import { type ImportCapture, type KeptImport, keepImport } from "./keep-import";
import { type DeepPartial, type EntityKey, type Settings, WATCH_LIMIT } from "./model";
import { putNotes } from "./note-store";
import type { NotePatch } from "./notes";
import { type DraftRow, STORES } from "./records";
import { patchSettings, SETTINGS_KEY, withDefaults } from "./settings";
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
  /** Stars or unstars; answers how many are starred. Rejects with `limit` or `unknown_entity`. */
  watch(entity: EntityKey, on: boolean, at: number): Promise<number>;
  /** Puts the starred ones in this order; rejects with `unfit` unless it is all of them, each once. */
  orderWatched(entities: readonly EntityKey[]): Promise<number>;
  /** Writes what the user decided or typed, all or none. */
  putNotes(patches: readonly NotePatch[], at: number): Promise<void>;
  /** Keeps a table or typed values (see keep-import.ts). Rejects with `unfit`, `full` or `newer`; then nothing was stored. */
  keepImport(brought: Brought, capture: ImportCapture, progress?: (part: number) => void): Promise<KeptImport>;
  /** Takes an import back; answers how many readings went. Rejects with `unfit` where there is nothing to undo. */
  undoImport(batch: string, at: number): Promise<number>;
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
        const tx = db.transaction("settings", "readwrite");
        const settings = patchSettings(withDefaults(await tx.store.get(SETTINGS_KEY)), patch);
        await tx.store.put(settings, SETTINGS_KEY);
        await tx.done;
        return settings;
      }),

    watch: (entity, on, at) =>
      write(async (db) => {
        const tx = db.transaction(["watch", "entities"], "readwrite");
        const store = tx.objectStore("watch");
        const records = await store.getAll();
        const isWatched = records.some((record) => record.entity === entity);
        if (on && !isWatched) {
          const known = await tx.objectStore("entities").index("key").getKey(entity);
          if (known === undefined) throw new LedgerError("unknown_entity", "还没有看到过这个达人或店铺。");
          if (records.length >= WATCH_LIMIT) {
            throw new LedgerError("limit", `最多关注 ${WATCH_LIMIT} 个，请先取消一个再添加。`);
          }
          await store.add({ entity, since: at, order: Math.max(0, ...records.map(({ order }) => order)) + 1 });
        }
        if (!on && isWatched) await store.delete(entity);
        await tx.done;
        return records.length + (on && !isWatched ? 1 : 0) - (!on && isWatched ? 1 : 0);
      }),

    orderWatched: (entities) =>
      write(async (db) => {
        const tx = db.transaction("watch", "readwrite");
        const records = await tx.store.getAll();
        const isSame = new Set(entities).size === records.length && records.every((r) => entities.includes(r.entity));
        if (!isSame || entities.length !== records.length) {
          throw new LedgerError("unfit", "关注列表已经变化，请刷新后再排序。");
        }
        await Promise.all(
          records.map((record) => tx.store.put({ ...record, order: entities.indexOf(record.entity) + 1 })),
        );
        await tx.done;
        return records.length;
      }),

    putNotes: (patches, at) => write((db) => putNotes(db, patches, at)),

    keepImport: (brought, capture, progress) => write((db) => keepImport(db, brought, capture, progress)),

    undoImport: (batch, at) => write((db) => undoImport(db, batch, at)),

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
