import type { Answer, Kind, Notice, Requests } from "../messaging/protocol";

/**
 * The content scripts' side of the bus, on the bare extension API: the polyfill would weigh a quarter of a content
 * script's budget and Chrome's promises are enough here.
 */

/** False once the extension was reloaded or updated: this script is an orphan and must stop. */
export const isAlive = (): boolean => chrome.runtime?.id !== undefined;

/**
 * Asks the worker. Never rejects and never hangs: a dead or orphaned extension, or no answer within `timeoutMs`, is
 * an answer with `ok: false`. `input` may be its JSON: what is long is handed on faster so.
 */
export async function ask<K extends Kind>(
  kind: K,
  input: Requests[K]["in"] | string,
  timeoutMs = 10_000,
): Promise<Answer<K>> {
  const failed = (message: string): Answer<K> => ({ ok: false, error: { code: "failed", message } });
  if (!isAlive()) return failed("orphaned");
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = await Promise.race([
      chrome.runtime.sendMessage({ kind, input }) as Promise<Answer<K> | undefined>,
      new Promise<Answer<K>>((resolve) => {
        timer = setTimeout(() => resolve(failed("no answer")), timeoutMs);
      }),
    ]);
    // Nothing comes back when the worker is stopped before it has heard the message.
    return answer ?? failed("no answer");
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** Waits before a worker that gave no answer is asked again: it may have been stopped meanwhile. */
const AGAIN_MS = [500, 5_000];

/** What the worker answers; null when it never does, it refuses, the extension is gone or `signal` aborts. */
export async function askAgain<K extends Kind>(
  kind: K,
  input: Requests[K]["in"],
  signal: AbortSignal,
): Promise<Requests[K]["out"] | null> {
  for (const wait of [...AGAIN_MS, null]) {
    const answer = await ask(kind, input);
    if (answer.ok) return answer.value;
    if (wait === null || signal.aborted || !isAlive()) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return null;
}

/** Calls back when the worker says that settings changed and permission must be asked again. */
export const onPermitNotice = (callback: () => void, signal: AbortSignal): void =>
  onNotice((notice) => void (notice.notice === "permit" && callback()), signal);

/** Calls back with whatever the extension tells this page; true or false is the page's answer, of all its scripts'. */
export function onNotice(callback: (notice: Notice) => boolean | undefined, signal: AbortSignal): void {
  const listener = (
    message: Notice | undefined,
    sender: chrome.runtime.MessageSender,
    answer: (said: boolean) => void,
  ): void => {
    const said = sender.id === chrome.runtime.id && message ? callback(message) : undefined;
    if (said !== undefined) answer(said);
  };
  chrome.runtime.onMessage.addListener(listener);
  signal.addEventListener("abort", () => {
    if (isAlive()) chrome.runtime.onMessage.removeListener(listener);
  });
}
