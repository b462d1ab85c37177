import type { Badge } from "../src/browser/worker";
import type { Finding } from "../src/compliance/finding";
import type { PageState } from "../src/console/observation";

const RED = "#c62828";
const AMBER = "#b26a00";

/** How many findings keep the draft from being published as it stands. */
export function draftBadge(findings: readonly Finding[]): Badge {
  const blocks = findings.filter(({ severity }) => severity === "block").length;
  return blocks === 0 ? null : { text: blocks > 99 ? "99+" : String(blocks), color: RED };
}

/** `!` for a page that was not understood, nothing again on the next that was; undefined leaves the badge as it is. */
export function pageBadge(state: PageState): Badge | undefined {
  if (state === "schema_changed") return { text: "!", color: AMBER };
  return state === "ok" || state === "partial_page" ? null : undefined;
}
