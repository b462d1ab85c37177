import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { DRAFT_MAX } from "../../src/console/draft-max";
import { DRAFT } from "../fixtures/ui/draft";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { closeFirstRunPage, seedStore } from "./views-store";

/** What the popup says of the page in front: what it is for, or why nothing is read of it. */

const STORE = "https://store.weixin.qq.com/shop";
const CHANNELS = "https://channels.weixin.qq.com/platform";
const PAGES: Readonly<Record<string, string>> = {
  "/platform/post/create":
    '<div>视频描述</div><div contenteditable="" data-placeholder="添加描述" style="min-height:60px"></div>',
  "/platform/notice": "<h1>平台通知</h1><p>2026年11月20日 10:00</p><p>本周规则有更新，请查看。</p>",
  "/shop/statistics/transaction": '<h1>店铺数据</h1><canvas width="900" height="600"></canvas>',
  "/shop/goods/list": `<h1>商品列表</h1><p>共 2 件商品</p><table>
    <tr><th>商品名称</th><th>商品ID</th><th>商品状态</th><th>库存</th></tr>
    ${[1, 2, 3].map((n) => `<tr><td>春茶${n}号</td><td>1000000000${n}</td><td>在售</td><td>${n}</td></tr>`).join("")}
    </table>`,
};

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let popup: Page | undefined;

beforeAll(async () => {
  server = await serveConsole(({ path }) => {
    const body = PAGES[path.split("?")[0] ?? ""];
    return body === undefined ? null : { type: "text/html; charset=utf-8", body: `<meta charset="utf-8">${body}` };
  });
  chromium = await launchBrowser(server);
  await closeFirstRunPage(chromium);
});
afterEach(async () => {
  await popup?.close();
  popup = undefined;
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** Opens the popup over a tab as wide as it is. */
async function openPopup(tab: number): Promise<Page> {
  popup = await chromium.openExtensionPage(`popup.html?tab=${tab}`);
  await popup.setViewport({ width: 360, height: 600 });
  return popup;
}
const says = (page: Page, where: string, words: string): Promise<unknown> =>
  page.waitForFunction(
    (selector, wanted) => document.querySelector<HTMLElement>(selector)?.innerText.includes(wanted),
    { polling: 50 },
    where,
    words,
  );

it.each([
  [`${CHANNELS}/post/create`, ["编辑页 只查文案，不读数据"]],
  [`${CHANNELS}/notice`, ["这个页面不读取 只读取经营数据页，不读聊天和买家信息"]],
  [`${STORE}/statistics/transaction`, ["这一页的内容读不到", "数字画在图片里，读不到", "读取记录"]],
  [`${STORE}/goods/list`, ["页面变了，没看懂", "这一页的数字没有保存", "行数对不上：应为 2，看到 3"]],
])("of %s: %s", async (url, words) => {
  const tab = await chromium.browser.newPage();
  await tab.goto(url);
  const page = await openPopup(await chromium.tabId(tab));
  // A page behind another is not read.
  await tab.bringToFront();
  for (const each of words) await says(page, ".front", each);
  const text = await page.$eval(".front", (line) => (line as HTMLElement).innerText);
  expect(text).not.toContain("0 项");
  await tab.close();
});

it("says of a draft at the limit that only its beginning is checked, and nothing of one under it; of words whose page is gone that they are", async () => {
  const page = await openPopup(41);
  await page.click("#tab-compliance");
  const draft = { ...DRAFT, tab: 41, at: Date.now(), document: null, seq: 1 };
  const of = (length: number): string => DRAFT.text + "茶".repeat(length - DRAFT.text.length);
  await seedStore(page, { drafts: [{ ...draft, text: of(DRAFT_MAX - 1) }] });
  await page.waitForSelector("mark");
  expect(await page.evaluate(() => document.body.innerText)).not.toContain("文案太长");
  await seedStore(page, { drafts: [{ ...draft, seq: 2, text: of(DRAFT_MAX) }] });
  await says(page, "#panel-compliance", "文案太长，只检查前 1,048,576 字");
  await page.click(".finding-show");
  await says(page, ".status-line", "页面里找不到这些字了");
});

it("asks nobody for anything and throws nothing", async () => {
  expect(chromium.errors).toEqual([]);
  expect(await chromium.outside()).toEqual([]);
});
