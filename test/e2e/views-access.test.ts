import axe from "axe-core";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DRAFT } from "../fixtures/ui/draft";
import { looks, TODAY } from "../fixtures/ui/looks";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { closeFirstRunPage, seedStore } from "./views-store";

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let page: Page;

beforeAll(async () => {
  server = await serveConsole(() => null);
  chromium = await launchBrowser(server, { viewport: { width: 380, height: 600 } });
  await closeFirstRunPage(chromium);
  await chromium.setClock(new Date(TODAY + 3_600_000));
  page = await chromium.openExtensionPage("popup.html?tab=41");
  await page.waitForSelector("main");
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** What axe finds wrong, one line each: the rule and the element. */
async function violations(): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

const theme = (value: "light" | "dark"): Promise<void> =>
  page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);

const openTab = async (key: "metrics" | "competitors" | "compliance", content: string): Promise<void> => {
  await page.click(`#tab-${key}`);
  await page.waitForSelector(`#panel-${key} ${content}`);
};

const TABS = [
  ["metrics", ".card"],
  ["competitors", ".row"],
  ["compliance", ".finding"],
] as const;

it.each(TABS)("the empty tab %s has no violation", async (key) => {
  await openTab(key, ".empty");
  expect(await violations()).toEqual([]);
});

it("the seeded store fills every tab", async () => {
  await seedStore(page, {
    looks: looks(),
    watch: ["talent:t0", "talent:t1"],
    drafts: [{ ...DRAFT, tab: 41, at: TODAY, document: null, seq: 1 }],
  });
  for (const [key, content] of TABS) await openTab(key, content);
});

for (const value of ["light", "dark"] as const) {
  it.each(TABS)(`the full tab %s has no violation in ${value}`, async (key, content) => {
    await theme(value);
    await openTab(key, content);
    // Everything that can be unfolded is part of the page.
    await page.$$eval('main [aria-expanded="false"]', (folded) => {
      for (const each of folded.slice(0, 3)) (each as HTMLElement).click();
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('main [aria-expanded="true"][aria-controls]')].every(
        (each) => document.getElementById(each.getAttribute("aria-controls") ?? "")?.childElementCount,
      ),
    );
    expect(await violations()).toEqual([]);
  });
}

it.each(["notice", "reading", "watch", "log", "look", "data", "cloud", "lock"])(
  "the section %s of options has no violation",
  async (section) => {
    await page.setViewport({ width: 1100, height: 800 });
    await page.goto(`chrome-extension://${chromium.extensionId}/options.html#${section}`);
    await page.waitForSelector(`[href="#${section}"][aria-current]`);
    for (const value of ["light", "dark"] as const) {
      await theme(value);
      expect(await violations()).toEqual([]);
    }
  },
);
