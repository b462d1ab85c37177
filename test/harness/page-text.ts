import type { CDPSession, Page } from "puppeteer";
import { bundled } from "./bundle";

/**
 * Says whether what a page shows has changed: text and number of elements of the document, open shadow roots and
 * same-origin frames. Looks from a world of its own, so a page that patches prototypes does not matter.
 */
const FINGERPRINT = `(() => {
  let text = "", elements = 0;
  const look = (root) => {
    const all = root.querySelectorAll("*");
    elements += all.length;
    text += root.textContent ?? root.documentElement?.textContent ?? "";
    for (const element of all) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (element.localName === "iframe" && element.contentDocument) look(element.contentDocument);
      if (element.localName === "input" || element.localName === "textarea") text += element.value;
    }
  };
  look(document);
  return elements + " " + text;
})()`;

export interface PageText {
  /** A text that differs when the page shows something else. */
  fingerprint(): Promise<string>;
  /** The copy that the page's editors hold; null while the page is on its way. */
  draft(): Promise<string | null>;
}

export async function pageText(page: Page): Promise<PageText> {
  const session = await page.createCDPSession();
  return {
    fingerprint: () => evaluate(session, FINGERPRINT).catch(() => `navigating ${Date.now()}`),
    draft: async () => {
      const probe = await bundled("draft-probe.ts");
      return evaluate(session, `${probe};draftText()`).catch(() => null);
    },
  };
}

async function evaluate(session: CDPSession, expression: string): Promise<string> {
  const { frameTree } = await session.send("Page.getFrameTree");
  const world = { frameId: frameTree.frame.id, worldName: "harness" };
  const { executionContextId } = await session.send("Page.createIsolatedWorld", world);
  const { result } = await session.send("Runtime.evaluate", {
    expression,
    contextId: executionContextId,
    returnByValue: true,
  });
  return String(result.value);
}
