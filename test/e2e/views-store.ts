import { build } from "esbuild";
import type { Page } from "puppeteer";
import type { Seed } from "../fixtures/ui/seed-page";
import type { ConsoleBrowser } from "../harness/browser";

/** On the first start the extension opens its notice over whatever is in front; a page behind it draws no frames. */
export async function closeFirstRunPage({ browser }: ConsoleBrowser): Promise<void> {
  const target = await browser.waitForTarget((each) => each.type() === "page" && each.url().includes("/options.html"));
  await (await target.page())?.close();
}

let bundled: Promise<string> | undefined;

/** The store's own writer as one script, run in a page of the extension by the debugging protocol. */
async function seedScript(): Promise<string> {
  const result = await build({
    entryPoints: [new URL("../fixtures/ui/seed-page.ts", import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "iife",
    charset: "utf8",
  });
  return result.outputFiles[0]?.text ?? "";
}

/** Fills the extension's store from one of its pages and tells the open ones. */
export async function seedStore(page: Page, seed: Partial<Seed>): Promise<void> {
  bundled ??= seedScript();
  await page.evaluate(await bundled);
  await page.evaluate((each) => (globalThis as unknown as { seed: (seed: Seed) => Promise<void> }).seed(each), {
    looks: [],
    watch: [],
    drafts: [],
    ...seed,
  });
}
