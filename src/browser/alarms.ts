/** Wake-ups of the worker. An alarm survives the worker and a restart of the browser; its name says whose it is. */

/** Wakes at `when` (ms), and from then on every `everyMinutes` where that is given. One of the same name is replaced. */
export async function setAlarm(name: string, when: number, everyMinutes?: number): Promise<void> {
  await chrome.alarms.create(name, { when, ...(everyMinutes === undefined ? {} : { periodInMinutes: everyMinutes }) });
}

/** No error when there is none. */
export async function clearAlarm(name: string): Promise<void> {
  await chrome.alarms.clear(name);
}

/** When it will ring next, ms; null when it is not set. */
export async function nextAlarm(name: string): Promise<number | null> {
  return (await chrome.alarms.get(name))?.scheduledTime ?? null;
}
