import type { Page } from "puppeteer";
import { act, showsSomethingNew } from "./act";
import type { ConsoleBrowser } from "./browser";
import { pageText } from "./page-text";
import { settle } from "./settle";
import { UnusableInput, type Visit } from "./site";
import type { Stored } from "./stored";
import { reportVisit, type VisitReport } from "./visit-report";

const SETTLE_SECONDS = 25;
/** How long a person looks at a page that is not ready before acting on it all the same. */
const PATIENCE_SECONDS = 5;

/** Opens the page in the tab, acts, waits until the extension is done, and says what it stored meanwhile. */
export async function visit(
  chromium: ConsoleBrowser,
  page: Page,
  tab: number,
  stored: Stored,
  step: Visit,
): Promise<VisitReport> {
  const limit = step.settle ?? SETTLE_SECONDS;
  const after = (await stored.latest())?.seq ?? 0;
  await chromium.setClock(step.at === undefined ? null : new Date(step.at));

  const response = await page.goto(step.url, { waitUntil: "domcontentloaded" });
  if (response && !response.ok()) throw new UnusableInput(`${step.url} answered ${response.status()}`);
  const settling = { stored, text: await pageText(page), tab, after };

  const actions = step.act ?? [];
  if (actions.length > 0) await settle(settling, Math.min(limit, PATIENCE_SECONDS));
  for (const [at, action] of actions.entries()) {
    await act(page, action);
    const last = at === actions.length - 1;
    if (!last && showsSomethingNew(action)) await settle(settling, Math.min(limit, PATIENCE_SECONDS));
  }
  await settle(settling, limit);
  return reportVisit(stored, step.url, tab, after);
}
