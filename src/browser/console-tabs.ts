import { CONSOLE_HOSTS } from "../ledger/model";

const PAGES = CONSOLE_HOSTS.map((host) => `https://${host}/*`);

/** Tabs that show a page of a console, the one that was in front last first. */
export async function consoleTabs(): Promise<readonly number[]> {
  const tabs = await chrome.tabs.query({ url: PAGES });
  return tabs
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ id }) => (id === undefined ? [] : [id]));
}
