import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
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
  await type(1, "correct horse");
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

  await press("开始导入");
  await soon(said).toContain("导入完成：新增 0 个读数");
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
}, 120_000);
