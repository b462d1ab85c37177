import type { PageKind } from "../../src/console/observation";
import type { Sighting } from "../../src/ledger/model";

export interface UnknownLabel {
  readonly label: string;
  /** Looks that showed it, by page, most first. */
  readonly pages: readonly (readonly [page: PageKind, count: number])[];
}

/** Labels of the log that nobody explained yet, the most seen first. */
export function unknownLabels(sightings: readonly Sighting[], taught: ReadonlySet<string>): readonly UnknownLabel[] {
  const found = new Map<string, Map<PageKind, number>>();
  for (const { page, unknownLabels } of sightings) {
    for (const label of unknownLabels) {
      if (taught.has(label)) continue;
      const pages = found.get(label) ?? new Map<PageKind, number>();
      found.set(label, pages.set(page, (pages.get(page) ?? 0) + 1));
    }
  }
  const total = ({ pages }: UnknownLabel): number => pages.reduce((sum, [, count]) => sum + count, 0);
  return [...found]
    .map(([label, pages]) => ({ label, pages: [...pages].sort(([, a], [, b]) => b - a) }))
    .sort((a, b) => total(b) - total(a) || (a.label < b.label ? -1 : 1));
}
