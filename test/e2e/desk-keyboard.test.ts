import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { bytesOf, chooseFile, EDITOR, fill, marksAre, press, says } from "./desk-hands";
import { closeFirstRunPage } from "./views-store";

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let popup: Page;
let desk: Page;

const COPY = `国家级品质，全网最好的面霜。${"这是一段没有风险的说明文字。".repeat(3)}全国销量第一，喝三天就能降血压。加微信领红包。`;

beforeAll(async () => {
  server = await serveConsole(() => ({ type: "text/html; charset=utf-8", body: EDITOR }));
  chromium = await launchBrowser(server);
  await closeFirstRunPage(chromium);
  const editor = await chromium.browser.newPage();
  await editor.goto("https://channels.weixin.qq.com/platform/post/create");
  await editor.click(".input-editor");
  await editor.keyboard.type(COPY);
  popup = await chromium.openExtensionPage(`popup.html?tab=${await chromium.tabId(editor)}`);
  await popup.setViewport({ width: 360, height: 600 });
  await popup.waitForSelector('[role="tab"]');
  await popup.click("#tab-compliance");
  await marksAre(popup, ["国家级", "最好", "第一"]);
  desk = await chromium.openExtensionPage("options.html#copy");
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** What has the focus, in its own words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent?.trim() ?? "");
const isOn = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((each) => document.activeElement?.matches(each), { polling: 50 }, selector);

it("keeps the way back in sight where the list is scrolled to, and the keyboard's place once it is taken", async () => {
  await popup.bringToFront();
  const last = ".rows:last-of-type .finding:last-child .finding-actions button";
  await popup.evaluate((each) => [...document.querySelectorAll<HTMLElement>(each)].at(-2)?.focus(), last);
  expect(await popup.evaluate(() => scrollY)).toBeGreaterThan(300);
  await popup.keyboard.press("Enter");
  await says(popup, "已在这篇文案中忽略");
  const box = await (await popup.waitForSelector(".status-line button"))?.boundingBox();
  expect(box?.y).toBeGreaterThan(30);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(600);
  await popup.focus(".status-line button");
  await popup.keyboard.press("Enter");
  await says(popup, "已撤销");
  await isOn(popup, ".status-line");
});

it("closes with Escape what is innermost, and leaves the keyboard where it was opened", async () => {
  await popup.bringToFront();
  await press(popup, "允许的说法", "国家级");
  await isOn(popup, ".finding .field");
  await popup.keyboard.type("品质");
  await popup.keyboard.press("Escape");
  await popup.waitForFunction(() => !document.querySelector(".finding .field"), { polling: 50 });
  expect(await focused(popup)).toBe("允许的说法");
  await popup.keyboard.press("/");
  await isOn(popup, ".find .field");
  await popup.keyboard.press("Escape");
  await popup.waitForFunction(() => !document.querySelector(".find"), { polling: 50 });
  expect(await focused(popup)).toBe("查找（按 / ）");
});

it("points out again what was ignored, and that can be undone too", async () => {
  await press(popup, "忽略一次", "国家级");
  await press(popup, "已忽略 1 处");
  await press(popup, "恢复提示");
  await says(popup, "已恢复提示");
  await marksAre(popup, ["国家级"]);
  await press(popup, "撤销");
  await marksAre(popup, ["最好"], ["国家级"]);
});

it("leads from the popup to where any other text is checked", async () => {
  const opened = chromium.browser.waitForTarget((each) => each.url().endsWith("options.html#copy"), {
    timeout: 10_000,
  });
  await press(popup, "检查别的文案或整个文件");
  await opened;
});

it("takes a double click for one word: a case is sent once, and passes one stage", async () => {
  await desk.bringToFront();
  await desk.waitForSelector("#copy-text");
  await desk.type("#copy-text", "全国销量第一");
  await press(desk, "送审");
  await fill(desk, "你的名字", "小王");
  const twice = (words: string): Promise<void> =>
    desk.evaluate((wanted) => {
      const button = [...document.querySelectorAll<HTMLElement>("main button")].find(
        (each) => each.textContent?.trim() === wanted,
      );
      button?.click();
      button?.click();
    }, words);
  await twice("送审");
  await says(desk, "已送审");
  expect(await desk.$eval('main form button[type="submit"]', (each) => (each as HTMLButtonElement).disabled)).toBe(
    true,
  );
  await desk.evaluate(() => {
    location.hash = "review";
  });
  await says(desk, "全部 1 篇");
  await desk.click(".case");
  await isOn(desk, ".review button");
  await fill(desk, "你的名字", "小李");
  await twice("通过");
  await says(desk, "已记录");
  await says(desk, "待法务审核");
  // What one reviewer has said is not ready to be said in legal's name.
  expect(await desk.$eval("main form input", (each) => (each as HTMLInputElement).value)).toBe("");
  await press(desk, "返回列表");
  await isOn(desk, ".case");
  await says(desk, "完整：2 条记录首尾相连");
});

it("says that a file's result is gone because something else is asked now", async () => {
  await desk.evaluate(() => {
    location.hash = "copy";
  });
  await desk.waitForSelector("#copy-text");
  await chooseFile(desk, "a.txt", bytesOf("全国销量第一\n手工采摘的春茶"));
  await says(desk, "a.txt，2 行");
  await press(desk, "开始检查");
  await says(desk, "没有提示 1 行");
  await desk.select(".copy-scope select", "food_ordinary");
  await says(desk, "请重新检查");
  await press(desk, "开始检查");
  await says(desk, "没有提示 1 行");
  expect(await desk.evaluate(() => document.body.innerText)).not.toContain("请重新检查");
});

it("goes on beside what is removed, with the keyboard: at the next row, the one before, then where it is said", async () => {
  await desk.evaluate(() => {
    location.hash = "rules";
  });
  await desk.waitForSelector('[aria-label="允许的完整说法"]');
  for (const phrase of ["第一步", "第一次", "第一届"]) {
    await desk.type('[aria-label="允许的完整说法"]', phrase);
    await desk.keyboard.press("Enter");
    await desk.waitForSelector(`[aria-label="移除 ${phrase}"]`);
  }
  const order = await desk.$$eval('[aria-label^="移除 第一"]', (all) => all.map((each) => each.ariaLabel ?? ""));
  await desk.focus(`[aria-label="${order[1]}"]`);
  for (const next of [order[2], order[0]]) {
    await desk.keyboard.press("Enter");
    await isOn(desk, `[aria-label="${next}"]`);
  }
  await desk.keyboard.press("Enter");
  await isOn(desk, ".status-line");
  await says(desk, `已${order[0]?.replace("移除 ", "移除“")}”`);
});

it("throws nothing", () => {
  expect(chromium.errors).toEqual([]);
});
