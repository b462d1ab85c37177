import type { Page } from "puppeteer";
import type { Kind } from "../../src/messaging/protocol";
import { untilAnswered } from "../harness/ask-worker";

/** Says what our content scripts could say: runs in their world of a page, as a compromised one might. */
export interface ContentWorld {
  /** Sends a message to the worker and gives its answer; an error of the browser (no one there) as text. */
  send(kind: Kind | string, input: unknown): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
}

export async function contentWorld(page: Page, extensionId: string): Promise<ContentWorld> {
  const session = await page.createCDPSession();
  const found = new Promise<number>((resolve) => {
    session.on("Runtime.executionContextCreated", ({ context }) => {
      if (context.origin === `chrome-extension://${extensionId}`) resolve(context.id);
    });
  });
  await session.send("Runtime.enable");
  const contextId = await found;
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return {
    evaluate,
    send: (kind, input) =>
      untilAnswered(() =>
        evaluate(`chrome.runtime.sendMessage(${JSON.stringify({ kind, input })}).catch((error) => String(error))`),
      ),
  };
}
