import { act, showsSomethingNew } from "./act";
import type { Desk } from "./desk";
import { pageText } from "./page-text";
import { settle } from "./settle";
import { UnusableInput, type Visit } from "./site";
import type { Stored } from "./stored";
import { reportVisit, type VisitReport } from "./visit-report";

const SETTLE_SECONDS = 25;
/** How long a person looks at a page that is not ready before acting on it all the same. */
const PATIENCE_SECONDS = 5;

/**
 * Opens the page in the tab, acts, waits until the extension is done, and says what it stored meanwhile. `enter` gets
 * to the page in another way than by its address, and tells the number of the last look before it.
 */
export async function visit(desk: Desk, step: Visit, enter = byAddress): Promise<VisitReport> {
  const { chromium, page, stored, tab } = desk;
  const limit = step.settle ?? SETTLE_SECONDS;
  await chromium.setClock(step.at === undefined ? null : new Date(step.at));
  const after = await enter(desk, step.url);
  const settling = { stored, text: await pageText(page), tab, after };

  const actions = step.act ?? [];
  if (actions.length > 0) await settle(settling, Math.min(limit, PATIENCE_SECONDS));
  for (const [at, action] of actions.entries()) {
    await act(page, action);
    const last = at === actions.length - 1;
    if (!last && showsSomethingNew(action)) await settle(settling, Math.min(limit, PATIENCE_SECONDS));
  }
  await settle(settling, limit);
  if (step.late !== undefined && (await lastLook(stored)) === after) await settle(settling, step.late);
  return reportVisit(stored, step.url, tab, after);
}

/**
 * The tab comes to the front on its new page only: the page that is left would be looked at once more. A restless page
 * may have been, up to the moment it went.
 */
async function byAddress({ page, stored }: Desk, url: string): Promise<number> {
  const left = new Promise<number>((resolve) => {
    page.once("framenavigated", () => resolve(lastLook(stored)));
  });
  const response = await page.goto(url, { waitUntil: "domcontentloaded" });
  if (response && !response.ok()) throw new UnusableInput(`${url} answered ${response.status()}`);
  const after = await left;
  await page.bringToFront();
  return after;
}

/** A click on the link in the console's menu or page that leads there: no load, only another address. */
export async function byLink({ page, stored }: Desk, url: string): Promise<number> {
  await page.bringToFront();
  const after = await lastLook(stored);
  const { pathname, search } = new URL(url);
  await act(page, { click: `>>> a[href="${pathname}${search}"]` });
  return after;
}

const lastLook = async (stored: Stored): Promise<number> => (await stored.latest())?.seq ?? 0;
