/** The browser's permission to reach one host, which the user grants for a bucket and can take back. */

const pattern = (origin: string) => ({ origins: [`${origin}/*`] });

export const mayReach = (origin: string): Promise<boolean> => chrome.permissions.contains(pattern(origin));

/** To be called from a click; answers what the user decided. */
export const askToReach = (origin: string): Promise<boolean> => chrome.permissions.request(pattern(origin));

export async function stopReaching(origin: string): Promise<void> {
  await chrome.permissions.remove(pattern(origin));
}

/** Gives back every host that was granted; those that the manifest itself names stay. */
export async function stopReachingAll(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  const granted = origins.filter((origin) => origin.endsWith(".myqcloud.com/*"));
  if (granted.length > 0) await chrome.permissions.remove({ origins: granted });
}
