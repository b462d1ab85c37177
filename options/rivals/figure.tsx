import { type ReactNode, useRef } from "react";
import { ChartFrame } from "../../src/ui/charts/frame";
import { DataTable } from "../../src/ui/components/data-table";
import type { Cell, Column, Row, Table } from "../../src/ui/tables/table";

/** A table whose rows are all there. */
export interface FigureTable extends Table {
  readonly rows: readonly Row[];
}

/** A picture drawn as one svg, which the children hold. */
export function Figure(props: { title: string; hint?: ReactNode; table: FigureTable; children: ReactNode }): ReactNode {
  const { title, hint, table, children } = props;
  const picture = useRef<HTMLElement>(null);
  return (
    <ChartFrame
      title={title}
      hint={hint}
      table={<Twin table={table} />}
      csv={() => table}
      savePng={async () => {
        const svg = picture.current?.querySelector("svg");
        if (svg) await (await import("./svg-picture")).saveSvg(svg, title);
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={title} tabIndex={0} ref={picture}>
        {children}
      </section>
    </ChartFrame>
  );
}

function Twin({ table: { name, columns, rows } }: { table: FigureTable }): ReactNode {
  return (
    <DataTable
      name={name}
      columns={columns.map((column) => ({ title: column.title, number: isNumber(column) }))}
      rows={rows.map((row, key) => ({ key, cells: columns.map((column, at) => shown(column, row[at] ?? null)) }))}
    />
  );
}

const isNumber = ({ kind }: Column): boolean => kind !== "text" && kind !== "day" && kind !== "time";

function shown({ kind }: Column, cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (kind === "fen") return (cell / 100).toLocaleString("en-US");
  return kind === "ratio" ? `${Math.round(cell * 1000) / 10}%` : cell.toLocaleString("en-US");
}
