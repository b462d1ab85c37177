/** What is remembered until the browser closes, in memory only: it never reaches the disk, and no page of a site can read it. */

export async function sessionValue(name: string): Promise<unknown> {
  return (await chrome.storage.session.get(name))[name];
}

export const keepForSession = (name: string, value: unknown): Promise<void> =>
  chrome.storage.session.set({ [name]: value });

export const forgetInSession = (name: string): Promise<void> => chrome.storage.session.remove(name);

/** The areas that a content script could reach else: nothing of ours lies there, and nothing can be put there for us. */
export const closeOtherAreas = async (): Promise<void> => {
  for (const area of [chrome.storage.local, chrome.storage.sync])
    await area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
};
