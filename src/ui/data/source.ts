import { createContext, useContext } from "react";
import type { Pack } from "../../compliance/pack";
import type { Opened } from "../../ledger/connection";
import type { ExportFilter, ExportRecord, ExportWhat } from "../../ledger/exported";
import type {
  EntityKey,
  EntityRecord,
  ImportRecord,
  ReviewRow,
  Settings,
  Sighting,
  StoredDraft,
} from "../../ledger/model";
import type { NoteKind } from "../../ledger/note-kinds";
import type { Note } from "../../ledger/notes";
import type { DayReading, HistoryFilter, LedgerReader, Usage } from "../../ledger/reader";
import type { Rival } from "../../ledger/rivals";
import type { Answer, Changed, Kind, Requests } from "../../messaging/protocol";
import type { Dashboard } from "../../metrics/dashboard";
import type { PostTable } from "../../metrics/posts";
import type { WeekReport } from "../../metrics/week-report";
import type { DashboardPart, SnapshotView } from "./dashboards";
import type { StoreState } from "./store-state";
import type { Front, KpiBoard, SeenSeller, WatchBoard } from "./view";

/** Where the views get what they show and send what the user decides. Reads go to the store itself, never to the worker. */
export interface ViewSource {
  /** Whether the store has a lock, and whether it is open; while it is not, nothing but the settings can be read. */
  lock(): Promise<Opened["lock"]>;
  settings(): Promise<Settings>;
  /** The accounts and shops whose own console was read, the one seen last first. */
  owners(): Promise<readonly EntityRecord[]>;
  front(): Promise<Front>;
  /** Of one own account or shop; of all where none was named. */
  board(owner: EntityKey | null): Promise<KpiBoard>;
  dashboard(owner: EntityKey | null, part: DashboardPart): Promise<Dashboard>;
  /** The posts of one own account; of all where none was named. */
  posts(owner: EntityKey | null): Promise<PostTable>;
  /** Of the week that begins on `monday`, a Shanghai day. */
  report(owner: EntityKey | null, monday: string): Promise<WeekReport>;
  snapshot(id: string): Promise<SnapshotView | null>;
  competitors(): Promise<WatchBoard>;
  /** Talents and shops of others that are not on the watch list, the one seen last first. */
  sellersSeen(limit: number): Promise<readonly SeenSeller[]>;
  /** The ledger itself, for the workspace's own questions. */
  reader(): Promise<LedgerReader>;
  /** The watch list in the user's order, with entries not seen yet and archived ones. */
  rivals(): Promise<readonly Rival[]>;
  draft(tab: number): Promise<StoredDraft | null>;
  /** The newest looks, newest first. */
  sightings(limit: number): Promise<readonly Sighting[]>;
  /** Metrics that a snapshot holds, each once. */
  fields(snapshot: string): Promise<readonly string[]>;
  /** What the user decided or typed, by kind. */
  notes<K extends NoteKind>(kind: K): Promise<readonly Note<K>[]>;
  /** Imports and saves of typed values, newest first, undone ones too. */
  imports(): Promise<readonly ImportRecord[]>;
  /** For files: everything that the filter lets through, piece by piece. */
  exported(what: ExportWhat, filter: ExportFilter): AsyncIterable<ExportRecord>;
  /** The values of an entity day by day, oldest capture first. */
  history(key: EntityKey, filter: HistoryFilter): Promise<readonly DayReading[]>;
  /** The review record, oldest entry first. */
  reviews(): Promise<readonly ReviewRow[]>;
  usage(): Promise<Usage>;
  /** What the user must know of the store itself. */
  storeState(): Promise<StoreState>;
  /** The rule packs that came with this version. */
  packs(): Promise<readonly Pack[]>;
  send<K extends Kind>(kind: K, input: Requests[K]["in"]): Promise<Answer<K>>;
  /** To be called from a click; answers what the user decided about notifications. */
  askToNotify(): Promise<boolean>;
  openOptions(section: string): void;
  /** Calls back on each change of the store and each change of the tab in front, until the signal aborts. */
  onChanged(
    callback: (changed: { readonly what: Changed["what"] | "front"; readonly part?: number }) => void,
    signal: AbortSignal,
  ): void;
}

export const SourceContext = createContext<ViewSource | null>(null);

export function useSource(): ViewSource {
  const source = useContext(SourceContext);
  if (!source) throw new Error("useSource outside of its provider");
  return source;
}
