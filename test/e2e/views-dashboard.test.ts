import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import readWorkbook from "read-excel-file/universal";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SELLER_TODAY, sellerDays } from "../fixtures/ui/seller-days";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { downloadedTo } from "./downloads";
import { closeFirstRunPage, seedStore } from "./views-store";

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let page: Page;
let downloads: string;

const says = (words: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), {}, words);
const go = (section: string): Promise<void> => page.click(`nav a[href="#${section}"]`);
const textOf = (selector: string, holding: string): Promise<string> =>
  page.$$eval(
    selector,
    (all, word) => all.map((each) => (each as HTMLElement).innerText).find((each) => each.includes(word)) ?? "",
    holding,
  );
/** Clicks a part of the first of several elements that says something. */
const press = (selector: string, holding: string, part: string): Promise<void> =>
  page.$$eval(
    selector,
    (all, word, inner) =>
      all
        .find((each) => (each as HTMLElement).innerText.includes(word))
        ?.querySelector<HTMLElement>(inner)
        ?.click(),
    holding,
    part,
  );
/** The bytes of a file that the browser was given to save. */
const downloaded = (name: string): Promise<Buffer> => downloadedTo(downloads, name);

beforeAll(async () => {
  server = await serveConsole(() => null);
  chromium = await launchBrowser(server, { viewport: { width: 1200, height: 900 } });
  await closeFirstRunPage(chromium);
  await chromium.setClock(new Date(SELLER_TODAY + 3_600_000));
  page = await chromium.openExtensionPage("options.html#dashboard");
  downloads = await mkdtemp(join(tmpdir(), "downloads-"));
  const session = await page.createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  await page.waitForSelector("main");
  await seedStore(page, { looks: sellerDays() });
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

describe("dashboard", () => {
  it("shows the funnel with the step that leaks, and a day that stands out in a sentence", async () => {
    await page.waitForSelector(".funnel-leak");
    expect(await textOf(".funnel", "漏在")).toMatch(/漏在 点击成交率：比自己的中位低 7\d%/);
    expect(await textOf(".tile", "点击成交率")).toMatch(/比过去 4 个同星期低 7\d%，28 天里最低的一次/);
  });

  it("says of what is missing where it is read, and computes it when the inputs arrive", async () => {
    await page.waitForSelector(".gaps li");
    expect(await textOf(".gaps li", "LTV")).toContain("缺 毛利率，在“决策”里填写");
    for (const [label, number] of [
      ["年购买频次", "4"],
      ["毛利率", "50"],
      ["客户留存年数", "2"],
    ] as const) {
      const field = await page.evaluateHandle(
        (wanted) =>
          [...document.querySelectorAll<HTMLLabelElement>(".number-field label")].find((each) =>
            each.innerText.startsWith(wanted),
          )?.control as HTMLElement,
        label,
      );
      await field.asElement()?.type(number);
      await page.keyboard.press("Enter");
    }
    // ￥89.90 a buyer × 4 × 50 % × 2.
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>(".tile")].some(
        (each) => each.innerText.includes("LTV") && each.innerText.includes("￥359.60"),
      ),
    );
  });

  it("opens a number to its chart with a table, every comparison, and the look it is from", async () => {
    // What single posts tell comes after the houses' own numbers and moves what stands below it.
    await page.waitForSelector(".mix");
    await press(".tile", "商品曝光人数", "button");
    await page.waitForSelector(".metric-detail canvas");
    const rows = await page.$$eval(".metric-detail .log tbody tr", (all) =>
      all.map((each) => (each as HTMLElement).innerText),
    );
    expect(rows.map((row) => row.split(/\s/)[0])).toEqual(["上一期", "上周同期", "上月同期", "自己"]);
    await page.click(".chart-tools button");
    await page.waitForSelector(".chart .log");
    expect(await page.$$eval(".chart .log tbody tr", (all) => all.length)).toBe(28);
    await page.click(".looks button");
    await page.waitForSelector("dialog[open] tbody tr");
    expect(await textOf("dialog", "小店")).toContain("https://store.weixin.qq.com/shop/statistics/transaction");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector("dialog[open]") === null);
  });
});

describe("a target", () => {
  it("typed for a number stands in the place of the playbook's, is judged, and goes into the report", async () => {
    await press(".tile", "商品点击人数", "button");
    await page.waitForSelector(".metric-detail .number-field input");
    await page.type(".metric-detail .number-field input", "1500");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>(".tile")].some(
        (each) => each.innerText.includes("商品点击人数") && each.innerText.includes("自己的目标 ≥ 1,500，已达到"),
      ),
    );
    await go("report");
    await says("经营周报 2026-W46");
    expect(await textOf(".sheet tr", "商品点击人数")).toContain("自己的目标 ≥ 1,500，已达到");
    const [, sheet] = await page.$$(".toolbar .button");
    await sheet?.click();
    const tables = await readWorkbook(new Blob([new Uint8Array(await downloaded("weekly-2026-W46.xlsx"))]));
    const row = tables.flatMap(({ data }) => data).find((cells) => cells.includes("商品点击人数"));
    expect(row).toEqual(expect.arrayContaining([1500, "是"]));
    // The day it is about: what the shop's page said, against the day before.
    await go("dashboard");
    await page.waitForSelector(".funnel-leak");
    expect(await textOf(".tile", "商品点击人数")).toContain("11-18");
  });
});

