import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type Bucket, openBucket } from "../harness/bucket";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { EXTENSION } from "../harness/files";
import { contentWorld } from "./content-world";
import { GOODS, GOODS_URL, goodsHtml, goodsSeen, serveGoods } from "./goods-page";
import { dumpStore } from "./store-dump";
import { closeFirstRunPage } from "./views-store";

// The user's answer to the browser's question cannot be given by a test, so the build here holds the permission already;
// test/e2e/manifest.test.ts shows that the shipped one asks for it.
async function granted(folder: string, origin: string): Promise<string> {
  const copy = join(folder, "extension");
  await cp(EXTENSION, copy, { recursive: true });
  const manifest = JSON.parse(await readFile(join(copy, "manifest.json"), "utf8"));
  await writeFile(join(copy, "manifest.json"), JSON.stringify({ ...manifest, host_permissions: [`${origin}/*`] }));
  return copy;
}

let server: ConsoleServer;
let bucket: Bucket;
let chromium: ConsoleBrowser;
let options: Page;
let folder: string;

beforeAll(async () => {
  bucket = await openBucket();
  folder = await mkdtemp(join(tmpdir(), "granted-"));
  server = await serveConsole(serveGoods(() => goodsHtml(GOODS)));
  const mapped = `MAP ${bucket.host}:443 127.0.0.1:${bucket.port}`;
  const extension = await granted(folder, `https://${bucket.host}`);
  chromium = await launchBrowser(server, { extension, resolve: [mapped] });
  await closeFirstRunPage(chromium);
  const page = await chromium.browser.newPage();
  await page.goto(GOODS_URL);
  await (await contentWorld(page, chromium.extensionId)).send("observe", { observation: goodsSeen(50, 7) });
  options = await chromium.openExtensionPage("options.html#cloud");
  await options.waitForSelector("input[type=password]");
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  await bucket?.close();
  await rm(folder, { recursive: true, force: true });
});

const text = () => options.$eval("main", (main) => main.textContent ?? "");
const press = (name: string) => options.locator(`::-p-xpath(//button[normalize-space()="${name}"])`).click();
const fields = () => options.$$("main form input.field");
const type = async (at: number, words: string) => {
  const field = (await fields())[at] as ElementHandle;
  // Not by a click: a backup that ends meanwhile moves the form down, and the click beside it.
  await field.evaluate((input) => (input as HTMLInputElement).select());
  await field.focus();
  await field.type(words);
};
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 });

it("wrong keys are told; the right ones pass the test; a fault shows in the popup with its cause until it is over", async () => {
  await type(0, bucket.bucket.bucket);
  await type(2, bucket.keys.secretId);
  await type(3, "wrong");
  await type(4, "correct horse");
  await type(5, "correct horse");
  await press("保存并测试");
  await soon(text).toContain("存储桶拒绝了密钥");
  await type(2, bucket.keys.secretId);
  await type(3, bucket.keys.secretKey);
  await press("保存并测试");
  await soon(text).toContain("测试通过，已保存。");

  // Enough for the round that is due by itself as well.
  bucket.faults.push(...Array<"500">(60).fill("500"));
  await press("立即备份");
  await soon(text).toContain("存储桶暂时出错");
  const popup = await chromium.openExtensionPage("popup.html");
  await popup.waitForSelector(".notice .text-button");
  expect(await popup.$eval(".header", (header) => header.textContent)).toMatch(/备份失败：.*存储桶暂时出错.*下次：/);
  await popup.close();

  bucket.faults.length = 0;
  await options.bringToFront();
  await press("立即备份");
  await soon(text).toContain("已存进 backup-1250000000");
  expect(await text()).not.toContain("备份失败");
});

it("what lies in the bucket is sealed, and comes back after everything here was deleted", async () => {
  const before = await dumpStore(options);
  await options.evaluate(() => chrome.runtime.sendMessage({ kind: "delete_everything", input: {} }));
  await options.reload();
  await options.waitForSelector("input[type=password]");
  expect(await text()).not.toContain("立即备份");
  await type(0, bucket.bucket.bucket);
  await type(2, bucket.keys.secretId);
  await type(3, bucket.keys.secretKey);
  await type(4, "another horse");
  await type(5, "another horse");
  // Else the first backup under the new passphrase may be there before the list is asked for.
  await options.select("main form select", "off");
  await press("保存并测试");
  await soon(text).toContain("测试通过，已保存。");
  await press("列出备份");
  await soon(() => options.$$("main table .text-button").then((all) => all.length)).toBeGreaterThan(0);
  await press("检查");
  await soon(text).toContain("口令不对");
  const [passphrase] = (await options.$$("main section.vault-form input[type=password]")) as ElementHandle[];
  await passphrase?.type("correct horse");
  await press("检查");
  await soon(text).toContain("将新增");
  await press("开始导入");
  await soon(text).toContain("导入完成");
  const after = await dumpStore(options);
  expect(after.snapshots.map(({ id }) => id)).toEqual(before.snapshots.map(({ id }) => id));
  expect(bucket.asked.some((line) => line.includes("S3RVER") || line.includes("horse"))).toBe(false);
  // A refused request is logged by the browser itself.
  expect(chromium.errors.filter((line) => !/status of (403|404|500)/.test(line))).toEqual([]);
  expect((await chromium.outside()).filter((url) => !url.startsWith(`https://${bucket.host}/`))).toEqual([]);
});
