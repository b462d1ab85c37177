import { act, showsSomethingNew } from "./act";
import type { Desk } from "./desk";
import { pageText } from "./page-text";
import { settle } from "./settle";
import { UnusableInput, type Visit } from "./site";
import { reportVisit, type VisitReport } from "./visit-report";

const SETTLE_SECONDS = 25;
/** How long a person looks at a page that is not ready before acting on it all the same. */
const PATIENCE_SECONDS = 5;

/**
 * Opens the page in the tab, acts, waits until the extension is done, and says what it stored meanwhile. `enter` gets
 * to the page in another way than by its address.
 */
export async function visit(desk: Desk, step: Visit, enter = byAddress): Promise<VisitReport> {
  const { chromium, page, stored, tab } = desk;
  const limit = step.settle ?? SETTLE_SECONDS;
  const after = (await stored.latest())?.seq ?? 0;
  await chromium.setClock(step.at === undefined ? null : new Date(step.at));
  await page.bringToFront();
  await enter(desk, step.url);
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

async function byAddress({ page }: Desk, url: string): Promise<void> {
  const response = await page.goto(url, { waitUntil: "domcontentloaded" });
  if (response && !response.ok()) throw new UnusableInput(`${url} answered ${response.status()}`);
}

/** A click on the link in the console's menu or page that leads there: no load, only another address. */
export async function byLink({ page }: Desk, url: string): Promise<void> {
  const { pathname, search } = new URL(url);
  await act(page, { click: `>>> a[href="${pathname}${search}"]` });
}
