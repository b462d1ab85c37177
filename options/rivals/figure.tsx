import { type ReactNode, useRef, useState } from "react";
import { fileName } from "../../src/ui/charts/file-name";
import { useI18n } from "../../src/ui/i18n/context";
import type { Cell, Column, Row, Table } from "../../src/ui/tables/table";

/** A table whose rows are all there, with the words that stand for its cells on screen. */
export interface FigureTable extends Table {
  readonly rows: readonly Row[];
}

/** A drawn picture with its name, its table and its files. The children hold one svg. */
export function Figure(props: { title: string; hint?: string; table: FigureTable; children: ReactNode }): ReactNode {
  const { title, hint, table, children } = props;
  const { t } = useI18n();
  const picture = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const [failure, setFailure] = useState("");
  const run = (work: () => Promise<void>): void => {
    work().then(
      () => setFailure(""),
      (error: unknown) =>
        setFailure(t("action_failed", { reason: error instanceof Error ? error.message : String(error) })),
    );
  };
  const savePng = async (): Promise<void> => {
    const svg = picture.current?.querySelector("svg");
    if (svg) await (await import("./svg-picture")).saveSvg(svg, title);
  };
  const saveCsv = async (): Promise<void> => {
    const [{ writeCsv }, { saveFile }] = await Promise.all([
      import("../../src/ui/tables/csv"),
      import("../../src/ui/tables/save-file"),
    ]);
    saveFile(`${fileName(title)}.csv`, await writeCsv(table));
  };
  return (
    <figure className="chart">
      <div className="chart-head">
        <figcaption className="strong">{title}</figcaption>
        <div className="chart-tools">
          <button type="button" className="text-button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t("chart_table")}
          </button>
          <button type="button" className="text-button" disabled={asTable} onClick={() => run(savePng)}>
            PNG
          </button>
          <button type="button" className="text-button" onClick={() => run(saveCsv)}>
            CSV
          </button>
        </div>
      </div>
      {hint && <p className="soft">{hint}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={title} tabIndex={0} ref={picture}>
        {asTable ? <TwinTable table={table} /> : children}
      </section>
      <p role="alert" className={failure ? "notice" : ""}>
        {failure}
      </p>
    </figure>
  );
}

function TwinTable({ table: { name, columns, rows } }: { table: FigureTable }): ReactNode {
  return (
    <table className="log">
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col" className={isNumber(column) ? "number" : ""}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished table
          <tr key={index}>
            {columns.map((column, at) => (
              <td key={column.title} className={isNumber(column) ? "number" : ""}>
                {shown(column, row[at] ?? null)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isNumber = ({ kind }: Column): boolean => kind !== "text" && kind !== "day" && kind !== "time";

function shown({ kind }: Column, cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (kind === "fen") return (cell / 100).toLocaleString("en-US");
  return kind === "ratio" ? `${Math.round(cell * 1000) / 10}%` : cell.toLocaleString("en-US");
}
