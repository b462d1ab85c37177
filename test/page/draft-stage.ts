import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { CDPSession, Page } from "puppeteer";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { serveConsole } from "../harness/console-server";
import type { Desk } from "./draft-desk";

/** Pages of our own under the console's names, each with the draft session in an isolated world of it. */
export interface Stage {
  readonly browser: ConsoleBrowser;
  /** Opens a page with `body`; `frame` is what its path /frame answers. */
  open(body: string, options?: { readonly marks?: boolean; readonly frame?: string }): Promise<Scene>;
  close(): Promise<void>;
}

export interface Scene {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Runs `use` beside the session, in the isolated world; it sees nothing else of the test. */
  desk<T>(use: (desk: Desk) => T): Promise<T>;
  /** Resolves when the last text sent for checking is `text`. */
  sent(text: string): Promise<void>;
  /** Resolves when the document's highlights, which all worlds share, are these `severity:text`. */
  marked(...expected: string[]): Promise<void>;
  marks(): Promise<string[]>;
}

const html = (body: string) => `<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;

export async function openStage(): Promise<Stage> {
  const entry = fileURLToPath(new URL("draft-desk.ts", import.meta.url));
  const bundle = await build({ entryPoints: [entry], bundle: true, format: "iife", write: false, target: "chrome116" });
  const script = bundle.outputFiles[0]?.text ?? "";
  let shown = { body: "", frame: "" };
  const server = await serveConsole(({ path }) => ({
    type: "text/html; charset=utf-8",
    body: html(path === "/frame" ? shown.frame : shown.body),
  }));
  const browser = await launchBrowser(server, { extension: null });
  return {
    browser,
    open: async (body, { marks = true, frame = "" } = {}) => {
      shown = { body, frame };
      const page = await browser.browser.newPage();
      await page.goto("https://channels.weixin.qq.com/platform/post/create");
      const scene = await enter(page, `${script};desk.start(${marks})`);
      await frames(page);
      return scene;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Whatever was due in the next animation frame has run. */
export const frames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** The script of a page whose editor is in an open shadow root, as wujie puts it. */
export const inShadow = (body: string): string =>
  `<wujie-app class="wujie_iframe"></wujie-app><script>
    document.querySelector("wujie-app").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(body)};
  </script>`;

async function enter(page: Page, script: string): Promise<Scene> {
  const cdp = await page.createCDPSession();
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const world = await cdp.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "draft" });
  const run = async (expression: string) => {
    const how = { contextId: world.executionContextId, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", { expression, ...how });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await run(script);
  const desk: Scene["desk"] = (use) => run(`(${use})(desk)`);
  const marks = () => run(`(${listMarks})()`);
  return {
    page,
    cdp,
    desk,
    marks,
    sent: (text) => until(() => desk((it) => it.last()), text),
    marked: (...expected) => until(marks, expected.sort()),
  };
}

function listMarks(): string[] {
  const views = [window, ...[...document.querySelectorAll("iframe")].map((frame) => frame.contentWindow as Window)];
  return views
    .flatMap((view) =>
      [...(view as Window & typeof globalThis).CSS.highlights].flatMap(([name, highlight]) =>
        [...highlight].map((range) => `${name.split("-")[2]}:${range}`),
      ),
    )
    .sort();
}

/** Awaits that `look` gives `wanted`; else the error says what it gives. */
async function until(look: () => Promise<unknown>, wanted: unknown): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (JSON.stringify(seen) === JSON.stringify(wanted)) return;
    if (Date.now() > end) throw new Error(`wanted ${JSON.stringify(wanted)}, there is ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
