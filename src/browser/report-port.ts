import type { PageKind } from "../console/observation";
import type { Notice } from "../messaging/protocol";
import { consoleTabs } from "./console-tabs";

/** A page with nothing of what it says (src/console/page-report.ts). */
export interface PageReport {
  readonly page: PageKind;
  readonly html: string;
}

/** The page's side: answers our own extension's wish for a report; null where there is none to be had. */
export function onReportAsked(make: () => Promise<PageReport | null>): void {
  chrome.runtime.onMessage.addListener((message: Notice | undefined, sender, answer) => {
    if (sender.id !== chrome.runtime.id || message?.notice !== "report") return false;
    make().then(answer, () => answer(null));
    return true;
  });
}

/** The view's side, to be called from a click: a report of the console page that was in front last; null without one. */
export async function askForReport(): Promise<PageReport | null> {
  for (const tab of await consoleTabs()) {
    const report = await reportOf(tab);
    if (report) return report;
  }
  return null;
}

/** The script that makes it is in no page before it is asked for. */
async function reportOf(tab: number): Promise<PageReport | null> {
  try {
    await chrome.scripting.executeScript({ target: { tabId: tab }, files: ["page-report.js"] });
    return (await chrome.tabs.sendMessage<Notice, PageReport | undefined>(tab, { notice: "report" })) ?? null;
  } catch {
    return null; // a tab asleep takes no script, and nobody there answers
  }
}
