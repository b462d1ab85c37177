import browser from "webextension-polyfill";

/** Extension page → worker. Rejects when there is no worker to answer. */
export const sendToWorker = (message: unknown): Promise<unknown> => browser.runtime.sendMessage(message);
