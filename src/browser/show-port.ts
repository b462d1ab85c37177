import type { Notice, Slice } from "../messaging/protocol";

/** Has a page select words of its draft; false when they are no longer in it, or it is gone. */
export async function showInPage(tab: number, { start, end, text }: Slice): Promise<boolean> {
  const notice: Notice = { notice: "show", start, end, text };
  try {
    return (await chrome.tabs.sendMessage<Notice, boolean | undefined>(tab, notice)) ?? false;
  } catch {
    return false; // nobody of ours is there any more
  }
}
