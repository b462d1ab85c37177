import type { Layout } from "./layout";
import type { StatedPeriod } from "./observation";
import type { Token } from "./tokens";
import type { Box } from "./visible";

/** A table as a person sees it: columns by the text over them, rows by what stands beside each other. */
export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly el: Element;
}

export interface Column {
  /** The header's texts, joined; empty when the header shows none. */
  readonly text: string;
  readonly header: Token | null;
  readonly box: Box;
  /** Everything that the head shows. */
  readonly tokens: readonly Token[];
  /** Said by the head itself or by one over it and others: 昨日 over 成交件数 and 成交金额. */
  readonly period?: StatedPeriod;
}

export interface Row {
  /** Texts per column, in order. */
  readonly cells: ReadonlyMap<number, readonly Token[]>;
  readonly el: Element;
  readonly box: Box;
  /** What is unfolded under it, with labels of its own. */
  readonly unfolded?: readonly Token[];
}

/** What stands in a table is read with it and nowhere else. */
export function* claim(layout: Layout, grid: Grid): Generator<void, void, void> {
  for (const column of grid.columns) for (const token of column.tokens) layout.claimed.add(token.i);
  for (const row of grid.rows) {
    for (const cell of row.cells.values()) for (const token of cell) layout.claimed.add(token.i);
    for (const token of row.unfolded ?? []) layout.claimed.add(token.i);
    yield;
  }
}

/** One cell over all columns, under the head: what the rows below it have in common. */
export const isBar = (row: Element): boolean =>
  row.localName === "tr" && (row as HTMLTableRowElement).cells.length === 1 && row.closest("thead") === null;
