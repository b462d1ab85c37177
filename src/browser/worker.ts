import browser, { type Runtime } from "webextension-polyfill";
import type { Self, Sender } from "../messaging/policy";
import type { Notice, Part } from "../messaging/protocol";
import { consoleTabs } from "./console-tabs";

/** What the worker needs of the browser. */

export function self(): Self {
  return { id: browser.runtime.id, origin: browser.runtime.getURL("").replace(/\/$/, "") };
}

export const version = (): string => browser.runtime.getManifest().version;

/** A JSON file of the extension itself. */
export async function readOwnJson(path: string): Promise<unknown> {
  return (await fetch(browser.runtime.getURL(path))).json();
}

/** The bytes of a file of the extension itself. */
export async function readOwnFile(path: string): Promise<ArrayBuffer> {
  return (await fetch(browser.runtime.getURL(path))).arrayBuffer();
}

export interface WorkerEvents {
  message(message: unknown, sender: Sender): Promise<unknown>;
  tabClosed(tab: number): void;
  browserStarted(): void;
  installed(first: boolean): void;
  alarm(name: string): void;
  notificationClicked(id: string): void;
}

/** To be called in the worker's first turn: the browser wakes it for an event and drops what has no listener by then. */
export function listen(events: WorkerEvents): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    events.message(message, sender as Sender),
  );
  browser.tabs.onRemoved.addListener((tab) => events.tabClosed(tab));
  chrome.alarms.onAlarm.addListener(({ name }) => events.alarm(name));
  // Not there until the user grants the permission; from the worker's next start on it is.
  chrome.notifications?.onClicked.addListener((id) => events.notificationClicked(id));
  browser.runtime.onStartup.addListener(() => events.browserStarted());
  browser.runtime.onInstalled.addListener(({ reason }) => events.installed(reason === "install"));
}

export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** The options page at one of its sections, in a tab of its own. */
export async function openOptionsAt(section: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`options.html#${section}`) });
}

/** A click on the icon opens the popup; the side panel is the user's choice from the browser's own menu. */
export async function preferPopup(): Promise<void> {
  await chrome.sidePanel?.setPanelBehavior({ openPanelOnActionClick: false });
}

/**
 * Tells every tab of a console, or one. Where no content script of ours listens the browser answers with an error, which
 * means nothing here.
 */
export async function tellTabs(notice: Notice, only?: number): Promise<void> {
  const tabs = only === undefined ? await consoleTabs() : [only];
  await Promise.allSettled(tabs.map((tab) => browser.tabs.sendMessage(tab, notice)));
}

/** Puts scripts of ours into a document (null: the tab's present one). Rejects when it is no longer there. */
export async function putScripts(parts: readonly Part[], tab: number, document: string | null): Promise<void> {
  if (parts.length === 0) return;
  const target = { tabId: tab, ...(document === null ? {} : { documentIds: [document] }) };
  await chrome.scripting.executeScript({ target, files: parts.map((part) => `${part}.js`) });
}

/** Where the console is open already while we are installed or updated, its pages need no reload. */
export async function enterOpenPages(): Promise<void> {
  const files = chrome.runtime.getManifest().content_scripts?.flatMap(({ js = [] }) => js) ?? [];
  const tabs = await consoleTabs();
  // A tab that is asleep, or shows an error in the page's place, takes none.
  await Promise.allSettled(tabs.map((tabId) => chrome.scripting.executeScript({ target: { tabId }, files })));
}

export type Badge = { readonly text: string; readonly color: string } | null;

/** The tab's badge; null clears it. A tab that is gone by now is no error. */
export async function setBadge(tab: number, badge: Badge): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId: tab, text: badge?.text ?? "" }),
    badge && browser.action.setBadgeBackgroundColor({ tabId: tab, color: badge.color }),
    badge && browser.action.setBadgeTextColor?.({ tabId: tab, color: "#ffffff" }),
  ]);
}
