/** What popup, side panel and options ask of the browser, on the bare extension API. Messages go through page-port's `ask`. */

export const version = (): string => chrome.runtime.getManifest().version;

/** The tab in front of the window that the view belongs to; null where there is none. */
export async function frontTab(): Promise<number | null> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** True when one of our content scripts lives in the tab: without the permission to read addresses, the only way to know a console page. */
export async function isConsoleTab(tab: number): Promise<boolean> {
  try {
    await chrome.tabs.sendMessage(tab, { notice: "ping" });
    return true;
  } catch (error) {
    // No answer is an answer: only the absence of any listener says that this is another site.
    return !(error instanceof Error && /Receiving end does not exist/.test(error.message));
  }
}

/** Calls back when another tab comes to the front or the one in front starts or ends loading. */
export function onFrontTab(callback: () => void, signal: AbortSignal): void {
  const onUpdated = (_tab: number, change: { status?: string }): void => {
    if (change.status !== undefined) callback();
  };
  chrome.tabs.onActivated.addListener(callback);
  chrome.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener("abort", () => {
    chrome.tabs.onActivated.removeListener(callback);
    chrome.tabs.onUpdated.removeListener(onUpdated);
  });
}

/** True in the toolbar popup, false for the same page in the side panel or in a tab. */
export const isPopup = (): boolean => chrome.extension.getViews({ type: "popup" }).includes(window);

export function openOptionsAt(section: string): void {
  void chrome.tabs.create({ url: chrome.runtime.getURL(`options.html#${section}`) });
}
