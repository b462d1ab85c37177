import type { Page } from "puppeteer";
import { KILL_WORKER } from "./browser";

/** Tries where the worker is stopped at every turn: a person who sees no answer presses the button again. */
const TRIES = KILL_WORKER ? 5 : 1;

const PATIENCE_MS = 20_000;

/** Sends until there is an answer, which is an object; an error of the browser (no one there) is text. */
export async function untilAnswered(send: () => Promise<unknown>): Promise<unknown> {
  let answer: unknown;
  for (let at = 0; at < TRIES; at += 1) {
    answer = await Promise.race([send(), late()]);
    if (typeof answer === "object" && answer !== null) break;
  }
  return answer;
}

const late = (): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve("no answer"), PATIENCE_MS).unref());

/** Sends a message from one of the extension's own pages. */
export const askWorker = (page: Page, kind: string, input: unknown): Promise<unknown> =>
  untilAnswered(() =>
    page.evaluate(
      (message) => chrome.runtime.sendMessage(message).catch((error: unknown) => String(error)) as Promise<unknown>,
      { kind, input },
    ),
  );
