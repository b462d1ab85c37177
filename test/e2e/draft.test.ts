import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DRAFT_MAX } from "../../src/console/draft-max";
import type { Settings } from "../../src/ledger/model";
import type { DeepPartial } from "../../src/messaging/protocol";
import { askWorker } from "../harness/ask-worker";
import { type ConsoleBrowser, KILL_WORKER, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { openStored, type Stored } from "../harness/stored";
import { contentWorld } from "./content-world";
import { expectSurvived } from "./survived";

/** The editor as the console has it: a shell, and its form in the open shadow root of a micro app that comes late. */
const EDITOR = `<!doctype html><meta charset="utf-8"><title>视频号助手</title><div id="container"></div><script>
  const form = \`<div class="form"><div class="label">视频描述</div>
    <div contenteditable="" class="input-editor" data-placeholder="添加描述" style="min-height:60px"></div>
    <div class="label">短标题</div><div><span><input type="text" placeholder="填写短标题有机会获得更多流量"></span></div>
    <div class="label">位置</div><input type="text" placeholder="搜索附近位置"></div>\`;
  setTimeout(() => {
    const app = document.createElement("wujie-app");
    document.querySelector("#container").append(app);
    const root = app.attachShadow({ mode: "open" });
    setTimeout(() => { root.innerHTML = form; }, 50);
  }, 50);
</script>`;
const COMMENTS = `<!doctype html><meta charset="utf-8"><div contenteditable="" class="input-editor" data-placeholder="添加描述"></div>`;

const editor = ">>> .input-editor";
let server: ConsoleServer;
let chromium: ConsoleBrowser;
let stored: Stored;
let control: Page;

beforeAll(async () => {
  server = await serveConsole(({ path }) => ({
    type: "text/html; charset=utf-8",
    body: path.includes("/interaction/") ? COMMENTS : EDITOR,
  }));
  chromium = await launchBrowser(server);
  stored = await openStored(chromium);
  control = await chromium.openExtensionPage("manifest.json");
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const set = (patch: DeepPartial<Settings>) => askWorker(control, "set_settings", { patch });
const marksOn = (on: boolean) => set({ marks: { "channels.weixin.qq.com": on } });

/** Puts the caret into the editor once it is there; the browser driver's own waiting does not see shadow roots change. */
async function enter(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    (document.querySelector("wujie-app")?.shadowRoot ?? document).querySelector(".input-editor"),
  );
  await page.locator(editor).click();
}

async function open(path = "/platform/post/create") {
  const page = await chromium.browser.newPage();
  await page.goto(`https://channels.weixin.qq.com${path}`);
  const tab = await chromium.tabId(page);
  await enter(page);
  return { page, draft: () => stored.draft(tab) };
}
// Where the worker is stopped at every turn, an answer may take three tries of up to 5 s each.
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: KILL_WORKER ? 30_000 : 10_000, interval: 20 });
const highlights = (page: Page) =>
  page.evaluate(() => [...CSS.highlights].flatMap(([name, it]) => [...it].map((range) => `${name}:${range}`)).sort());

it("checks what is typed, keeps one draft for the tab, and forgets it with its page", async () => {
  const { page, draft } = await open();
  await page.keyboard.type("全网最好的面霜，三天见效");
  await page.locator(">>> input").click();
  await page.keyboard.type("国家级品质");
  await soon(async () => (await draft())?.text).toBe("全网最好的面霜，三天见效\n国家级品质");
  const kept = await draft();
  expect(kept).toMatchObject({ page: "post_editor", channel: "video_caption" });
  const absolute = kept?.findings.filter(({ category }) => category === "absolute_term") ?? [];
  expect(absolute.some(({ text }) => text.includes("最好"))).toBe(true);
  expect(absolute.some(({ text }) => text.includes("国家级"))).toBe(true);
  for (const { start, end, text } of kept?.findings ?? []) expect(kept?.text.slice(start, end)).toBe(text);
  expect(await highlights(page)).toEqual([]);
  await page.goto("https://channels.weixin.qq.com/platform/post/create");
  await soon(draft).toBeNull();
  await page.close();
});

it("forgets the draft when the console moves to another page without loading", async () => {
  const { page, draft } = await open();
  await page.keyboard.type("国家级");
  await soon(async () => (await draft())?.text).toBe("国家级");
  await page.evaluate(() => history.pushState({}, "", "/platform/post/list"));
  await soon(draft).toBeNull();
  await page.keyboard.type("第一");
  await page.evaluate(() => history.pushState({}, "", "/platform/post/create"));
  await soon(async () => (await draft())?.text).toBe("国家级第一");
  await page.close();
});

