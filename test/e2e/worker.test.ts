import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { openStored, type Stored } from "../harness/stored";
import { expectSoundDump } from "../unit/ledger/invariant";
import { type ContentWorld, contentWorld } from "./content-world";
import { GOODS, GOODS_URL, goodsHtml, goodsSeen, serveGoods } from "./goods-page";
import { dumpStore } from "./store-dump";

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let goods = GOODS;
let page: Page;
let own: Page;
let stored: Stored;
let world: ContentWorld;

beforeAll(async () => {
  server = await serveConsole(serveGoods(() => goodsHtml(goods)));
  chromium = await launchBrowser(server);
  own = await chromium.openExtensionPage("manifest.json");
  stored = await openStored(chromium);
  page = await chromium.browser.newPage();
  await page.goto(GOODS_URL);
  world = await contentWorld(page, chromium.extensionId);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const stocks = async (): Promise<readonly (readonly [string | null, unknown])[]> => {
  const { readings, entities } = await stored.view();
  const newest = readings.filter(({ metric }) => metric === "stock");
  return newest.map(({ entity, value }) => [entities.get(entity)?.name ?? null, "value" in value ? value.value : null]);
};
const shown = () => goods.map(({ title, stock }) => [title, stock]);

describe("the built extension", () => {
  it("opens its options page on first installation", async () => {
    const isOptions = (url: string) => url.includes(chromium.extensionId) && url.includes("/options.html");
    await expect.poll(() => chromium.browser.targets().some((target) => isOptions(target.url()))).toBe(true);
  });

  it("loads every script without an error, on its pages and on both consoles", async () => {
    for (const path of ["popup.html", "options.html"]) {
      const view = await chromium.openExtensionPage(path);
      await view.waitForSelector("main");
      await view.close();
    }
    const creator = await chromium.browser.newPage();
    await creator.goto("https://channels.weixin.qq.com/platform");
    await contentWorld(creator, chromium.extensionId);
    await creator.close();
    await page.bringToFront();
    await chromium.worker();
    expect(chromium.errors).toEqual([]);
  });

  it("keeps what a console page shows", async () => {
    await expect.poll(stocks, { timeout: 15_000 }).toEqual(shown());
  });
});

describe("a worker that is stopped", () => {
  it("between looks: the page's next look is kept once", async () => {
    await chromium.killWorker();
    goods = GOODS.map((each) => ({ ...each, stock: each.stock - 7 }));
    await page.reload();
    await expect.poll(stocks, { timeout: 15_000 }).toEqual(shown());
    expectSoundDump(await dumpStore(own));
    world = await contentWorld(page, chromium.extensionId);
  });

  it("before every message: each is kept once, and each knows it a second time", async () => {
    const before = (await dumpStore(own)).snapshots.length;
    for (let at = 0; at < 10; at += 1) {
      await chromium.killWorker();
      const answer = await world.send("observe", { observation: goodsSeen(20, 1_000 + at) });
      expect(answer).toEqual({ ok: true, value: { stored: "new" } });
    }
    for (let at = 0; at < 10; at += 1) {
      const answer = await world.send("observe", { observation: goodsSeen(20, 1_000 + at) });
      expect(answer).toEqual({ ok: true, value: { stored: "known" } });
    }
    const dump = await dumpStore(own);
    expect(dump.snapshots.length - before).toBe(10);
    expectSoundDump(dump);
  });

  it("in the middle of a write: all of it or nothing, and once when it is sent again", async () => {
    const rows = 800;
    const timed = performance.now();
    await world.send("observe", { observation: goodsSeen(rows, 10_000) });
    // It is stopped sooner after each answer and later after each cut: so about half of the moments are within a write.
    let wait = (performance.now() - timed) / 2;
    let cut = 0;
    for (let at = 1; at <= 8; at += 1) {
      const before = await dumpStore(own);
      const observation = goodsSeen(rows, 10_000 + at);
      await chromium.worker();
      const sent = world.send("observe", { observation });
      await new Promise((resolve) => setTimeout(resolve, wait));
      await chromium.killWorker();
      const answer = await sent;
      const after = await dumpStore(own);
      expectSoundDump(after);
      const added = after.snapshots.length - before.snapshots.length;
      const acknowledged = typeof answer === "object";
      wait *= acknowledged ? 0.6 : 1.3;
      if (!acknowledged) cut += 1;
      // What was acknowledged is there; what was not may be, whole.
      expect(added).toBeLessThanOrEqual(1);
      if (acknowledged) expect(added).toBe(1);
      expect(after.readings.at(-1)?.rows.length).toBe(rows * 4);

      const again = await world.send("observe", { observation });
      expect(again).toEqual({ ok: true, value: { stored: added === 1 ? "known" : "new" } });
      const last = await dumpStore(own);
      expect(last.snapshots.length - before.snapshots.length).toBe(1);
      expectSoundDump(last);
    }
    process.stdout.write(`  stopped ${cut} of 8 before the answer\n`);
    expect(cut).toBeGreaterThan(1);
  }, 240_000);

  it("with a draft: the next pause has its findings, with the goods class that was chosen before", async () => {
    const draft = (seq: number, text: string) => ({ seq, page: "goods_editor", text });
    const first = await world.send("draft", draft(1, "全国最好的茶"));
    expect(first).toMatchObject({ ok: true, value: { seq: 1, findings: [{ category: "absolute_term" }] } });
    const tab = (await dumpStore(own)).drafts[0]?.tab;
    await own.evaluate((input) => chrome.runtime.sendMessage({ kind: "set_draft_scope", input }), {
      tab,
      scope: { goods: "alcohol", channel: "live_script", account: "shop" },
    });
    await chromium.killWorker();
    const second = await world.send("draft", draft(2, "全国最好的好茶"));
    expect(second).toMatchObject({ ok: true, value: { seq: 2, findings: [{ category: "absolute_term" }] } });
    expect(await stored.draft(tab ?? 0)).toMatchObject({
      text: "全国最好的好茶",
      goods: "alcohol",
      channel: "live_script",
    });
  });

  it("and a closed tab: its draft is gone", async () => {
    await chromium.killWorker();
    await page.close();
    await expect.poll(async () => (await dumpStore(own)).drafts).toEqual([]);
    expect(chromium.errors).toEqual([]);
    expect(await chromium.outside()).toEqual([]);
  });
});
