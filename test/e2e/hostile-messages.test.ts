import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/ledger/model";
import { POLICY } from "../../src/messaging/policy";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { openStored, type Stored } from "../harness/stored";
import { expectSoundDump } from "../unit/ledger/invariant";
import { type ContentWorld, contentWorld } from "./content-world";
import { GOODS, GOODS_URL, goodsHtml, goodsSeen, serveGoods } from "./goods-page";
import { FORGED, HOSTILE_HEAD } from "./hostile-head";
import { dumpStore, type StoreDump } from "./store-dump";

const SCRIPTED = `<img src=x onerror="document.title='ran';globalThis.ran=1">&lt;script&gt;globalThis.ran=1&lt;/script&gt;{{7*7}}`;
const SCRIPTED_TEXT = "<script>globalThis.ran=1</script>{{7*7}}";

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let html = goodsHtml(GOODS);
let own: Page;
let stored: Stored;

beforeAll(async () => {
  server = await serveConsole(serveGoods(() => html));
  chromium = await launchBrowser(server);
  own = await chromium.openExtensionPage("manifest.json");
  stored = await openStored(chromium);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** Opens the page and waits until its look is kept; gives name, metric and value of all that is stored of it. */
async function readGoods(): Promise<readonly string[]> {
  const before = (await stored.latest())?.seq ?? 0;
  const page = await chromium.browser.newPage();
  await page.goto(GOODS_URL);
  const looks = async () => (await stored.sightingsSince(before)).filter(({ snapshot }) => snapshot !== null);
  await expect.poll(async () => (await looks()).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const ids = (await looks()).map(({ snapshot }) => snapshot ?? "");
  const captured = await stored.snapshots(ids);
  await page.close();
  const lines = captured.flatMap(({ readings }) => readings);
  return [...new Set(lines.map(({ shown, metric, value }) => JSON.stringify([shown, metric, value])))].sort();
}

describe("a hostile page", () => {
  it("changes nothing of what is read and stored", async () => {
    const honest = await readGoods();
    expect(honest.length).toBeGreaterThanOrEqual(GOODS.length * 2);
    html = goodsHtml(GOODS, HOSTILE_HEAD);
    expect(await readGoods()).toEqual(honest);
    const dump = await dumpStore(own);
    expect(JSON.stringify(dump)).not.toContain(FORGED);
    expect(JSON.stringify(dump)).not.toContain("假货");
    expectSoundDump(dump);
  });

  it("finds no way to the extension, and sees nothing put into it", async () => {
    html = goodsHtml(GOODS, `${HOSTILE_HEAD}<script>window.known = [${JSON.stringify(chromium.extensionId)}]</script>`);
    const page = await chromium.browser.newPage();
    await page.goto(GOODS_URL);
    await expect.poll(async () => (await stored.latest())?.snapshot ?? null, { timeout: 20_000 }).not.toBeNull();
    expect(await page.evaluate("window.found.length")).toBe(0);
    const elements = await page.evaluate("document.querySelectorAll('*').length");
    const plain = await chromium.browser.newPage();
    await plain.setContent(html);
    expect(elements).toBe(await plain.evaluate("document.querySelectorAll('*').length"));
    await plain.close();
    await page.close();
    expect(await keptSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it("with script in a product's title runs none of it, neither in the store nor in the views", async () => {
    const [first, ...others] = GOODS;
    html = goodsHtml([{ ...(first as (typeof GOODS)[number]), title: SCRIPTED }, ...others]);
    const seen = await readGoods();
    expect(seen.some((line) => line.includes("globalThis.ran=1"))).toBe(true);
    for (const path of ["popup.html", "options.html"]) {
      const view = await chromium.openExtensionPage(path);
      await view.waitForSelector("main");
      expect(await view.evaluate("[globalThis.ran, document.title === 'ran']")).toEqual([null, false]);
      await view.close();
    }
    const names = (await dumpStore(own)).entities.map(({ name }) => name);
    expect(names.some((name) => name?.includes(SCRIPTED_TEXT))).toBe(true);
  });
});

describe("a content script that was taken over", () => {
  let page: Page;
  let world: ContentWorld;
  let before: StoreDump;

  beforeAll(async () => {
    html = goodsHtml(GOODS);
    page = await chromium.browser.newPage();
    await page.goto(GOODS_URL);
    world = await contentWorld(page, chromium.extensionId);
  });
  afterAll(() => page.close());

  it("is heard as long as it says what the page shows", async () => {
    const tab = await chromium.tabId(page);
    const look = async () => (await stored.latest()) ?? { tab: null, snapshot: null };
    await expect.poll(look, { timeout: 20_000 }).toMatchObject({ tab, snapshot: expect.any(String) });
    // Out of sight the page is not read, so what is stored from here on is what is said below.
    await own.bringToFront();
    before = await dumpStore(own);
  });

  it("may not read or change what the user decides", async () => {
    const forbidden = Object.entries(POLICY).filter(([, side]) => side === "extension");
    for (const [kind] of forbidden) {
      const answer = await world.send(kind, {});
      expect([kind, answer]).toMatchObject([kind, { ok: false, error: { code: "forbidden" } }]);
    }
    expect(await world.send("read_store", {})).toMatchObject({ ok: false, error: { code: "unknown_kind" } });
    expect(await keptSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it("has no database, tabs or settings of the extension at hand", async () => {
    expect(await world.evaluate("typeof chrome.tabs")).toBe("undefined");
    const areas =
      "['session', 'local', 'sync'].map((area) => chrome.storage[area].get().then(() => area, () => 'closed'))";
    expect(await world.evaluate(`Promise.all(${areas})`)).toEqual(["closed", "closed", "closed"]);
    const names = await world.evaluate("indexedDB.databases().then((all) => all.map(({ name }) => name))");
    expect(names).toEqual([]);
  });

  it("stores nothing that does not fit dictionary, shape, size or its own page", async () => {
    const seen = goodsSeen(2, 5);
    const [first] = seen.readings;
    const elsewhere = { ...seen, url: "https://channels.weixin.qq.com/platform/post/list" };
    expect(await world.send("observe", { observation: elsewhere })).toEqual({ ok: true, value: { stored: "nothing" } });
    const refused: [unknown, string][] = [
      [{ observation: { ...seen, url: "https://evil.example/" } }, "bad_message"],
      [{ observation: { ...seen, readings: [{ ...first, metric: "made_up" }] } }, "unfit"],
      [{ observation: { ...seen, readings: [{ ...first, unit: "fen" }] } }, "unfit"],
      [{ observation: { ...seen, readings: [{ ...first, entity: 9 }] } }, "unfit"],
      [{ observation: { ...seen, token: "x" } }, "bad_message"],
      [{}, "bad_message"],
      [null, "bad_message"],
    ];
    for (const [input, code] of refused) {
      expect(await world.send("observe", input)).toMatchObject({ ok: false, error: { code } });
    }
    const endless = { host: "x".repeat(100_000) };
    expect(await world.send("hello", endless)).toMatchObject({ ok: false, error: { code: "too_large" } });
    const after = await dumpStore(own);
    expect(after.snapshots.length).toBe(before.snapshots.length);
    expect(after.sightings.length).toBe(before.sightings.length);
  });

  it("is turned away when it floods, while other tabs are heard", async () => {
    const flood = await world.evaluate(`Promise.all(Array.from({ length: 300 }, () =>
      chrome.runtime.sendMessage({ kind: "hello", input: { host: location.host } }))).then((all) => all.map(({ ok, error }) => ok || error.code))`);
    expect(new Set(flood as unknown[])).toEqual(new Set([true, "busy"]));
    const other = await chromium.browser.newPage();
    await other.goto(GOODS_URL);
    const calm = await contentWorld(other, chromium.extensionId);
    expect(await calm.send("hello", { host: "store.weixin.qq.com" })).toMatchObject({ ok: true });
    await other.close();
  });

  it("leaves no error behind and asks nothing of the outside", async () => {
    expect(chromium.errors).toEqual([]);
    expect(await chromium.outside()).toEqual([]);
  });
});

async function keptSettings(): Promise<unknown> {
  const kept = await own.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("ledger");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const request = opening.result.transaction("settings").objectStore("settings").get("settings");
          request.onsuccess = () => resolve(request.result ?? null);
        };
      }),
  );
  return kept ?? DEFAULT_SETTINGS;
}
