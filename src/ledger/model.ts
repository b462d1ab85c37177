import type { Draft, Finding } from "../compliance/finding";
import type { EntityType, FailedCheck, PageKind, PageState, Period, Unit, Value } from "../console/observation";

/** What the store holds. One writer (the worker), many readers (popup, options). Instants are ms since the epoch. */

/**
 * `type:id`, or without an id `type:#` + a hash of account, name and publish minute; goods of another account end in
 * `@` + its key. A key never changes, also when a later look shows the id or a new name.
 */
export type EntityKey = string;

/** Where numbers came from that no console page showed. */
export interface Source {
  /** import: a table the user brought · manual: typed in. */
  readonly kind: "import" | "manual";
  /** As the user named it: `蝉妈妈`, `下载表格`, `手工录入`. */
  readonly name: string;
  /** A third party's estimate: shown as 第三方估算 wherever the number stands. */
  readonly estimate: boolean;
  /** Which import brought it; all of one import can be undone together. */
  readonly batch: string;
}

/** One import or one save of typed values. */
export interface ImportRecord {
  /** UUID: {@link Source.batch}. */
  readonly id: string;
  readonly at: number;
  readonly source: Omit<Source, "batch">;
  /** Name of the file, or null. */
  readonly file: string | null;
  readonly readings: number;
  readonly undoneAt: number | null;
}

/** One entry of the review record; `id` is the SHA-256 (hex) over the rest, `previous` included. */
export interface ReviewRow {
  readonly id: string;
  /** The draft under review. */
  readonly case: string;
  readonly at: number;
  readonly previous: string | null;
  readonly entry: unknown;
}

/** One content of one page on one Shanghai day. The same content again only moves `lastSeen`. */
export interface Snapshot {
  /** SHA-256 (hex) over page, account, day and readings: the content is the identity. */
  readonly id: string;
  readonly page: PageKind;
  readonly state: PageState;
  readonly url: string;
  readonly account: EntityKey | null;
  readonly accountName: string | null;
  /** Shanghai day of capture, YYYY-MM-DD. */
  readonly day: string;
  readonly period: Period | null;
  readonly complete: boolean;
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly readingCount: number;
  /** Version of the reader that made it. */
  readonly reader: string;
  /** Absent for what was read from a console page. */
  readonly source?: Source;
}

export interface StoredReading {
  readonly snapshot: string;
  readonly entity: EntityKey;
  readonly metric: string;
  readonly unit: Unit;
  readonly value: Value;
  /** Null for a counter read without a period. */
  readonly period: Period | null;
  /** When the snapshot was first seen. */
  readonly at: number;
}

export interface EntityRecord {
  readonly key: EntityKey;
  readonly type: EntityType;
  readonly id: string | null;
  readonly name: string | null;
  readonly owner: EntityKey | null;
  /** Key of the account or shop in whose console it was seen. */
  readonly account: EntityKey | null;
  readonly link: string | null;
  readonly publishedAt: string | null;
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** One look at a page, kept or not: the log of what was read, and what the popup says of the page in front. */
export interface Sighting {
  readonly seq: number;
  readonly at: number;
  readonly tab: number | null;
  readonly page: PageKind;
  readonly state: PageState;
  readonly url: string;
  readonly account: string | null;
  readonly period: Period | null;
  /** Snapshot kept or touched by this look; null when nothing of it was stored. */
  readonly snapshot: string | null;
  readonly readings: number;
  readonly unknownLabels: readonly string[];
  readonly failed: readonly FailedCheck[];
}

/** The draft a tab holds now; one per tab, gone when its page goes. */
export interface StoredDraft extends Draft {
  readonly tab: number;
  readonly at: number;
  readonly page: PageKind;
  /** Without those that the user set aside. */
  readonly findings: readonly Finding[];
  /** Findings that the user set aside for this draft, and by what they are known when they come again. */
  readonly setAside?: readonly Finding[];
  readonly ignored?: readonly string[];
  /** Rules of the user's packs that ran too long and were not asked, by id; absent when there are none. */
  readonly switchedOff?: readonly string[];
  /** The review that it was last sent to. */
  readonly review?: string;
  /** Who said what the draft is taken for; absent for the default. */
  readonly scopeBy?: ScopeBy;
}

/** user: chosen for this draft · category: the goods editor's category path · account: the user's default for the account. */
export type ScopeBy = "user" | "category" | "account";

export interface Settings {
  /** Per host, and one switch over all. */
  readonly reading: { readonly all: boolean; readonly hosts: Readonly<Record<ConsoleHost, boolean>> };
  readonly marks: Readonly<Record<ConsoleHost, boolean>>;
  /** Set when the user has read the first-run notice (运营规范 4.3). */
  readonly noticeReadAt: number | null;
  readonly language: "auto" | "zh_CN" | "en";
  readonly theme: "auto" | "light" | "dark";
  /** 红涨绿跌 is the custom here; some prefer the reverse. */
  readonly rise: "red" | "green";
  /** Goods class and channel of drafts unless the user says otherwise. */
  readonly draft: Pick<Draft, "goods" | "channel" | "account">;
}

export const CONSOLE_HOSTS = ["channels.weixin.qq.com", "store.weixin.qq.com"] as const;
export type ConsoleHost = (typeof CONSOLE_HOSTS)[number];

const [CHANNELS, STORE] = CONSOLE_HOSTS;
const onBoth = (on: boolean): Record<ConsoleHost, boolean> => ({ [CHANNELS]: on, [STORE]: on });

export const DEFAULT_SETTINGS: Settings = {
  reading: { all: true, hosts: onBoth(true) },
  marks: onBoth(false),
  noticeReadAt: null,
  // The console speaks Chinese and so do its users, whatever language their browser was installed in.
  language: "zh_CN",
  theme: "auto",
  rise: "red",
  draft: { goods: "any", channel: "product_detail", account: "shop" },
};

/** Some of a record's leaves. */
export type DeepPartial<T> = { readonly [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };
