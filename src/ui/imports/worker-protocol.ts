import type { ObservedEntity } from "../../console/observation";
import type { BroughtReading } from "../../ledger/brought";
import type { RawBook, RawRow } from "../tables/read/raw-table";
import type { TableErrorCode } from "../tables/read/table-error";
import type { FileFacts, Mapping } from "./mapping";
import type { Plan } from "./plan";
import type { Recognised } from "./recognise";

/** What the page asks of the worker that holds a file's rows: they are many, and the page needs few of them. */
export type ImportRequest =
  | { readonly kind: "open"; readonly file: Blob }
  | { readonly kind: "plan"; readonly table: number; readonly mapping: Mapping; readonly facts: FileFacts }
  | { readonly kind: "part"; readonly index: number };

/** A table of the file as the page shows it. */
export interface OpenedTable extends Recognised {
  readonly name: string;
  readonly headers: readonly string[];
  /** The first rows under the headers. */
  readonly sample: readonly RawRow[];
  readonly rows: number;
}

export interface Opened extends Pick<RawBook, "format" | "encoding"> {
  readonly tables: readonly OpenedTable[];
}

export interface Planned extends Omit<Plan, "entities" | "readings" | "lines"> {
  readonly entityCount: number;
  readonly readingCount: number;
  /** How many parts there are to send. */
  readonly parts: number;
}

export interface Part {
  readonly entities: readonly ObservedEntity[];
  readonly readings: readonly BroughtReading[];
  /** Beside {@link readings}: the line of the table that says each. */
  readonly lines: readonly number[];
}

export type ImportReply =
  | { readonly kind: "progress"; readonly part: number }
  | { readonly kind: "opened"; readonly opened: Opened }
  | { readonly kind: "planned"; readonly planned: Planned }
  | { readonly kind: "part"; readonly part: Part }
  | {
      readonly kind: "failed";
      readonly code: TableErrorCode;
      readonly line: number | null;
      readonly detail: number | null;
    };
