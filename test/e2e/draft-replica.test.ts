import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { openStored } from "../harness/stored";
import { type Replica, serveReplica } from "../replica/replica";
import { replicaUrl } from "../replica/urls";

let replica: Replica;
let chromium: ConsoleBrowser;
beforeAll(async () => {
  replica = await serveReplica();
  chromium = await launchBrowser(replica);
});
afterAll(async () => {
  await chromium?.close();
  await replica?.close();
});

const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000, interval: 50 });

it("the editor of a real micro app: description and short title, and nothing else of the form", async () => {
  const stored = await openStored(chromium);
  const page = await chromium.browser.newPage();
  await page.goto(replicaUrl("post_editor", replica.state.seed, replica.state.day));
  const tab = await chromium.tabId(page);
  await page.waitForFunction(() => document.querySelector("wujie-app")?.shadowRoot?.querySelector(".input-editor"));
  await page.locator(">>> .input-editor").click();
  await page.keyboard.type("全网第一的秋茶");
  await page.keyboard.press("Enter");
  await page.keyboard.type("加微信领取福利");
  await page.locator(">>> .weui-desktop-form__input").click();
  await page.keyboard.type("秋茶上新");
  await soon(async () => (await stored.draft(tab))?.text).toBe("全网第一的秋茶\n加微信领取福利\n秋茶上新");
  const draft = await stored.draft(tab);
  expect(draft?.findings.some(({ text }) => text.includes("第一"))).toBe(true);
  expect(draft?.findings.some(({ category }) => category === "off_platform")).toBe(true);
  expect(chromium.errors).toEqual([]);
});
