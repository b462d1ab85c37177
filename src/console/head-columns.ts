/** Where a native table's head cells stand: first column and number of columns. */
export interface HeadPlace {
  readonly start: number;
  readonly span: number;
}

/**
 * Places head cells by their spans, as HTML lays a table out. Boxes do not tell: a column fixed at the edge lies over
 * the columns it hides. Null when a cell is not a native one.
 */
export function headPlaces(rows: readonly (readonly Element[])[]): ReadonlyMap<Element, HeadPlace> | null {
  const places = new Map<Element, HeadPlace>();
  /** For each column, the first row that is free in it. */
  const freeFrom: number[] = [];
  for (const [at, row] of rows.entries()) {
    let start = 0;
    for (const el of row) {
      if (el.localName !== "th" && el.localName !== "td") return null;
      const { colSpan, rowSpan } = el as HTMLTableCellElement;
      while ((freeFrom[start] ?? 0) > at) start++;
      places.set(el, { start, span: colSpan });
      for (let column = start; column < start + colSpan; column++) freeFrom[column] = at + rowSpan;
      start += colSpan;
    }
  }
  return places;
}
