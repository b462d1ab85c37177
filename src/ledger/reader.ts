import type { EntityType, PageKind } from "../console/observation";
import type { Brought } from "./brought";
import type { ExportFilter, ExportRecord, ExportWhat } from "./exported";
import type { GoodsDay } from "./goods-days";
import type { Held } from "./held-already";
import type { ShelfAsk } from "./looked-at";
import type {
  EntityKey,
  EntityRecord,
  ImportRecord,
  ReviewRow,
  Settings,
  Sighting,
  Snapshot,
  Source,
  StoredDraft,
  StoredReading,
} from "./model";
import type { NoteKind } from "./note-kinds";
import type { Note } from "./notes";
import type { PriceDay } from "./price-days";
import type { Rival, SeenSeller } from "./rivals";
import type { Named, Shelf } from "./shelves";
import type { Totals } from "./totals";

/**
 * What views read. Every method is one short read-only transaction, answers from aggregates that the writer keeps,
 * and never scans history; an unknown key answers null or an empty list. Days are Shanghai days `YYYY-MM-DD`.
 */
export interface LedgerReader {
  /** The newest look at the page a tab holds, kept or not. */
  latestSighting(tab: number): Promise<Sighting | null>;
  /** Newest first, at most `limit`. */
  recentSightings(limit: number): Promise<readonly Sighting[]>;

  /** The accounts and shops whose own console was read, the one seen last first. */
  owners(): Promise<readonly EntityRecord[]>;
  entity(key: EntityKey): Promise<EntityRecord | null>;
  /** Entities with their newest readings. All filters hold together; none means all entities. */
  profiles(filter?: ProfileFilter): Promise<readonly Profile[]>;
  profile(key: EntityKey): Promise<Profile | null>;
  /**
   * The last reading of each metric and period on each Shanghai day of capture, oldest capture first. A period that
   * was captured on several days appears once for each (a corrected number is a revision: the later capture holds).
   */
  history(key: EntityKey, filter?: HistoryFilter): Promise<readonly DayReading[]>;

  /** The histories of many entities, each since a day of its own. */
  histories(asks: readonly HistoryAsk[]): Promise<readonly (readonly DayReading[])[]>;

  /** The histories of many entities at once, with the entities and snapshots they speak of. */
  view(filter?: ProfileFilter & HistoryFilter): Promise<ReadingsView>;

  /** The pages that were on screen since a Shanghai day, oldest first. */
  looks(since: string): Promise<readonly Look[]>;

  snapshot(id: string): Promise<Snapshot | null>;
  /** Readings of a snapshot with the entities as the page showed them then. */
  readings(snapshot: string): Promise<readonly SeenReading[]>;

  /** Competitors on the watch list that were seen and are not archived, each once, in the user's order. */
  watched(): Promise<readonly Profile[]>;
  /** The watch list in the user's order, with entries not seen yet and archived ones. */
  rivals(): Promise<readonly Rival[]>;
  /** Talents and shops of others that no entry of the watch list speaks of, the one seen last first. */
  sellersSeen(limit: number): Promise<readonly SeenSeller[]>;
  /** Days on which each seller (its keys), or anything of it, was on screen, oldest first. */
  sellerDays(sellers: readonly (readonly EntityKey[])[]): Promise<readonly (readonly string[])[]>;
  /** Goods, videos and lives of sellers by day, oldest first for each ask. */
  shelves(asks: readonly ShelfAsk[]): Promise<readonly (readonly Shelf[])[]>;
  /** The same of goods alone, by price, pieces sold and commission. */
  goodsDays(asks: readonly ShelfAsk[]): Promise<readonly (readonly GoodsDay[])[]>;
  /** The same by price alone, which is told out of what snapshots keep in short. */
  priceDays(asks: readonly ShelfAsk[]): Promise<readonly (readonly PriceDay[])[]>;
  /** What the things on shelves are called. */
  names(numbers: Iterable<number>): Promise<ReadonlyMap<number, Named>>;
  draft(tab: number): Promise<StoredDraft | null>;
  settings(): Promise<Settings>;
  /** What the user decided or typed, by kind. */
  notes<K extends NoteKind>(kind: K): Promise<readonly Note<K>[]>;
  /** Imports and saves of typed values, newest first, undone ones too. */
  imports(): Promise<readonly ImportRecord[]>;
  /** Of each reading of what is to be brought, whether one like it is stored. */
  heldAlready(brought: Brought): Promise<readonly Held[]>;
  /** For files: everything that the filter lets through, piece by piece. */
  exported(what: ExportWhat, filter: ExportFilter): AsyncIterable<ExportRecord>;
  /** The review record, oldest entry first. */
  reviews(): Promise<readonly ReviewRow[]>;
  usage(): Promise<Usage>;
}

export interface ProfileFilter {
  readonly type?: EntityType | readonly EntityType[];
  /** Only what was seen in this account's or shop's console. */
  readonly account?: EntityKey;
  /** Only goods of this other account or shop. */
  readonly owner?: EntityKey;
}

export interface HistoryAsk {
  readonly key: EntityKey;
  /** First Shanghai day of capture. */
  readonly since?: string;
}

export interface HistoryFilter {
  /** First Shanghai day of capture. */
  readonly since?: string;
  readonly metrics?: readonly string[];
}

export interface Profile {
  readonly entity: EntityRecord;
  /** The newest of each metric and length of period (none, 1 day, 7 days …): the latest end, then the latest capture. */
  readonly latest: readonly DayReading[];
}

/** A reading as aggregates hold it. Without a period it speaks of {@link day}. */
export interface DayReading extends StoredReading {
  /** Shanghai day of capture. */
  readonly day: string;
  /** When its snapshot was last seen, ms. */
  readonly at: number;
  readonly page: PageKind;
  /** Absent for what a page showed. Of an import `at` is a moment of the day it is filed under. */
  readonly source?: Source;
  /** When it was imported or typed in, ms. */
  readonly broughtAt?: number;
}

export interface ReadingsView {
  /** Oldest capture first for each entity. */
  readonly readings: readonly DayReading[];
  /** The entities, and the accounts and owners they name. */
  readonly entities: ReadonlyMap<EntityKey, EntityRecord>;
  /** By id. */
  readonly snapshots: ReadonlyMap<string, Snapshot>;
}

/** One kept content of a page, without its readings. */
export interface Look {
  readonly snapshot: Snapshot;
  /** Metrics it showed, of whatever entities. */
  readonly metrics: readonly string[];
  /** Of a list of posts that was seen to its end. */
  readonly posts: PostTotals | null;
}

/** Counters of all own posts on a list. */
export interface PostTotals {
  readonly posts: number;
  /** By metric; none for one that not every post shows as a number. */
  readonly totals: ReadonlyMap<string, Totals>;
}

export interface SeenReading extends StoredReading {
  /** As shown on the page when it was captured: a later id or new name does not change it. */
  readonly shown: {
    readonly type: EntityType;
    readonly id: string | null;
    readonly name: string | null;
    readonly owner?: { readonly type: EntityType; readonly id: string | null; readonly name: string | null };
  };
}

export interface Usage {
  /** Bytes used and allowed, as the browser estimates them; null where it does not tell. */
  readonly bytes: number | null;
  readonly quota: number | null;
  readonly snapshots: number;
  readonly readings: number;
  readonly entities: number;
  readonly sightings: number;
}
