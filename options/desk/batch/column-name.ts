import type { Translate } from "../../../src/ui/i18n/messages";

/** What a column is called: its title, with its place where it has none or another has the same. */
export function columnName(columns: readonly string[], at: number, t: Translate): string {
  const title = columns[at] ?? "";
  const place = t("batch_column_place", { n: at + 1 });
  if (title === "") return place;
  return columns.indexOf(title) === columns.lastIndexOf(title) ? title : `${title} ${place}`;
}
