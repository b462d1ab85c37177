/** The browser's own notifications, on a permission that the user grants when first turning one on. */

const mayNotify = (): Promise<boolean> => chrome.permissions.contains({ permissions: ["notifications"] });

/** To be called from a click; answers what the user decided. */
export const askToNotify = (): Promise<boolean> => chrome.permissions.request({ permissions: ["notifications"] });

/** Shows a notification; one of the same id is replaced. False where the permission is not given. */
export async function notify(id: string, title: string, message: string): Promise<boolean> {
  if (!(await mayNotify())) return false;
  const iconUrl = chrome.runtime.getURL(iconPath());
  await chrome.notifications.create(id, { type: "basic", iconUrl, title, message });
  return true;
}

const iconPath = (): string => chrome.runtime.getManifest().icons?.["128"] ?? "";
