import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { LockView } from "../../src/vault/lock/lock-view";
import { untilAnswered } from "../harness/ask-worker";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { expectSoundDump } from "../unit/ledger/invariant";
import { contentWorld } from "./content-world";
import { GOODS, GOODS_URL, goodsHtml, goodsSeen, serveGoods } from "./goods-page";
import { dumpStore } from "./store-dump";
import { closeFirstRunPage } from "./views-store";

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let options: Page;
let folder: string;

beforeAll(async () => {
  server = await serveConsole(serveGoods(() => goodsHtml(GOODS)));
  chromium = await launchBrowser(server);
  await closeFirstRunPage(chromium);
  folder = await mkdtemp(join(tmpdir(), "downloads-"));
  const page = await chromium.browser.newPage();
  await page.goto(GOODS_URL);
  await (await contentWorld(page, chromium.extensionId)).send("observe", { observation: goodsSeen(50, 7) });
  options = await chromium.openExtensionPage("options.html#archive");
  const session = await options.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, eventsEnabled: false });
  await options.waitForSelector("input[type=file]");
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const said = () => options.$$eval("[role=status]", (all) => all.map((each) => each.textContent).join(" "));
const press = async (text: string) => options.locator(`::-p-xpath(//button[normalize-space()="${text}"])`).click();
const passphrases = () => options.$$("input[type=password]");
const type = async (at: number, text: string) => {
  const field = (await passphrases())[at] as ElementHandle;
  await field.click({ count: 3 });
  await field.type(text);
};
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 });

it("a sealed file comes out of the screen and goes back in; a wrong passphrase changes nothing", async () => {
  await type(0, "correct horse");
  await type(1, "correct hose");
  await soon(said).toContain("两次输入的口令不一样");
  await type(1, "correct horse");
  await soon(said).not.toContain("两次输入的口令不一样");
  await press("导出为文件");
  await soon(said).toContain("已导出");
  await soon(async () => (await readdir(folder)).filter((name) => name.endsWith(".ccarchive")).length).toBe(1);
  const [name = ""] = await readdir(folder);
  const before = await dumpStore(options);

  const input = (await options.$("input[type=file]")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(folder, name));
  await type(2, "wrong horse");
  await press("检查文件");
  await soon(said).toContain("口令不对");
  await type(2, "correct horse");
  await press("检查文件");
  await soon(() => options.$$eval("fieldset", (all) => all.map((each) => each.textContent).join())).toContain(
    "将新增 0 个读数",
  );
  expect(await dumpStore(options)).toEqual(before);
  // Who works by keyboard is led to what was found, and then to how it ended.
  const place = () => options.evaluate(() => document.activeElement?.className);
  expect(await place()).toContain("vault-found");

  const take = await options.waitForSelector("::-p-xpath(//button[normalize-space()='开始导入'])");
  await take?.focus();
  await options.keyboard.press("Enter");
  await soon(said).toContain("导入完成：新增 0 个读数");
  await soon(place).toBe("vault-work");
  await options.evaluate(() => chrome.runtime.sendMessage({ kind: "delete_everything", input: {} }));
  await press("检查文件");
  await soon(() => options.$$("fieldset").then((all) => all.length)).toBe(1);
  await press("开始导入");
  await soon(said).toContain("导入完成");
  const after = await dumpStore(options);
  expectSoundDump(after);
  expect(after.snapshots.map(({ id }) => id)).toEqual(expect.arrayContaining(before.snapshots.map(({ id }) => id)));
  expect(chromium.errors).toEqual([]);
  expect(await chromium.outside()).toEqual([]);
});

