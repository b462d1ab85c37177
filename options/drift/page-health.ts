import type { FailedCheck, PageKind, PageState } from "../../src/console/observation";
import type { Sighting } from "../../src/ledger/model";
import { METRICS } from "../../src/metrics/registry";

/** How well a kind of page is understood, as its looks of the log tell. */
export interface PageHealth {
  readonly page: PageKind;
  /** When it was last read, ms; null for never. */
  readonly understood: number | null;
  /** Snapshot of that look. */
  readonly snapshot: string | null;
  /** Metrics that the dictionary expects of such a page by their labels. */
  readonly expected: readonly string[];
  /** The newest look of all, and what came of it. */
  readonly newest: { readonly at: number; readonly state: PageState; readonly failed: readonly FailedCheck[] };
}

const isRead = ({ state }: Sighting): boolean => state === "ok" || state === "partial_page";

/** One line for each kind of page that was looked at; those not understood at their last look first. `sightings`: newest first. */
export function pageHealth(sightings: readonly Sighting[]): readonly PageHealth[] {
  const pages = [...new Set(sightings.map(({ page }) => page))].filter((page) => page !== "unknown");
  const lines = pages.flatMap((page): readonly PageHealth[] => {
    const own = sightings.filter((each) => each.page === page && each.state !== "off" && each.state !== "loading");
    const [newest] = own;
    if (!newest) return [];
    const read = own.find((each) => isRead(each) && each.readings > 0) ?? own.find(isRead);
    const { at, state, failed } = newest;
    return [
      {
        page,
        understood: read?.at ?? null,
        snapshot: read?.snapshot ?? null,
        expected: METRICS.filter(({ pages, labels }) => labels.length > 0 && pages.includes(page)).map(({ id }) => id),
        newest: { at, state, failed },
      },
    ];
  });
  const weight = ({ newest }: PageHealth): number => (newest.state === "ok" || newest.state === "partial_page" ? 1 : 0);
  return lines.sort((a, b) => weight(a) - weight(b) || b.newest.at - a.newest.at);
}
