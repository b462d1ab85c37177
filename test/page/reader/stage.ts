import { join } from "node:path";
import { build } from "esbuild";
import type { CDPSession, HTTPRequest, Page } from "puppeteer";
import type { Observation } from "../../../src/console/observation";
import { resolve } from "../../../src/ledger/resolve";
import { launchBrowser } from "../../harness/browser";
import type { Handler } from "../../harness/console-server";
import { isOfFormat } from "../../harness/format";
import type { Part } from "../sites/expected";

/** The reader alone, in an isolated world of pages under the console's names: no extension, no store. */
export interface Stage {
  tab(): Promise<Tab>;
  close(): Promise<void>;
}

export interface Tab {
  readonly page: Page;
  /** Opens `url` as `handler` answers it. */
  open(url: string, handler: Handler): Promise<void>;
  /** Runs `expression` beside the bundle, whose global is `desk`. */
  run<T>(expression: string): Promise<T>;
}

// Several tabs work side by side, and only one of them is in front.
const ALL_AWAKE = [
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
];

export async function openStage(entry = "desk.ts"): Promise<Stage> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    format: "iife",
    globalName: "desk",
    write: false,
    target: "chrome116",
    define: { "process.env.FC_SEED": JSON.stringify(process.env.FC_SEED ?? "1") },
  });
  const script = `${outputFiles[0]?.text ?? ""};globalThis.desk = desk;`;
  const nobody = { port: 9, hosts: [], missing: [], close: async () => {} };
  const { browser, close } = await launchBrowser(nobody, { extension: null, args: ALL_AWAKE });
  return {
    close,
    tab: async () => {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      let answer: Handler = () => null;
      page.on("request", (request) => void respond(request, answer));
      const cdp = await page.createCDPSession();
      let world = 0;
      return {
        page,
        open: async (url, handler) => {
          answer = handler;
          await page.goto(url, { waitUntil: "domcontentloaded" });
          world = await enter(cdp);
          await evaluate(cdp, world, script);
        },
        run: (expression) => evaluate(cdp, world, expression) as Promise<never>,
      };
    },
  };
}

async function respond(request: HTTPRequest, handler: Handler): Promise<void> {
  if (!/^https?:/.test(request.url())) return request.continue();
  const { host, pathname, searchParams } = new URL(request.url());
  const asked = { host, path: decodeURIComponent(pathname), query: searchParams, method: request.method(), body: "" };
  const page = await handler(asked);
  await request
    .respond(
      page
        ? { status: page.status ?? 200, contentType: page.type, body: page.body as string }
        : { status: 404, contentType: "text/plain", body: "not found" },
    )
    .catch(() => {}); // the page has moved on
}

async function enter(cdp: CDPSession): Promise<number> {
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const world = await cdp.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "reader" });
  return world.executionContextId;
}

async function evaluate(cdp: CDPSession, contextId: number, expression: string): Promise<unknown> {
  const how = { contextId, returnByValue: true, awaitPromise: true };
  const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", { expression, ...how });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** The readings of an observation as `read` would print them, had it been made at `at`. */
export function readingsOf(observation: Observation, at: Date): Part[] {
  if (observation.state !== "ok" && observation.state !== "partial_page") return [];
  const { readings, entities } = resolve(observation, at.getTime());
  return readings
    .filter(isOfFormat)
    .map(({ entity, value, ...rest }) => ({ ...rest, entity: entities[entity], ...value }));
}
