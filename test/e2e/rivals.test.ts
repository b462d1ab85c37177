import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TODAY } from "../fixtures/ui/looks";
import { rivalKeys, rivalLooks } from "../fixtures/ui/rival-looks";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { downloadedTo } from "./downloads";
import { closeFirstRunPage, seedStore } from "./views-store";

const SIZE = { weeks: 4, rivals: 4, goods: 12, until: TODAY };
const poll = { polling: 50 };

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let page: Page;
let downloads: string;

const says = (words: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), poll, words);
const go = async (view: string, content: string): Promise<void> => {
  await page.click(`.views a[href="#rivals/${view}"]`);
  await page.waitForSelector(content);
};
const texts = (selector: string): Promise<string[]> =>
  page.$$eval(selector, (all) => all.map((each) => each.textContent ?? ""));
const press = async (within: string, words: string): Promise<void> => {
  const button = await page.waitForFunction(
    (where, wanted) =>
      [...document.querySelectorAll<HTMLElement>(`${where} button, ${where} summary`)].find(
        (each) => each.textContent?.trim() === wanted,
      ),
    poll,
    within,
    words,
  );
  await page.evaluate((each) => (each as HTMLElement).click(), button);
};
/** The bytes of a file that the browser was given to save. */
const downloaded = (name: string): Promise<Buffer> => downloadedTo(downloads, name);

beforeAll(async () => {
  server = await serveConsole(() => null);
  chromium = await launchBrowser(server, { viewport: { width: 1200, height: 900 } });
  await closeFirstRunPage(chromium);
  await chromium.setClock(new Date(TODAY + 3_600_000));
  page = await chromium.openExtensionPage("options.html#rivals");
  downloads = await mkdtemp(join(tmpdir(), "downloads-"));
  const session = await page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  await says("还没有关注竞品");
  await seedStore(page, { looks: rivalLooks(SIZE), watch: rivalKeys(SIZE.rivals) });
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

it("shows who was seen this week, and opens the next at a click and no sooner", async () => {
  await page.waitForSelector(".week-table tbody tr");
  expect(await page.$eval(".week-big", (each) => each.textContent)).toBe("1 / 4");
  expect(await texts(".week-table tbody tr:nth-child(2) td.mark .visually-hidden")).toEqual([
    ...Array(4).fill("没看"),
    ...Array(3).fill("已看"),
    "没看",
  ]);
  const before = (await chromium.browser.pages()).length;
  const opened = new Promise((resolve) => chromium.browser.once("targetcreated", resolve));
  await page.click(".week-head .button-main");
  await opened;
  await page.bringToFront();
  expect((await chromium.browser.pages()).length).toBe(before + 1);
  await says("打开下一个：青禾食品旗舰店");
});

it("leads from a name to everything known of it, with where each number was seen", async () => {
  await page.click(".week-table tbody a");
  await page.waitForSelector(".detail-name");
  await says("小店 达人详情 今天 09:05");
  const rows = await texts(".log tbody tr");
  expect(rows.find((row) => row.startsWith("带货销售总额"))).toContain("￥50万–100万");
  expect(await texts("h3")).toEqual(expect.arrayContaining(["变化", expect.stringMatching(/^商品 \d+$/)]));
});

it("tells changes in words, sets one aside, mutes a field, and takes both back", async () => {
  await go("changes", ".changes > li");
  const lines = (): Promise<number> => page.$$eval(".changes > li", (all) => all.length);
  const before = await lines();
  const is = (count: number): Promise<unknown> =>
    page.waitForFunction((wanted) => document.querySelectorAll(".changes > li").length === wanted, poll, count);
  await press(".changes > li:first-child", "知道了");
  await is(before - 1);
  await press(".status-line", "撤销");
  await is(before);
  await press(".changes > li:first-child", "静音");
  await page.click(".changes .menu[open] .menu-body button:last-child");
  await says("已静音 1 项");
  await page.waitForFunction((all) => document.querySelectorAll(".changes > li").length < all, poll, before);
  await press(".status-line", "撤销");
  await is(before);
});

it("draws who overlaps with whom, with its table, PNG and CSV, and lets a pair of goods be judged", async () => {
  await go("matrix", ".heat-cell");
  expect((await texts(".heat-cell")).length).toBe(25);
  await says("W47 看到 1/4 家的商品");
  await press(".chart-tools", "表格");
  expect(await texts(".chart .log tbody tr")).toEqual([expect.stringMatching(/^我们老金茶庄\d+/), expect.anything()]);
  await press(".chart-tools", "表格");
  await press(".chart-tools", "PNG");
  expect((await downloaded("价格带重合系数 2026-W47.png")).subarray(1, 4).toString()).toBe("PNG");
  await press(".chart-tools", "CSV");
  expect((await downloaded("价格带重合系数 2026-W47.csv")).toString("utf8")).toContain("我们,老金茶庄,");
  await page.select(".controls select", "same");
  await says("我们 × 老金茶庄 的同款");
  await press(".verdict", "不是同款");
  await says("已记为不是同款");
  await press(".status-line", "撤销");
  await says("已撤销");
});

it("writes the week's workbook, twice the same to the byte", async () => {
  await press(".export", "导出本周 TOP10");
  const first = await downloaded("TOP10-2026-W47.xlsx");
  expect(first.subarray(0, 2).toString()).toBe("PK");
  await rm(join(downloads, "TOP10-2026-W47.xlsx"));
  await press(".export", "导出本周 TOP10");
  expect((await downloaded("TOP10-2026-W47.xlsx")).equals(first)).toBe(true);
});

it("leads from a line of the popup to the detail", async () => {
  const popup = await chromium.openExtensionPage("popup.html?tab=41");
  await popup.waitForSelector("#tab-competitors");
  await popup.click("#tab-competitors");
  await popup.waitForSelector(".row .change");
  await popup.click(".row .row-more");
  const target = chromium.browser.waitForTarget((each) => each.url().includes("#rivals/one/"));
  await popup.waitForSelector(".detail > .text-button");
  await popup.click(".detail > .text-button");
  expect(decodeURIComponent((await target).url())).toMatch(/#rivals\/one\/talent:t\d$/);
});

it("asks nobody for anything and throws nothing", async () => {
  expect(chromium.errors).toEqual([]);
  expect((await chromium.outside()).filter((url) => !url.includes("store.weixin.qq.com"))).toEqual([]);
});