it("marks follow the user's switch at once, and the words", async () => {
  const { page, draft } = await open();
  await page.keyboard.type("国家级");
  await soon(async () => (await draft())?.text).toBe("国家级");
  await marksOn(true);
  await soon(() => highlights(page)).toEqual(["channels-companion-block-light:国家级"]);
  await page.keyboard.press("Home");
  await page.keyboard.type("今年");
  await soon(() => highlights(page)).toEqual(["channels-companion-block-light:国家级"]);
  await marksOn(false);
  await soon(() => highlights(page)).toEqual([]);
  const sheets = await page.evaluate(() => document.querySelector("wujie-app")?.shadowRoot?.adoptedStyleSheets.length);
  expect(sheets).toBe(0);
  await page.close();
});

it("reads nothing while reading is off, and lets go of what it had", async () => {
  const { page, draft } = await open();
  await page.keyboard.type("国家级");
  await soon(async () => (await draft())?.text).toBe("国家级");
  await set({ reading: { hosts: { "channels.weixin.qq.com": false } } });
  await soon(draft).toBeNull();
  await page.keyboard.type("第一");
  await set({ reading: { hosts: { "channels.weixin.qq.com": true } } });
  await soon(async () => (await draft())?.text).toBe("国家级第一");
  await page.close();
});

it("asks again what goods it is about when the user says so", async () => {
  const { page, draft } = await open();
  await marksOn(true);
  await page.keyboard.type("改善睡眠");
  await soon(async () => (await draft())?.text).toBe("改善睡眠");
  const tab = await chromium.tabId(page);
  const scope = { goods: "food_ordinary", channel: "video_caption", account: "shop" };
  await askWorker(control, "set_draft_scope", { tab, scope });
  await soon(async () => (await draft())?.goods).toBe("food_ordinary");
  const findings = (await draft())?.findings ?? [];
  expect(findings.length).toBeGreaterThan(0);
  await soon(async () => (await highlights(page)).length).toBe(findings.length);
  await marksOn(false);
  await page.close();
});

it("goes on over a worker that is stopped between two words", async () => {
  const { page, draft } = await open();
  await page.keyboard.type("面霜");
  await soon(async () => (await draft())?.text).toBe("面霜");
  await chromium.killWorker();
  await page.keyboard.type("国家级");
  await soon(async () => (await draft())?.findings.map(({ text }) => text)).toEqual(["国家级"]);
  await page.close();
});

it("checks the beginning of a text that is too long, instead of keeping an older one", async () => {
  const { page, draft } = await open();
  await page.keyboard.type("国家级");
  await soon(async () => (await draft())?.text).toBe("国家级");
  await page.evaluate((most) => {
    const field = document.querySelector("wujie-app")?.shadowRoot?.querySelector(".input-editor");
    if (field) field.textContent = `全网最好。${"春".repeat(most)}`;
  }, DRAFT_MAX);
  await soon(async () => (await draft())?.text.length).toBe(DRAFT_MAX);
  expect((await draft())?.findings.map(({ text }) => text)).toEqual(["全网最好"]);
  await page.close();
});

it("reads no comment page, whatever its fields say", async () => {
  const { page, draft } = await open("/platform/interaction/comment");
  await page.keyboard.type("国家级");
  // Neither the reader nor the checker is in a page of people's words.
  const { evaluate } = await contentWorld(page, chromium.extensionId);
  expect(await evaluate("[...companionScripts]")).toEqual(["page-loader"]);
  await page.goto("https://channels.weixin.qq.com/platform/post/create");
  await enter(page);
  await page.keyboard.type("秋");
  await soon(async () => (await draft())?.text).toBe("秋");
  await page.close();
});

it("leaves a sound store, no error, and asks nothing of anyone", async () => {
  await expectSurvived(chromium, "drafts");
  expect(chromium.errors).toEqual([]);
  expect(await chromium.outside()).toEqual([]);
});

it("retires without a word when the extension is reloaded under it, and the new one takes over the open page", async () => {
  await marksOn(true);
  const { page } = await open();
  await page.keyboard.type("国家级");
  await soon(() => highlights(page)).toEqual(["channels-companion-block-light:国家级"]);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  // The browser closes the extension's own pages with it.
  const gone = new Promise((resolve) => control.once("close", resolve));
  await control.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 0));
  await gone;
  await page.keyboard.type("的好东西，全网最好");
  // The page that hears the worker, and has it stopped, went with the extension.
  if (KILL_WORKER) return page.close();
  // Also the user's switch outlived the update.
  await soon(() => highlights(page)).toEqual([
    "channels-companion-block-light:全网最好",
    "channels-companion-block-light:国家级",
  ]);
  expect(errors).toEqual([]);
  await page.close();
});
