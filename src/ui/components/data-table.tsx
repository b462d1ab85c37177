import type { ReactNode } from "react";

export interface DataColumn {
  readonly title: string;
  /** Numbers stand at the end of their column. */
  readonly number?: boolean;
  /** Read aloud, not shown. */
  readonly hidden?: boolean;
}

export interface DataRow {
  readonly key: string | number;
  /** As many as there are columns. */
  readonly cells: readonly ReactNode[];
}

/** A table that scrolls sideways on its own where the page is narrow. The first cell of a row is its head. */
export function DataTable(props: {
  /** What it is a table of; for screen readers. */
  name: string;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
  className?: string;
}): ReactNode {
  const { name, columns, rows, className } = props;
  const look = (at: number): string | undefined => (columns[at]?.number ? "number" : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll" aria-label={name} tabIndex={0}>
      <table className={className ? `log ${className}` : "log"}>
        <thead>
          <tr>
            {columns.map(({ title, hidden }, at) => (
              <th key={title} scope="col" className={look(at)}>
                {hidden ? <span className="visually-hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of their columns
                <td key={at} className={look(at + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
