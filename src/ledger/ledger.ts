import * as captures from "./captures";
import { Connection, type LedgerDb, type Opened } from "./connection";
import { exportRows } from "./export-rows";
import { goodsDaysOf } from "./goods-days";
import { heldAlready } from "./held-already";
import { importsOf } from "./import-records";
import { keptView, keptViewOf, type ViewName } from "./kept-view";
import { looksSince } from "./looks";
import type { StoredDraft } from "./model";
import { notesOf } from "./note-store";
import { priceDaysOf } from "./price-days";
import * as queries from "./queries";
import type { LedgerReader } from "./reader";
import type { DraftRow } from "./records";
import { reviews } from "./review-store";
import { rivalsOf, sellersSeen } from "./rivals";
import { SETTINGS_KEY, withDefaults } from "./settings";
import { daysOf, namesOf, shelvesOf } from "./shelves";

export interface Ledger extends LedgerReader {
  /** The draft of a tab with what the worker needs to follow it. */
  draftRow(tab: number): Promise<DraftRow | undefined>;
  draftRows(): Promise<readonly DraftRow[]>;
  /** Tabs that have a draft; also of a locked store. */
  draftTabs(): Promise<readonly number[]>;
  /** Whether the store has a lock, and whether it is open. */
  lock(): Promise<Opened["lock"]>;
  /** True when a newer version of the extension wrote the database: it can be read, and the worker refuses to write. */
  isNewer(): Promise<boolean>;
  /** Another text whenever numbers were kept, seen again, brought or taken back since. */
  mark(): Promise<string>;
  /** A view that was kept ready, see kept-view.ts; null where there is none, or it does not hold any more. */
  keptView(name: ViewName, of: string): Promise<string | null>;
  /** What a view was worked out for last. */
  keptViewOf(name: ViewName): Promise<string | null>;
  /** What this machine keeps for itself under a name. */
  vaultEntry(name: string): Promise<unknown>;
  close(): Promise<void>;
}

/** The ledger for views. Opens on first use; rejects with `blocked` when an old page of ours holds an old schema. */
export function openLedger(connection: Connection = new Connection()): Ledger {
  const db = async (): Promise<LedgerDb> => (await connection.open()).db;
  const reading = async () => queries.reading(await db());
  return {
    latestSighting: async (tab) => captures.latestSighting(await db(), tab),
    recentSightings: async (limit) => captures.recentSightings(await db(), limit),
    snapshot: async (id) => captures.snapshot(await db(), id),
    readings: async (id) => captures.readings(await db(), id),
    usage: async () => captures.usage(await db()),

    owners: async () => queries.owners(await reading()),
    entity: async (key) => (await queries.profile(await reading(), key))?.entity ?? null,
    profile: async (key) => queries.profile(await reading(), key),
    profiles: async (filter = {}) => queries.profiles(await reading(), filter),
    history: async (key, filter = {}) => queries.history(await reading(), key, filter),
    histories: async (asks) => queries.histories(await reading(), asks),
    looks: async (since) => looksSince(await db(), since),
    view: async (filter = {}) => queries.view(await reading(), filter),
    watched: async () => queries.watched(await reading()),
    rivals: async () => rivalsOf(await reading()),
    sellersSeen: async (limit) => sellersSeen(await reading(), limit),
    sellerDays: async (sellers) => daysOf(await reading(), sellers),
    shelves: async (asks) => shelvesOf(await reading(), asks),
    goodsDays: async (asks) => goodsDaysOf(await reading(), asks),
    priceDays: async (asks) => priceDaysOf(await reading(), asks),
    names: async (numbers) => namesOf(await reading(), numbers),

    draftRow: async (tab) => (await db()).get("drafts", tab),
    draftRows: async () => (await db()).getAll("drafts"),
    draftTabs: async () => (await db()).getAllKeys("drafts"),
    lock: async () => (await connection.open()).lock,
    draft: async (tab) => toDraft(await (await db()).get("drafts", tab)),
    settings: async () => withDefaults(await (await db()).get("settings", SETTINGS_KEY)),

    notes: async (kind) => notesOf(await db(), kind),
    exported: async function* (what, filter) {
      yield* exportRows(await db(), what, filter);
    },
    heldAlready: async (brought) => heldAlready(await reading(), brought, Date.now()),
    imports: async () => importsOf(await db()),
    reviews: async () => reviews(await db()),

    vaultEntry: async (name) => {
      const opened = await db();
      // A store of the first version, read only, has none.
      return opened.objectStoreNames.contains("vault") ? opened.get("vault", name) : undefined;
    },
    keptView: async (name, of) => keptView(await db(), name, of),
    keptViewOf: async (name) => keptViewOf(await db(), name),
    mark: async () => captures.mark(await db()),
    isNewer: async () => (await connection.open()).newer,
    close: () => connection.close(),
  };
}

function toDraft(row: DraftRow | undefined): StoredDraft | null {
  if (row === undefined) return null;
  const { document: _document, seq: _seq, ...draft } = row;
  return draft;
}
