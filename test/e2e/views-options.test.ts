import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { looks, TODAY } from "../fixtures/ui/looks";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { closeFirstRunPage, seedStore } from "./views-store";

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let page: Page;

const text = (): Promise<string> => page.evaluate(() => document.body.innerText);
const says = (words: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, words);
const go = async (section: string): Promise<void> => {
  await page.click(`nav a[href="#${section}"]`);
  await page.waitForSelector(`nav [href="#${section}"][aria-current]`);
};
const choose = async (label: string, value: string): Promise<void> => {
  const id = await page.$$eval(
    ".select-row",
    (rows, wanted) => {
      const at = rows.findIndex((row) => row.textContent?.startsWith(wanted));
      rows[at]?.querySelector("select")?.setAttribute("data-chosen", String(at));
      return at;
    },
    label,
  );
  await page.select(`[data-chosen="${id}"]`, value);
};

beforeAll(async () => {
  server = await serveConsole(() => null);
  chromium = await launchBrowser(server);
  await closeFirstRunPage(chromium);
  await chromium.setClock(new Date(TODAY + 3_600_000));
  page = await chromium.openExtensionPage("options.html");
  await page.waitForSelector("main h2");
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

it("opens on the notice, which quotes the platform's rule, until it was read", async () => {
  expect(await text()).toContain("未经微信书面许可，使用插件、外挂或其他第三方工具、服务接入微信和相关系统");
  expect(await text()).toContain("《微信视频号运营规范》4.3");
  await page.click(".button-main");
  await says("已于 今天 10:");
  await page.reload();
  await page.waitForSelector('nav [href="#reading"][aria-current]');
});

it("has marks off, and one switch that turns all reading off", async () => {
  const states = (): Promise<boolean[]> =>
    page.$$eval("[role=switch]", (all) => all.map((each) => (each as HTMLInputElement).checked));
  expect(await states()).toEqual([true, true, true, false, false]);
  await page.click("[role=switch]");
  await says("已全部关闭，不读取任何页面");
  expect(await states()).toEqual([false, false, false, false, false]);
  await page.reload();
  await page.waitForSelector("[role=switch]");
  expect(await states()).toEqual([false, false, false, false, false]);
  await page.click("[role=switch]");
  await says("打开时，你看到的经营数字会记在本机");
  expect(await states()).toEqual([true, true, true, false, false]);
});

it("says in its place that a part could not be drawn; the others stay, and trying again draws it", async () => {
  await page.evaluate(() => {
    const spell = Number.prototype.toLocaleString;
    Object.assign(window, { mend: () => Object.assign(Number.prototype, { toLocaleString: spell }) });
    Number.prototype.toLocaleString = () => {
      throw new Error("no digits");
    };
  });
  await go("copy");
  await says("这里暂时打不开，存好的数据没有动：no digits");
  await go("look");
  await says("上升的颜色");
  await go("copy");
  await says("no digits");
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
  await page.click("main [role=alert] button");
  await page.waitForSelector("#copy-text");
});

it("changes language and theme at once, here and in an open popup", async () => {
  const popup = await chromium.openExtensionPage("popup.html?tab=41");
  await popup.waitForSelector("main");
  await page.bringToFront();
  await go("look");
  await choose("语言", "en");
  await says("Display and defaults");
  await popup.waitForFunction(
    () => document.documentElement.lang === "en" && document.body.innerText.includes("Rivals"),
  );
  await choose("Theme", "dark");
  await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(231, 237, 233)");
  await choose("Language", "zh_CN");
  await says("显示与默认");
  await popup.close();
});

it("lists what was looked at, also what was not kept and why", async () => {
  await seedStore(page, { looks: looks("schema_changed"), watch: ["talent:t0", "talent:t1", "talent:t2"] });
  await go("log");
  await page.waitForSelector(".log tbody tr");
  const rows = await page.$$eval(".log tbody tr", (all) => all.map((row) => (row as HTMLElement).innerText));
  expect(rows).toHaveLength(7);
  expect(rows[0]).toContain("没看懂，没有存");
  expect(rows[1]).toContain("小店 达人广场");
});

it("keeps the order of the watch list, removes from it and takes that back", async () => {
  await go("watch");
  const names = (): Promise<string[]> =>
    page.$$eval("ol .rival-name", (all) => all.map((each) => each.textContent ?? ""));
  const order = (wanted: readonly (string | undefined)[]) =>
    page.waitForFunction(
      (list) => [...document.querySelectorAll("ol .rival-name")].map((each) => each.textContent).join() === list,
      {},
      wanted.join(),
    );
  await page.waitForSelector("ol .rival-name");
  const [first, second, third] = await names();
  await page.click(`[aria-label="把 ${third} 上移"]`);
  await order([first, third, second]);
  await page.click(`[aria-label="编辑 ${first}"]`);
  await page.click(".rival-more .button-danger");
  await says(`已移除 ${first}`);
  await order([third, second]);
  await page.click(".status-line button");
  await order([first, third, second]);
});

it("adds competitors by name and ties a name to the one who bears it", async () => {
  await page.type(".inline-form .field", "没见过的茶庄");
  await page.keyboard.press("Enter");
  await says("已添加 1 个");
  await says("还没看到过");
  await page.click(".add-names summary");
  await page.type(".add-names textarea", "名称,分组\n达人5号,茶\n没见过的茶庄,茶");
  await page.click(".stack .button");
  await says("已经在列表中的：没见过的茶庄");
  await page.waitForFunction(() => document.querySelector("ol .rival-name a[href*='id=t5']") !== null);
});

it("deletes everything only after the word was typed, and says that it did", async () => {
  await go("data");
  await says("读数");
  // What takes the room comes in above it: a click at a place may miss it.
  await page.$eval(".button-danger", (button) => (button as HTMLButtonElement).click());
  await page.waitForSelector(".confirm input");
  const act = 'form [type="submit"]';
  expect(await page.$eval(act, (button) => (button as HTMLButtonElement).disabled)).toBe(true);
  await page.type(".confirm input", "删除");
  await page.click(act);
  await says("已全部删除，并逐一检查过：数据库 0 条、本地存储 0 项、缓存 0 个");
  await page.waitForFunction(() => document.querySelector(".facts dd")?.textContent === "0");
  await go("log");
  await says("还没有读过页面");
  await go("watch");
  await says("还没有关注竞品");
});

it("asks nobody for anything and throws nothing", async () => {
  // But for the one that was brought about above.
  expect(chromium.errors.filter((error) => !error.includes("Error: no digits"))).toEqual([]);
  expect(await chromium.outside()).toEqual([]);
});