describe("campaigns", () => {
  const typed = async (label: string, text: string): Promise<void> => {
    const field = await page.evaluateHandle(
      (wanted) =>
        [...document.querySelectorAll<HTMLLabelElement>(".campaign-form label")]
          .find((each) => each.innerText.startsWith(wanted))
          ?.querySelector("input") as HTMLElement,
      label,
    );
    const isDay = label.endsWith("天");
    if (!isDay) await field.asElement()?.type(text);
    else
      await field.evaluate((input, day) => {
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
        set?.call(input, day);
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }, text);
  };
  const save = (): Promise<void> => page.click(".campaign-form .button-main");

  it("are written down, held against the days before, changed, and taken away with a way back", async () => {
    await go("campaigns");
    await page.waitForSelector(".campaigns-new");
    await page.click(".campaigns-new");
    await page.waitForSelector(".campaign-form");
    await save();
    await says("请写活动名称");
    await typed("活动名称", "双十一返场");
    await typed("第一天", "2026-11-16");
    await typed("最后一天", "2026-11-13");
    await save();
    await says("最后一天不早于第一天");
    await typed("最后一天", "2026-11-18");
    await typed("计划日销增长", "-5");
    await save();
    await says("计划增长请填 0 以上的百分数");
    await page.$eval(".campaign-form input[inputmode]", (input) => (input as HTMLInputElement).select());
    await typed("计划日销增长", "50");
    await save();
    await page.waitForSelector(".campaign table");
    const shown = await textOf(".campaign", "双十一返场");
    expect(shown).toContain("计划 +50%");
    expect(shown).toContain("3 / 3");
    expect(shown).toContain("日销没有达到计划");

    await page.click(".campaign .actions button");
    await page.waitForSelector(".campaign-form");
    await typed("活动名称", "（二）");
    await save();
    await says("双十一返场（二）");
    await page.click(".campaign .actions button:last-child");
    await says("已删除 双十一返场（二）");
    await page.waitForFunction(() => !document.querySelector(".campaign"));
    await page.click('p[role="status"] button');
    await page.waitForSelector(".campaign");
  });
});

describe("posts", () => {
  it("stand against the account's middle and the standard of their type", async () => {
    await go("posts");
    await page.waitForSelector(".posts tbody tr");
    // A title is read in one or two lines, however many numbers stand beside it.
    expect(await page.$eval(".post-name", (cell) => cell.getBoundingClientRect().width)).toBeGreaterThan(199);
    const row = await textOf(".posts tbody tr", "春茶实测");
    expect(row).toContain("测评");
    expect(row).toContain("达标 8%");
    expect(await textOf(".posts tbody tr", "茶园老板娘")).toContain("达标 5%");
  });

  it("take the user's word for a type, remember it, and take it back", async () => {
    await press(".posts tbody tr", "山里的茶", ".post-type");
    await page.select(".post-marks select", "剧情");
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>(".posts tbody tr")].some(
        (each) => each.innerText.includes("山里的茶") && each.innerText.includes("剧情"),
      ),
    );
    await page.reload();
    await page.waitForSelector(".posts tbody tr");
    expect(await textOf(".posts tbody tr", "山里的茶")).toContain("剧情");
  });

  it("sort by any column", async () => {
    await press(".posts thead th", "播放", ".sort-button");
    await page.waitForSelector('th[aria-sort="descending"]');
    expect(await page.$eval(".posts tbody tr", (row) => (row as HTMLElement).innerText)).toContain("茶具开箱");
  });
});

describe("report", () => {
  it("is one page of the week with what is missing, as a workbook and as a picture", async () => {
    await go("report");
    await says("经营周报 2026-W46");
    expect(await textOf(".sheet tr", "成交金额")).toContain("7 天合计");
    expect(await textOf(".sheet", "缺少的数据")).toContain("回访周期");
    const [, sheet, picture] = await page.$$(".toolbar .button");
    await sheet?.click();
    expect((await downloaded("weekly-2026-W46.xlsx")).subarray(0, 2).toString()).toBe("PK");
    await picture?.click();
    expect((await downloaded("weekly-2026-W46.png")).subarray(1, 4).toString()).toBe("PNG");
    const pdf = await page.pdf({ format: "A4" });
    expect(
      Buffer.from(pdf)
        .toString("latin1")
        .match(/\/Type \/Page\b/g),
    ).toHaveLength(1);
  });

  it("is printed in dark ink on white, without its buttons, whatever the theme", async () => {
    const inks = () =>
      page.evaluate(() => {
        const parts = [...document.querySelectorAll<HTMLElement>(".sheet h3, .sheet td, .sheet .soft, .sheet .delta")];
        const bright = (colour: string) => Math.max(...(colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
        return {
          inks: parts.every((part) => bright(getComputedStyle(part).color) < 190),
          grounds: [...document.querySelectorAll(".sheet, .sheet .scroll, .sheet table")]
            .map((part) => getComputedStyle(part).backgroundColor)
            .every((ground) => /255, 255, 255|, 0\)$/.test(ground)),
          buttons: [...document.querySelectorAll("button")].filter((button) => button.checkVisibility()).length,
        };
      });
    await page.evaluate(() => {
      document.documentElement.dataset.theme = "dark";
    });
    expect(await inks()).toMatchObject({ inks: false, grounds: false });
    await page.emulateMediaType("print");
    expect(await inks()).toEqual({ inks: true, grounds: true, buttons: 0 });
    await page.emulateMediaType();
  });
});
