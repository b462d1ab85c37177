/** The browser's permission to reach one host, which the user grants for a bucket and can take back. */

const pattern = (origin: string) => ({ origins: [`${origin}/*`] });

export const mayReach = (origin: string): Promise<boolean> => chrome.permissions.contains(pattern(origin));

/** To be called from a click; answers what the user decided. */
export const askToReach = (origin: string): Promise<boolean> => chrome.permissions.request(pattern(origin));

export async function stopReaching(origin: string): Promise<void> {
  await chrome.permissions.remove(pattern(origin));
}
