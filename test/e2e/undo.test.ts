import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { dumpStore } from "./store-dump";
import { closeFirstRunPage } from "./views-store";

/** The way back of what was decided: with two windows open, and over a worker that was stopped. */
let server: ConsoleServer;
let chromium: ConsoleBrowser;
let one: Page;
let other: Page;
let folder: string;

beforeAll(async () => {
  server = await serveConsole(() => null);
  chromium = await launchBrowser(server);
  await closeFirstRunPage(chromium);
  folder = await mkdtemp(join(tmpdir(), "undo-"));
  one = await chromium.openExtensionPage("options.html#watch");
  other = await chromium.openExtensionPage("options.html#watch");
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 });
const words = (page: Page) => page.evaluate(() => document.querySelector("main")?.innerText ?? "");
const said = (page: Page) => page.$$eval("[role=status]", (all) => all.map((each) => each.textContent).join(" "));
const press = async (page: Page, text: string, within = "main"): Promise<void> => {
  await page.bringToFront();
  const button = await page.waitForFunction(
    (wanted, place) =>
      [...document.querySelectorAll<HTMLButtonElement>(`${place} button`)].find(
        (each) => each.innerText.trim() === wanted && !each.disabled,
      ),
    {},
    text,
    within,
  );
  await (button as ElementHandle<HTMLButtonElement>).evaluate((each) => each.click());
};
const undo = (page: Page): Promise<void> => press(page, "撤销", ".status-line");
async function add(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await page.locator(".add-names form input").fill(name);
  await page.keyboard.press("Enter");
  await soon(() => said(page)).toContain("已添加 1 个");
}

it("what another window has changed since is not overwritten, and the one who undoes is told", async () => {
  await add(one, "茶山阿妹");
  await soon(() => words(other)).toContain("茶山阿妹");
  await press(other, "编辑", ".rival-row");
  await press(other, "归档", ".rival-more");
  await soon(() => said(other)).toContain("已归档 茶山阿妹");
  await undo(one);
  await soon(() => said(one)).toContain("内容已经变化");
  await soon(() => words(one)).toContain("已归档 1 个");
  await undo(other);
  await soon(() => said(other)).toContain("已撤销");
});

it("what nobody has changed since is taken back, also after the worker was stopped", async () => {
  await add(one, "小溪");
  await soon(() => words(other)).toContain("小溪");
  await chromium.killWorker();
  await undo(one);
  await soon(() => said(one)).toContain("已撤销");
  await soon(() => words(other)).not.toContain("小溪");
});

it("an import undone in one window is undone in the other, which cannot do it twice", async () => {
  await writeFile(join(folder, "a.csv"), `达人昵称,粉丝数\n阿妹,5\n`);
  for (const page of [one, other]) {
    await page.bringToFront();
    await page.click('nav a[href="#import"]');
    await page.waitForSelector('.drop input[type="file"]');
  }
  await one.bringToFront();
  const input = (await one.$('.drop input[type="file"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(folder, "a.csv"));
  const source = (await one.waitForSelector('.import input[type="text"], .import input:not([type])')) as ElementHandle;
  await source.type("表");
  await press(one, "写入 1 个数字");
  await soon(() => words(other)).toContain("a.csv");
  await chromium.killWorker();
  await press(other, "撤销");
  await soon(() => said(other)).toContain("移除了 1 个数字");
  await soon(() => one.$$eval(".history button", (all) => all.length)).toBe(0);
  expect((await dumpStore(one)).snapshots).toEqual([]);
  expect(chromium.errors).toEqual([]);
});
