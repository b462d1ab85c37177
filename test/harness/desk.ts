import type { Page } from "puppeteer";
import type { ConsoleBrowser } from "./browser";
import { openStored, type Stored } from "./stored";

/** One tab that a person works in, beside the store that the extension fills meanwhile. */
export interface Desk {
  readonly chromium: ConsoleBrowser;
  readonly page: Page;
  /** The browser's id of the tab. */
  readonly tab: number;
  readonly stored: Stored;
}

export async function openDesk(chromium: ConsoleBrowser): Promise<Desk> {
  const stored = await openStored(chromium);
  const page = await chromium.browser.newPage();
  return { chromium, page, tab: await chromium.tabId(page), stored };
}