it("exports and cleans up in one step: the file first, then what later looks replaced, and the file brings it back", async () => {
  const DAY = 86_400_000;
  const noon = Math.floor(Date.now() / DAY - 200) * DAY + 4 * 3_600_000;
  const console = (await chromium.browser.pages()).find((each) => each.url() === GOODS_URL) as Page;
  const world = await contentWorld(console, chromium.extensionId);
  await chromium.setClock(new Date(noon));
  for (const stock of [500, 900]) {
    const stored = await world.send("observe", { observation: goodsSeen(50, stock) });
    expect(stored).toMatchObject({ value: { stored: "new" } });
  }
  await chromium.setClock(null);
  for (const name of await readdir(folder)) await rm(join(folder, name));
  const files = async () => (await readdir(folder)).filter((name) => name.endsWith(".ccarchive"));
  const shown = () => options.$eval(".facts dd", (each) => Number(each.textContent?.replaceAll(",", "")));

  await options.bringToFront();
  await options.goto(`chrome-extension://${chromium.extensionId}/options.html#data`);
  await options.waitForSelector(".facts");
  const [before, room] = [await dumpStore(options), await shown()];
  await press("看看能清理多少");
  await options.waitForSelector("form input[type=password]");
  await type(0, "correct horse");
  await type(1, "correct horse");
  await press("导出并清理");
  await soon(said).toContain("并清理 50 个读数");
  await soon(files).toHaveLength(1);
  const after = await dumpStore(options);
  expectSoundDump(after);
  expect([after.latestBlocks, after.dayBlocks]).toEqual([before.latestBlocks, before.dayBlocks]);
  expect(after.snapshots).toHaveLength(before.snapshots.length - 1);
  await soon(shown).toBe(room - 50);

  await options.goto(`chrome-extension://${chromium.extensionId}/options.html#archive`);
  const input = (await options.waitForSelector("input[type=file]")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(folder, (await files())[0] ?? ""));
  await type(2, "correct horse");
  await press("检查文件");
  await soon(() => options.$$("fieldset").then((all) => all.length)).toBe(1);
  await press("开始导入");
  await soon(said).toContain("导入完成：新增 50 个读数");
  const restored = await dumpStore(options);
  expectSoundDump(restored);
  expect(restored.snapshots.map(({ id }) => id).sort()).toEqual(before.snapshots.map(({ id }) => id).sort());
  expect(chromium.errors).toEqual([]);
});

it("a lock: until it is open nothing is shown or lies readable, and what is seen meanwhile is there afterwards", async () => {
  const PASSPHRASE = "correct horse battery";
  // One that does not begin anew with the lock.
  const aside = await chromium.openExtensionPage("manifest.json");
  await options.bringToFront();
  const ask = (act: object) =>
    untilAnswered(() =>
      aside.evaluate((input) => chrome.runtime.sendMessage({ kind: "lock", input }), act),
    ) as Promise<{
      value?: LockView;
    }>;
  const state = async () => (await ask({ act: "state" })).value;
  const readable = async () => (JSON.stringify(await dumpStore(aside)).match(/春茶|山里人家|goods_list/g) ?? []).length;
  const heading = (page: Page) => page.evaluate(() => document.querySelector("h1")?.textContent ?? "");
  expect(await readable()).toBeGreaterThan(3);

  await options.goto(`chrome-extension://${chromium.extensionId}/options.html#lock`);
  await options.waitForSelector(".lock-facts");
  await type(0, PASSPHRASE);
  await type(1, PASSPHRASE);
  await options.locator(".lock-knows input").click();
  await press("开启锁定");
  await soon(state).toMatchObject({ state: "open" });
  await soon(() => options.$$eval("main p", (all) => all.map((each) => each.textContent).join())).toContain(
    "锁定已开启",
  );
  expect(await readable()).toBe(0);

  await press("立即锁定");
  await soon(() => heading(options)).toBe("已锁定");
  const popup = await chromium.openExtensionPage("popup.html");
  await soon(() => heading(popup)).toBe("已锁定");
  await chromium.killWorker();
  const page = (await chromium.browser.pages()).find((each) => each.url() === GOODS_URL) as Page;
  const seen = await (await contentWorld(page, chromium.extensionId)).send("observe", {
    observation: goodsSeen(50, 77_000),
  });
  expect(seen).toMatchObject({ ok: true });
  expect([await readable(), await state()]).toEqual([0, expect.objectContaining({ state: "locked" })]);
  expect((await state())?.waiting).toBeGreaterThan(0);
  expect(await popup.evaluate(() => document.body.innerText)).not.toMatch(/春茶|山里人家/);

  const field = async () => (await popup.waitForSelector("input[type=password]:enabled")) as ElementHandle;
  await (await field()).type("wrong horse");
  await popup.keyboard.press("Enter");
  // Trying a passphrase takes its time on purpose.
  const shownThere = () => popup.$eval(".lock-status", (each) => each.textContent);
  await expect.poll(shownThere, { timeout: 60_000 }).toContain("口令不对");
  await (await field()).type(PASSPHRASE);
  await popup.keyboard.press("Enter");
  await soon(() => heading(popup)).not.toBe("已锁定");
  await soon(state).toMatchObject({ state: "open", waiting: 0 });
  expect(await readable()).toBe(0);

  await ask({ act: "off", passphrase: PASSPHRASE });
  await soon(state).toMatchObject({ state: "none" });
  const after = await dumpStore(aside);
  expectSoundDump(after);
  expect(JSON.stringify(after.latestBlocks)).toContain("77000");
  expect(chromium.errors).toEqual([]);
});
