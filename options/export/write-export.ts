import type { ExportRecord } from "../../src/ledger/exported";
import { writeCsv } from "../../src/ui/tables/csv";
import { writeNdjson } from "../../src/ui/tables/ndjson";
import type { Column, ColumnKind, Job, Row } from "../../src/ui/tables/table";
import { writeXlsx } from "../../src/ui/tables/xlsx";

export type ExportFormat = "csv" | "xlsx" | "ndjson";

/** Columns in their fixed order, named as the fields; numbers in the units of the ledger, as the column `unit` says. */
const KINDS: Readonly<Record<keyof ExportRecord, ColumnKind>> = {
  day: "day",
  captured_at: "text",
  page: "text",
  source: "text",
  estimate: "text",
  snapshot: "text",
  account: "text",
  entity_type: "text",
  entity_key: "text",
  entity_id: "text",
  entity_name: "text",
  owner_name: "text",
  published_at: "text",
  metric: "text",
  unit: "text",
  precision: "text",
  value: "score",
  step: "score",
  min: "score",
  max: "score",
  period_from: "day",
  period_to: "day",
};

export const EXPORT_COLUMNS: readonly Column[] = Object.entries(KINDS).map(([title, kind]) => ({ title, kind }));
const FIELDS = Object.keys(KINDS) as (keyof ExportRecord)[];

const rowOf = (record: ExportRecord): Row =>
  FIELDS.map((field) => {
    const cell = record[field];
    return typeof cell === "boolean" ? String(cell) : cell;
  });

async function* rowsOf(records: AsyncIterable<ExportRecord>): AsyncGenerator<Row> {
  for await (const record of records) yield rowOf(record);
}

/** See assets/docs/export-schema.md. */
export function writeExport(format: ExportFormat, records: AsyncIterable<ExportRecord>, job: Job): Promise<Blob> {
  if (format === "ndjson") return writeNdjson(records, job);
  const table = { name: "readings", columns: EXPORT_COLUMNS, rows: rowsOf(records) };
  return format === "csv" ? writeCsv(table, job) : writeXlsx([table], job);
}
