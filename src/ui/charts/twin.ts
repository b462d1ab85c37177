import type { Table } from "../tables/table";
import type { ChartSpec } from "./spec";

/** The numbers of a chart as a table for a file; a range or a rounded number as the text that the page showed. */
export function twinTable(
  { title, xName, x, series, notes = [] }: ChartSpec,
  words: { readonly note: string; show(series: ChartSpec["series"][number], place: number): string },
): Table {
  return {
    name: title,
    columns: [
      { title: xName, kind: "text" },
      ...series.map(({ name, unit }) => ({ title: name, kind: unit })),
      ...(notes.length > 0 ? [{ title: words.note, kind: "text" as const }] : []),
    ],
    rows: x.map(({ key, text }, place) => [
      key.length > text.length ? key : text,
      ...series.map((each) => {
        const value = each.values[place];
        return value?.precision === "exact" ? value.value : value ? words.show(each, place) : null;
      }),
      ...(notes.length > 0 ? [notesAt(key, notes)] : []),
    ]),
  };
}

/** What happened at a place, in one text. */
export const notesAt = (key: string, notes: NonNullable<ChartSpec["notes"]>): string =>
  notes
    .filter(({ from, to }) => key >= from && key <= to)
    .map(({ text }) => text)
    .join(" · ");
