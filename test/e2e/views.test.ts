import { statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DRAFT } from "../fixtures/ui/draft";
import { looks, TODAY } from "../fixtures/ui/looks";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { EXTENSION } from "../harness/files";
import { closeFirstRunPage, seedStore } from "./views-store";

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let popup: Page;

const text = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);
const press = async (page: Page, key: "1" | "2" | "3" | "/" | "Escape"): Promise<void> => page.keyboard.press(key);
const selectedTab = (page: Page): Promise<string | undefined> =>
  page.$eval('[role="tab"][aria-selected="true"]', (tab) => tab.id);

beforeAll(async () => {
  server = await serveConsole(() => null);
  chromium = await launchBrowser(server, { viewport: { width: 380, height: 600 } });
  await closeFirstRunPage(chromium);
  await chromium.setClock(new Date(TODAY + 3_600_000));
  popup = await chromium.openExtensionPage("popup.html?tab=41");
  await popup.waitForSelector("main");
  await seedStore(popup, {
    looks: looks(),
    watch: Array.from({ length: 9 }, (_, index) => `talent:t${index}`),
    drafts: [{ ...DRAFT, tab: 41, at: TODAY, document: null, seq: 1 }],
  });
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

describe("popup", () => {
  it("fills in as soon as the store changes, without being opened again", async () => {
    await popup.waitForSelector(".card");
    expect(await popup.$$eval(".card-name", (names) => names.length)).toBeGreaterThan(0);
  });

  it("shows a number with its change, what it is compared with, and where and when it was seen", async () => {
    const card = await popup.$$eval(
      ".card",
      (cards) => cards.map((each) => (each as HTMLElement).innerText).find((each) => each.includes("成交金额")) ?? "",
    );
    expect(card).toContain("￥1.5万");
    expect(card).toContain("+￥2,655 · +21.5%");
    expect(card).toContain("较 11-18");
    expect(card).toContain("小店 店铺数据");
    expect(card).toContain("今天 09:05");
  });

  it("gives no verdict on a change that rounding may hide", async () => {
    await popup.select("select", await ownerKey(popup, "山野茶事"));
    const card = await popup.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>(".card")]
        .map((each) => each.innerText)
        .find((each) => each.includes("关注者")),
    );
    expect(await card.jsonValue()).toContain("变化在舍入范围内");
  });

  it("has the table of every line", async () => {
    await popup.click(".card [aria-expanded]");
    await popup.waitForSelector(".card .table tbody tr");
    const rows = await popup.$$eval(".card .table tbody tr", (each) => each.length);
    expect(rows).toBeGreaterThanOrEqual(2);
    await popup.click(".card [aria-expanded]");
  });

  it("says at the end what is missing and where to find it", async () => {
    expect(await text(popup)).toMatch(/还缺：.+打开 .+ 就能看到/);
  });

  it("changes tabs with 1 to 3, finds with /, and Escape closes the field", async () => {
    await press(popup, "2");
    expect(await selectedTab(popup)).toBe("tab-competitors");
    await press(popup, "/");
    await popup.waitForSelector(".find input");
    await popup.keyboard.type("达人3");
    await popup.waitForFunction(() => document.querySelectorAll(".row").length === 1);
    await press(popup, "Escape");
    await popup.waitForFunction(() => document.querySelector(".find") === null);
    await press(popup, "3");
    expect(await selectedTab(popup)).toBe("tab-compliance");
  });

  it("shows each finding in its place with the law under it, the gravest first", async () => {
    await press(popup, "3");
    await popup.waitForSelector("mark");
    expect(await text(popup)).toContain("另有 2 条依据");
    const more = ".law:has(> .laws) > summary";
    await popup.click(more);
    const shown = await text(popup);
    await popup.click(more);
    for (const finding of DRAFT.findings) {
      for (const { law, article } of finding.basis) expect(shown).toContain(`${law} ${article}`);
    }
    expect(await popup.$$eval("mark", (marks) => marks.map((mark) => mark.textContent))).toEqual(
      DRAFT.findings.filter(({ end }) => end > 0).map((finding) => finding.text),
    );
    expect(shown.indexOf("不宜发布")).toBeLessThan(shown.indexOf("需要依据"));
    expect(shown).toContain("风险提示");
  });

  it("copies a suggestion and says so", async () => {
    await chromium.browser
      .defaultBrowserContext()
      .overridePermissions(`chrome-extension://${chromium.extensionId}`, [
        "clipboard-read",
        "clipboard-sanitized-write",
      ]);
    await popup.bringToFront();
    // Half of it lies under the tabs now; what takes the focus is brought out from there.
    await popup.focus(".suggestion .button");
    await popup.click(".suggestion .button");
    await popup.waitForFunction(
      () => document.querySelector('[role="status"].visually-hidden')?.textContent === "已复制",
    );
    expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe("很受老顾客喜欢");
  });

  it("shows competitors with the biggest change first, tiers as ranges", async () => {
    await press(popup, "2");
    await popup.waitForSelector(".row");
    const [first = ""] = await popup.$$eval(".row", (rows) => rows.map((row) => (row as HTMLElement).innerText));
    expect(first).toContain("达人3号");
    expect(first).toContain("￥50万–100万 → ￥100万–500万");
    expect(await text(popup)).toContain("本周已看 9/9");
  });

  it("stars more than ten, and takes a star back", async () => {
    const stars = (count: number) =>
      popup.waitForFunction(
        (wanted) => document.querySelectorAll('[aria-pressed="true"]').length === wanted,
        {},
        count,
      );
    await popup.click('[aria-label="关注 达人9号"]');
    await stars(10);
    await popup.click('[aria-label="关注 达人10号"]');
    await stars(11);
    await popup.click('[aria-label="关注 达人10号"]');
    await stars(10);
  });

  it("says nothing of a tab that is no console page, and what to open instead", async () => {
    expect(await text(popup)).toContain("当前不是经营后台页面");
  });

  it.each([320, 380, 720])("fits %i px without a sideways scroll", async (width) => {
    await popup.setViewport({ width, height: 600 });
    for (const key of ["1", "2", "3"] as const) {
      await press(popup, key);
      expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await popup.setViewport({ width: 380, height: 600 });
  });

  it("has no target under 24 px", async () => {
    for (const key of ["1", "2", "3"] as const) {
      await press(popup, key);
      const small = await popup.$$eval("button, select, input, .links a, .coverage-rest a", (targets) =>
        targets
          .map((target) => ({ name: target.textContent, box: target.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name }) => name),
      );
      expect(small).toEqual([]);
    }
  });

  it("starts from a chunk of at most 300 KB", async () => {
    const scripts = await popup.$$eval("script[src]", (all) =>
      all.map((each) => new URL((each as HTMLScriptElement).src).pathname),
    );
    const first = scripts.filter((path) => path.includes("popup"));
    expect(first).toHaveLength(1);
    expect(statSync(join(EXTENSION, first[0] ?? "")).size).toBeLessThanOrEqual(300 * 1024);
  });
});

it("asks nobody for anything and throws nothing", async () => {
  expect(chromium.errors).toEqual([]);
  expect(await chromium.outside()).toEqual([]);
});

async function ownerKey(page: Page, name: string): Promise<string> {
  await page.waitForSelector("header select");
  return page.$$eval(
    "header option",
    (options, wanted) => options.find((option) => option.textContent === wanted)?.getAttribute("value") ?? "",
    name,
  );
}
