import type { PageKind } from "../../src/console/observation";
import type { PageHealth } from "./page-health";

/** What a report says of itself. `newest`: the newest look at such a page; null when there was none. */
export interface ReportNote {
  readonly version: string;
  readonly page: PageKind;
  readonly newest: PageHealth["newest"] | null;
}

/** Puts the note on top of the report; of failed checks their names alone, since their counts are the page's. */
export function withNote(html: string, { version, page, newest }: ReportNote): string {
  const failed = newest?.failed.map(({ check }) => check).join(",") || "none";
  const note = `version ${version}; page ${page}; state ${newest?.state ?? "unknown"}; failed ${failed}`;
  return html.replace("<head>", () => `<head><meta name="page-report" content="${note}">`);
}
