import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { askWorker } from "../harness/ask-worker";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { expectSoundDump } from "../unit/ledger/invariant";
import { type ContentWorld, contentWorld } from "./content-world";
import { GOODS, GOODS_URL, goodsHtml, goodsSeen, serveGoods } from "./goods-page";
import { dumpStore } from "./store-dump";
import { expectSurvived } from "./survived";

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let own: Page;
let world: ContentWorld;

beforeAll(async () => {
  server = await serveConsole(serveGoods(() => goodsHtml(GOODS)));
  chromium = await launchBrowser(server);
  own = await chromium.openExtensionPage("manifest.json");
  const page = await chromium.browser.newPage();
  await page.goto(GOODS_URL);
  world = await contentWorld(page, chromium.extensionId);
  // The page is read by itself, too, while it is in front: what that keeps is told as well, and must not come later.
  await vi.waitFor(async () => expect((await dumpStore(own)).snapshots).not.toEqual([]), { timeout: 20_000 });
  await own.bringToFront();
});
afterAll(async () => {
  if (chromium) await expectSurvived(chromium, "store");
  await chromium?.close();
  await server?.close();
});

const observe = (stock: number) => world.send("observe", { observation: goodsSeen(10, stock) });
const decide = (kind: string, input: unknown) => askWorker(own, kind, input);

describe("the store in a real browser", () => {
  it("tells open views of every change", async () => {
    await own.evaluate(`globalThis.heard = []; globalThis.channel = new BroadcastChannel("ledger-changed");
      channel.onmessage = ({ data }) => heard.push(data.what)`);
    await observe(3);
    await decide("set_settings", { patch: { theme: "dark" } });
    await expect.poll(() => own.evaluate("heard")).toEqual(["captures", "settings"]);
  });

  it("stops keeping at once when reading is switched off, and starts again when on", async () => {
    const off = { patch: { reading: { hosts: { "store.weixin.qq.com": false } } } };
    expect(await decide("set_settings", off)).toMatchObject({ ok: true });
    const before = await dumpStore(own);
    expect(await observe(4)).toEqual({ ok: true, value: { stored: "nothing" } });
    expect(await dumpStore(own)).toEqual(before);
    await decide("set_settings", { patch: { reading: { hosts: { "store.weixin.qq.com": true } } } });
    expect(await observe(4)).toEqual({ ok: true, value: { stored: "new" } });
  });

  it("deletes everything, and works on", async () => {
    await world.send("draft", { seq: 1, page: "goods_editor", text: "好茶" });
    const rival = { kind: "rival", id: "talent:1", fields: { entity: "talent:1" } };
    expect(await decide("put_notes", { notes: [rival] })).toMatchObject({ ok: true });
    expect(await decide("delete_everything", {})).toEqual({ ok: true, value: {} });
    const left = Object.entries(await dumpStore(own)).filter(([, rows]) => rows.length > 0);
    // The open console page is asked again, now that the settings are the defaults, and may have said what it shows.
    const looks = left.filter(([store]) => !["drafts", "settings", "notes"].includes(store));
    expect(left.filter((each) => !looks.includes(each))).toEqual([]);
    expect(await decide("delete_everything", {})).toEqual({ ok: true, value: {} });
    expect(await observe(5)).toEqual({ ok: true, value: { stored: "new" } });
    expectSoundDump(await dumpStore(own));
  });

  it("written by a newer version is read and not written, and the answer says so", async () => {
    const before = await dumpStore(own);
    await own.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open("ledger", 99);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        }),
    );
    expect(await observe(6)).toMatchObject({
      ok: false,
      error: { code: "newer", message: expect.stringContaining("更新") },
    });
    expect(await decide("set_settings", { patch: { theme: "dark" } })).toMatchObject({
      error: { code: "newer" },
    });
    await chromium.killWorker();
    expect(await observe(7)).toMatchObject({ ok: false, error: { code: "newer" } });
    expect(await dumpStore(own)).toEqual(before);
    // Views still show what is there, and say why nothing new comes.
    const popup = await chromium.openExtensionPage("popup.html");
    await popup.waitForSelector(".header [role=alert]");
    expect(await popup.$eval(".header [role=alert]", (each) => each.textContent)).toContain("更新版本");
    await popup.goto(popup.url().replace("popup.html", "options.html#data"));
    await popup.waitForSelector("main [role=alert]");
    expect(await popup.$eval("main", (main) => main.textContent)).toContain("当前只能查看");
    expect(chromium.errors).toEqual([]);
  });
});
