import { IMPORT_PART } from "../../messaging/import-schemas";
import type { RawTable } from "../tables/read/raw-table";
import { readBook } from "../tables/read/read-book";
import { TableError } from "../tables/read/table-error";
import { type Plan, planImport } from "./plan";
import { headerRow, recognise } from "./recognise";
import type { ImportReply, ImportRequest, OpenedTable, Part, Planned } from "./worker-protocol";

const SAMPLE = 5;

/** The worker's side: one file, its last dry run, and the parts of it. */
export function createImportHandler(reply: (message: ImportReply) => void): (request: ImportRequest) => Promise<void> {
  let tables: readonly RawTable[] = [];
  let parts: readonly Part[] = [];
  const progress = (part: number): void => reply({ kind: "progress", part });

  const work = async (request: ImportRequest): Promise<void> => {
    if (request.kind === "open") {
      const book = await readBook(new Uint8Array(await request.file.arrayBuffer()), progress);
      tables = book.tables;
      const { format, encoding } = book;
      reply({ kind: "opened", opened: { format, encoding, tables: tables.map(openedOf) } });
    } else if (request.kind === "plan") {
      const rows = tables[request.table]?.rows ?? [];
      const at = headerRow(rows);
      const plan = planImport(rows[at]?.cells ?? [], rows.slice(at + 1), request.mapping, request.facts, progress);
      parts = partsOf(plan);
      reply({ kind: "planned", planned: plannedOf(plan, parts.length) });
    } else {
      reply({ kind: "part", part: parts[request.index] ?? { entities: [], readings: [], lines: [] } });
    }
  };

  return (request) =>
    work(request).catch((error) => {
      const { code, line, detail } = error instanceof TableError ? error : new TableError("not_a_table");
      reply({ kind: "failed", code, line, detail });
    });
}

function openedOf({ name, rows }: RawTable): OpenedTable {
  const at = headerRow(rows);
  const headers = rows[at]?.cells ?? [];
  const under = rows.slice(at + 1);
  return { name, headers, sample: under.slice(0, SAMPLE), rows: under.length, ...recognise(headers) };
}

function plannedOf({ entities, readings, lines: _lines, ...rest }: Plan, parts: number): Planned {
  return { ...rest, entityCount: entities.length, readingCount: readings.length, parts };
}

/** Entities first: readings name them by number. */
function partsOf({ entities, readings, lines }: Plan): readonly Part[] {
  const cut = <T>(all: readonly T[], size: number): T[][] =>
    Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
  return [
    ...cut(entities, IMPORT_PART.entities).map((some) => ({ entities: some, readings: [], lines: [] })),
    ...cut(readings, IMPORT_PART.readings).map((some, at) => ({
      entities: [],
      readings: some,
      lines: lines.slice(at * IMPORT_PART.readings, (at + 1) * IMPORT_PART.readings),
    })),
  ];
}
