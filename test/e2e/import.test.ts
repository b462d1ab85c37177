import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXPORT_COLUMNS } from "../../options/export/write-export";
import { addDays, shanghaiDay } from "../../src/metrics/calendar";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { openStored, type Stored } from "../harness/stored";
import { expectSoundDump } from "../unit/ledger/invariant";
import { GOODS, GOODS_URL, goodsHtml, serveGoods } from "./goods-page";
import { dumpStore } from "./store-dump";
import { closeFirstRunPage } from "./views-store";

/** The first metric's cell of the newest of six weeks or months. */
const NEWEST = '[data-cell="0 5"]';

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let page: Page;
let stored: Stored;
let folder: string;

const daysAgo = (days: number): string => addDays(shanghaiDay(Date.now()), -days);
const says = (on: Page, words: string): Promise<unknown> =>
  on.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, words);
const press = async (on: Page, words: string): Promise<void> => {
  const button = await on.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll("button")].find((each) => each.innerText.includes(wanted) && !each.disabled),
    {},
    words,
  );
  await (button as ElementHandle<HTMLButtonElement>).evaluate((each) => each.click());
};
const go = async (section: string): Promise<void> => {
  await page.bringToFront();
  await page.click(`nav a[href="#${section}"]`);
  await page.waitForSelector(`nav [href="#${section}"][aria-current]`);
};
const choose = async (name: string, text: string): Promise<void> => {
  await writeFile(join(folder, name), text);
  // The form may be drawn anew while the page settles: a field that is gone is looked for again.
  const put = async (): Promise<boolean> => {
    const input = (await page.$('.drop input[type="file"]')) as ElementHandle<HTMLInputElement> | null;
    await input?.uploadFile(join(folder, name));
    return input !== null;
  };
  await expect.poll(put, { timeout: 20_000 }).toBe(true);
};
/** The field or select in the row of that label. */
const field = async (label: string): Promise<ElementHandle<HTMLInputElement>> =>
  (await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll("label")]
        .find((each) => each.innerText.startsWith(wanted))
        ?.querySelector("input, select"),
    {},
    label,
  )) as ElementHandle<HTMLInputElement>;

beforeAll(async () => {
  const withLikes = goodsHtml(GOODS)
    .replace("</th></tr>", "</th><th>心动值</th></tr>")
    .replaceAll("<td>销售中</td></tr>", "<td>销售中</td><td>7</td></tr>");
  server = await serveConsole(serveGoods(() => withLikes));
  chromium = await launchBrowser(server);
  await closeFirstRunPage(chromium);
  folder = await mkdtemp(join(tmpdir(), "import-"));
  stored = await openStored(chromium);
  page = await chromium.openExtensionPage("options.html#import");
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a table of the user's own", () => {
  it("is read in a worker, tried out, and kept", async () => {
    await choose("日报.csv", `日期,成交金额(元),退款率\n${daysAgo(2)},1234.5,3.2%\n${daysAgo(1)},2000,500%\n`);
    await says(page, "超出可能的范围");
    expect(await page.evaluate(() => document.querySelector(".problems")?.textContent)).toContain("第 3 行");
    await (await field("名称")).type("山里人家旗舰店");
    await page.locator('.check input[type="checkbox"]').click();
    await press(page, "写入 2 个数字");
    await says(page, "已写入 2 个数字");
    expectSoundDump(await dumpStore(page));
  });

  it("stands in the popup with its source, and is gone when undone", async () => {
    const popup = await chromium.openExtensionPage("popup.html?tab=41");
    await says(popup, "导入：店铺导出");
    expect(await popup.evaluate(() => document.body.innerText)).toContain("￥1,234.5");
    await page.bringToFront();
    await press(page, "撤销");
    await says(page, "已撤销，移除了 2 个数字");
    await popup.bringToFront();
    await popup.waitForFunction(() => !document.body.innerText.includes("店铺导出"));
    const { snapshots, entities, dayBlocks, latestBlocks } = await dumpStore(page);
    expect([snapshots, entities, dayBlocks, latestBlocks]).toEqual([[], [], [], []]);
    await popup.close();
  });

  it("goes on being written when its section is left", async () => {
    await press(page, "再导入一个");
    const rows = Array.from({ length: 3_000 }, (_, at) => `达人${at},${at + 1}`);
    await choose("达人.csv", `达人昵称,粉丝数\n${rows.join("\n")}\n`);
    await (await field("来源名称")).type("表");
    await press(page, "写入 3,000 个数字");
    await page.waitForFunction(() => document.activeElement?.textContent === "取消");
    await go("labels");
    const asked = new Promise((resolve) =>
      page.once("dialog", (dialog) => dialog.dismiss().then(() => resolve(dialog.type()))),
    );
    await page.close({ runBeforeUnload: true });
    expect(await asked).toBe("beforeunload");
    await go("import");
    await says(page, "3,000 个数字");
    await press(page, "撤销");
    await says(page, "已撤销，移除了 3,000 个数字");
    expect((await dumpStore(page)).snapshots).toEqual([]);
  });

  it("with a quotation mark left open is refused with its line, and nothing is stored", async () => {
    await choose("坏.csv", '日期,成交金额\n"2026-11-01,5\n');
    await says(page, "第 2 行的引号没有成对");
    expect((await dumpStore(page)).snapshots).toEqual([]);
  });
});

describe("what the extension exported", () => {
  it("is refused in one line that says what brings data back", async () => {
    const columns = EXPORT_COLUMNS.map(({ title }) => title).join();
    await choose("days.csv", `${columns}\n`);
    await says(page, "要把数据放回来，请用“备份与恢复”的备份文件");
    expect(await page.$(".mapping, .problems")).toBeNull();
    await choose("日报.csv", `日期,成交金额(元)\n${daysAgo(2)},1234.5\n`);
    await says(page, "各列的意思");
  });
});

describe("a label that the dictionary does not know", () => {
  it("is listed, explained, and read at once", async () => {
    const tab = await chromium.browser.newPage();
    await tab.goto(GOODS_URL);
    const sold = async () => (await stored.view()).readings.filter(({ metric }) => metric === "sold_count");
    await expect.poll(async () => (await stored.latest())?.unknownLabels, { timeout: 15_000 }).toEqual(["心动值"]);
    expect(await sold()).toEqual([]);
    await go("labels");
    await says(page, "心动值");
    await page.select(".teach .actions label:first-child select", "sold_count");
    await press(page, "记住");
    await says(page, "已记住 心动值");
    // A page in the background is read when it comes to the front.
    await tab.bringToFront();
    await expect
      .poll(async () => (await sold()).map(({ value }) => value), { timeout: 15_000 })
      .toEqual(Array(3).fill({ precision: "exact", value: 7 }));
    await page.bringToFront();
    await page.click('[aria-label="撤销 心动值"]');
    await says(page, "以后不再读取 心动值");
    expect(chromium.errors).toEqual([]);
    await tab.close();
  });

  it("is taught by a file, all of it or none, with the lines that are wrong; one press takes it back", async () => {
    const bring = async (...labels: readonly string[]): Promise<void> => {
      await writeFile(join(folder, "labels.json"), `{ "labels": [\n${labels.join(",\n")}\n] }`);
      const input = (await page.waitForSelector('[aria-label="导入标签"]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(join(folder, "labels.json"));
    };
    const label = (name: string, metric: string): string => JSON.stringify({ label: name, metric, hint: "" });
    const taught = (): Promise<number> => page.$$eval('[aria-label^="撤销 "]', (all) => all.length);
    // What was forgotten last comes back by its own undo.
    await press(page, "撤销");
    await page.waitForSelector('[aria-label="撤销 心动值"]');
    await bring(label("上架数", "sold_count"), label("转粉数", "no_such_metric"));
    await says(page, "没有导入，教过的标签没有变化");
    await says(page, "第 3 行：没有“no_such_metric”这个指标");
    expect(await taught()).toBe(1);
    await bring(label("上架数", "sold_count"), label("心动值", "stock"));
    await says(page, "已导入 2 个标签");
    await page.waitForSelector('[aria-label="撤销 上架数"]');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain("没有导入");
    await page.click(".status-line button");
    await page.waitForFunction(() => !document.querySelector('[aria-label="撤销 上架数"]'));
    expect(await taught()).toBe(1);
    expect(await page.$eval("li.setting:not(.teach)", (row) => row.innerText)).toContain("销量");
  });
});

describe("values typed in", () => {
  it("are refused with their cell where they cannot be, kept otherwise", async () => {
    await go("import");
    await choose("日报.csv", `日期,成交金额(元)\n${daysAgo(2)},1234.5\n`);
    await (await field("名称")).type("山里人家旗舰店");
    await press(page, "写入 1 个数字");
    await says(page, "已写入 1 个数字");
    await go("manual");
    // The newest week, which is the one in sight.
    await (await page.waitForSelector(NEWEST))?.type("500%");
    await press(page, "保存");
    await says(page, "有 1 格不能保存");
    // What is not saved waits while other periods are looked at.
    await (await field("按")).select("month");
    await page.waitForFunction((newest) => document.querySelector<HTMLInputElement>(newest)?.value === "", {}, NEWEST);
    await (await field("按")).select("week");
    // And while another section is.
    await go("labels");
    await go("manual");
    const cell = await page.waitForSelector(NEWEST);
    expect(await cell?.evaluate((each) => (each as HTMLInputElement).value)).toBe("500%");
    await cell?.click({ count: 3 });
    await cell?.type("62.5%");
    await press(page, "保存");
    await says(page, "已保存 1 个数字");
    const [typed] = (await stored.view()).readings.filter(({ source }) => source?.kind === "manual");
    expect(typed).toMatchObject({ metric: "gender_match_rate", value: { precision: "exact", value: 0.625 } });
    expectSoundDump(await dumpStore(page));
  });
});

describe("the dry run of a table", () => {
  const counts = (): Promise<Record<string, string>> =>
    page.$$eval(".counts > div", (all) =>
      Object.fromEntries(
        all.map((each) => [each.querySelector("dt")?.textContent, each.querySelector("dd")?.textContent]),
      ),
    );

  it("says how many of its rows are stored already, before it is kept", async () => {
    const before = (await dumpStore(page)).snapshots;
    await go("import");
    await choose("更多.csv", `日期,成交金额(元)\n${daysAgo(2)},1234.5\n${daysAgo(3)},7\n${daysAgo(4)},8\n`);
    await says(page, "已存过的行");
    expect(await counts()).toMatchObject({ 可写入的数字: "3", 已存过的行: "1" });
    await says(page, "不论来自页面还是表格");
    await press(page, "取消");
    await choose("更正.csv", `日期,成交金额(元)\n${daysAgo(2)},1300\n`);
    await says(page, "和已存数值不同的数字");
    expect(await counts()).toMatchObject({ 已存过的行: "0", 和已存数值不同的数字: "1" });
    // It was looked up and nothing more.
    expect((await dumpStore(page)).snapshots).toEqual(before);
  });

  it("is made once for what is typed at once, and once more for what is typed while it runs", async () => {
    await (await field("说的是谁")).select("new_shop");
    const name = await field("名称");
    const plans = await name.evaluate(async (input) => {
      let asked = 0;
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (this: Worker, ...all: Parameters<typeof post>) {
        if ((all[0] as { kind?: string }).kind === "plan") asked += 1;
        return post.apply(this, all);
      } as typeof post;
      const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
      const type = (text: string): void => {
        write?.call(input, text);
        input.dispatchEvent(new Event("input", { bubbles: true }));
      };
      for (const length of [1, 2, 3, 4]) type("山里人家旗舰店".slice(0, length));
      // The worker answers in a later task: until then the first run goes on.
      for (let turn = 0; turn < 100 && asked === 0; turn += 1) await null;
      const first = asked;
      for (const length of [5, 6, 7]) type("山里人家旗舰店".slice(0, length));
      Object.assign(window, { asked: () => asked });
      return first;
    });
    expect(plans).toBe(1);
    await says(page, "写入 1 个数字");
    await page.waitForFunction(() => (window as unknown as { asked: () => number }).asked() === 2);
    await says(page, "已存过的行");
    expect(await page.evaluate(() => (window as unknown as { asked: () => number }).asked())).toBe(2);
    expect(await name.evaluate((input) => input.value)).toBe("山里人家旗舰店");
  });
});
