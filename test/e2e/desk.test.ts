import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";
import { bytesOf, chooseFile, EDITOR, fill, marked, marksAre, press, says } from "./desk-hands";
import { docxOf } from "./docx";
import { downloadedTo } from "./downloads";
import { closeFirstRunPage } from "./views-store";

let server: ConsoleServer;
let chromium: ConsoleBrowser;
let editor: Page;
let popup: Page;
let desk: Page;
let downloads: string;

beforeAll(async () => {
  server = await serveConsole(() => ({ type: "text/html; charset=utf-8", body: EDITOR }));
  chromium = await launchBrowser(server);
  await closeFirstRunPage(chromium);
  editor = await chromium.browser.newPage();
  await editor.goto("https://channels.weixin.qq.com/platform/post/create");
  await editor.click(".input-editor");
  await editor.keyboard.type("全网最好的面霜，老茶头也好");
  await editor.click("#short");
  await editor.keyboard.type("国家级品质");
  popup = await chromium.openExtensionPage(`popup.html?tab=${await chromium.tabId(editor)}`);
  await popup.setViewport({ width: 360, height: 600 });
  await popup.waitForSelector('[role="tab"]');
  await popup.click("#tab-compliance");
  await popup.waitForSelector("mark");
  desk = await chromium.openExtensionPage("options.html#copy");
  downloads = await mkdtemp(join(tmpdir(), "downloads-"));
  const session = await chromium.browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
  await rm(downloads, { recursive: true, force: true });
});

it("lists what was typed with the sentence of law, and selects the words in the page", async () => {
  await popup.bringToFront();
  await marksAre(popup, ["最好", "国家级"]);
  await popup.click(".finding .law summary");
  const quote = await popup.waitForSelector(".law[open] .law-quote");
  expect((await quote?.evaluate((each) => each.textContent))?.length).toBeGreaterThan(8);
  await popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".finding-show")]
      .find((each) => each.querySelector("mark")?.textContent?.includes("国家级"))
      ?.click(),
  );
  await editor.waitForFunction(
    () => {
      const field = document.activeElement as HTMLInputElement;
      const selected = field.value?.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
      return field.id === "short" && selected.includes("国家级");
    },
    { polling: 50 },
  );
  expect(await editor.$eval("#short", (field) => (field as HTMLInputElement).value)).toBe("国家级品质");
});

it("ignores once, and takes it back", async () => {
  await press(popup, "忽略一次", "国家级");
  await marksAre(popup, ["最好"], ["国家级"]);
  await says(popup, "已忽略 1 处");
  await press(popup, "撤销");
  await marksAre(popup, ["最好", "国家级"]);
});

it("leaves who works by keyboard at the next finding when one is ignored", async () => {
  await popup.bringToFront();
  await popup.focus(".finding .finding-actions button");
  await popup.keyboard.press("Enter");
  await says(popup, "已忽略 1 处");
  const beside = await popup.evaluate(
    () => document.activeElement?.closest(".finding")?.querySelector("mark")?.textContent,
  );
  expect(beside).toContain("国家级");
  await press(popup, "撤销");
  await marksAre(popup, ["最好", "国家级"]);
});

it("lets pass what stands in an allowed phrase, which must hold the hit", async () => {
  await press(popup, "允许的说法", "国家级");
  const hit = (await marked(popup)).find((each) => each?.includes("国家级")) ?? "";
  await fill(popup, "允许的完整说法", "别的");
  await press(popup, "保存", "国家级");
  await says(popup, `要包含“${hit}”`);
  await fill(popup, "允许的完整说法", "国家级品质");
  await press(popup, "保存", "国家级");
  await marksAre(popup, ["最好"], ["国家级"]);
  await press(popup, "撤销");
  await marksAre(popup, ["最好", "国家级"]);
  await press(popup, "允许的说法", "国家级");
  await fill(popup, "允许的完整说法", "国家级品质");
  await press(popup, "保存", "国家级");
  await marksAre(popup, ["最好"], ["国家级"]);
});

it("finds an own word at once, in the popup and in the paste box", async () => {
  await press(popup, "添加自有词");
  await fill(popup, "要提示的词", "老茶头");
  await fill(popup, "原因（可不填）", "客户不让用");
  await press(popup, "保存");
  await says(popup, "已添加自有词“老茶头”");
  await popup.waitForFunction(() =>
    [...document.querySelectorAll("mark")].some((each) => each.textContent === "老茶头"),
  );
  await says(popup, "自有规则 客户不让用");
  // Said anew by mistake and taken back: what was said first stands again. Its answer is held back until the page
  // shows what it did: the way back of the first must not be there meanwhile.
  await popup.evaluate(() => {
    const worker = chrome.runtime;
    const send = worker.sendMessage;
    worker.sendMessage = async (...asked: unknown[]) => {
      const answer: unknown = await send.apply(worker, asked as never);
      while (!document.body.innerText.includes("自有规则 改主意了")) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
      document.body.dataset.undo ??= String(document.querySelectorAll('main [role="status"] button').length);
      worker.sendMessage = send;
      return answer;
    };
  });
  await fill(popup, "要提示的词", "老茶头");
  await fill(popup, "原因（可不填）", "改主意了");
  await press(popup, "保存");
  await popup.waitForSelector('body[data-undo="0"]');
  await says(popup, "自有规则 改主意了");
  await press(popup, "撤销");
  await says(popup, "自有规则 客户不让用");
  await desk.bringToFront();
  await desk.waitForSelector("#copy-text");
  await desk.type("#copy-text", "老茶头，国家级品质，全国销量第一");
  await marksAre(desk, ["老茶头", "第一"], ["国家级"]);
});

it("checks a whole file, line by line, and gives it back", async () => {
  const lines = Array.from({ length: 2_000 }, (_, n) => `${n},${n % 4 === 0 ? "全国销量第一" : "手工采摘的春茶"}`);
  await desk.evaluate(
    (text) => {
      const input = document.querySelector<HTMLInputElement>('input[type="file"]');
      const files = new DataTransfer();
      files.items.add(new File([text], "lines.csv"));
      if (input) input.files = files.files;
      input?.dispatchEvent(new Event("change", { bubbles: true }));
    },
    ["编号,文案", ...lines].join("\n"),
  );
  await says(desk, "lines.csv，2,000 行");
  await press(desk, "开始检查");
  await says(desk, "没有提示 1,500 行");
  await says(desk, "第 2 行：");
  await says(desk, "以下是最重的 50 行，全部有提示的 500 行都在导出的表里");
});

it("shows a file's result no longer than what was asked stands, and no cancelling beside it", async () => {
  await desk.select(".copy-scope select", "food_ordinary");
  await desk.waitForFunction(() => !document.body.innerText.includes("没有提示"), { polling: 50 });
  const lines = Array.from({ length: 20_000 }, (_, n) => `${n},全国销量第一的春茶 ${n}`);
  await chooseFile(desk, "long.csv", new TextEncoder().encode(["编号,文案", ...lines].join("\n")));
  await says(desk, "long.csv，20,000 行");
  await press(desk, "开始检查");
  await press(desk, "取消");
  await says(desk, "已取消，没有结果");
  await press(desk, "开始检查");
  await desk.waitForFunction(() => !document.body.innerText.includes("已取消"), { polling: 50 });
  await says(desk, "没有提示 0 行");
  expect(await desk.evaluate(() => document.body.innerText)).not.toContain("已取消");
});

it("checks several columns in one run, chosen by keyboard, and says in which each finding is", async () => {
  const rows = ["春茶,手工采摘,全国销量第一", "国家级好茶,老客户都说好,回购多"];
  await chooseFile(desk, "几列.csv", new TextEncoder().encode(["标题,卖点,话", ...rows].join("\n")));
  await says(desk, "几列.csv，2 行");
  const chosen = (): Promise<string[]> =>
    desk.$$eval(".column-check", (all) =>
      all.filter((each) => each.querySelector("input")?.checked).map((each) => each.textContent ?? ""),
    );
  expect(await chosen()).toEqual(["标题", "卖点"]);
  for (const at of [1, 2]) {
    await desk.focus(`.column-check:nth-of-type(${at}) input`);
    await desk.keyboard.press("Space");
  }
  await says(desk, "请至少选一列");
  await desk.focus(".column-check:nth-of-type(1) input");
  await desk.keyboard.press("Space");
  await desk.focus(".column-check:nth-of-type(3) input");
  await desk.keyboard.press("Space");
  expect(await chosen()).toEqual(["标题", "话"]);
  await press(desk, "开始检查");
  await says(desk, "第 2 行 话：");
  await says(desk, "第 3 行 标题：");
  expect(await desk.evaluate(() => document.body.innerText)).not.toContain("第 2 行 标题：");
});

it("checks a document, paragraph by paragraph", async () => {
  const paragraphs = ["手工采摘的春茶", "全国销量第一的春茶", "国家级品质"];
  await chooseFile(desk, "稿件.docx", docxOf(paragraphs));
  await says(desk, "稿件.docx，3 行");
  await press(desk, "开始检查");
  await says(desk, "没有提示 2 行");
  await says(desk, "第 2 行：");
});

it("takes a pack of one's own whole or not at all, with the lines that are wrong", async () => {
  await desk.evaluate(() => {
    location.hash = "rules";
  });
  await says(desk, "老茶头");
  await says(desk, "法规核对于");
  const rule = {
    id: "shop.one",
    title: "店规",
    category: "custom",
    severity: "warn",
    patterns: [{ type: "term", terms: ["面霜"] }],
  };
  const basis = [{ law: "店规", article: "一", kind: "contract", asOf: "2026-11-01" }];
  const whole = { ...rule, basis, suggestions: [{ kind: "delete", text: "删去" }], updated: "2026-11-01" };
  const pack = {
    schema: 1,
    id: "shop",
    title: { zh: "店规包", en: "Shop" },
    version: "1",
    asOf: "2026-01-01",
    rules: [whole],
  };
  const bring = (text: string) => chooseFile(desk, "pack.json", bytesOf(text), "规则包");
  await bring(JSON.stringify({ ...pack, rules: [rule] }, null, 2));
  await says(desk, "没有导入");
  await says(desk, "第 11 行：rules.0.basis");
  await bring(JSON.stringify(pack, null, 2));
  await says(desk, "已导入 店规包，1 条规则");
  await says(desk, "天前核对，可能已过时");
  await popup.bringToFront();
  await marksAre(popup, ["面霜"]);
  // Undone, it is as if it had never been brought.
  await press(desk, "撤销");
  await desk.waitForFunction(() => !document.body.innerText.includes("店规包"), { polling: 50 });
  await popup.bringToFront();
  await marksAre(popup, ["最好"], ["面霜"]);
  await desk.bringToFront();
  await bring(JSON.stringify(pack, null, 2));
  await says(desk, "已导入 店规包，1 条规则");
  await popup.bringToFront();
  await marksAre(popup, ["面霜"]);
});

it("gives words and phrases each as a file of their own and takes them back, which can be undone", async () => {
  await desk.bringToFront();
  const saved = async (words: string, name: string): Promise<unknown> => {
    await press(desk, words);
    return JSON.parse((await downloadedTo(downloads, name)).toString());
  };
  const phrases = { allowed: [{ phrase: "国家级品质", reason: "" }] };
  expect(await saved("导出允许的说法（JSON）", "allowed-phrases.json")).toEqual(phrases);
  const word = { word: "老茶头", category: "custom", severity: "warn", reason: "客户不让用", instead: "" };
  expect(await saved("导出自有词（JSON）", "words.json")).toEqual({ words: [word] });
  const gone = (words: string) =>
    desk.waitForFunction((each) => !document.body.innerText.includes(each), { polling: 50 }, words);

  await chooseFile(
    desk,
    "a.json",
    bytesOf('{"allowed":[\n{"phrase":"好。坏"},\n{"phrase":"第一步"}]}'),
    "导入允许的说法",
  );
  await says(desk, "没有导入，原有的词和说法没有变化");
  await says(desk, "第 2 行：“好。坏”不能跨句");
  expect(await desk.$$("[aria-label='移除 第一步']")).toEqual([]);
  const both = { allowed: [{ phrase: "第一步" }, { phrase: "国家级品质", reason: "商标" }] };
  await chooseFile(desk, "a.json", bytesOf(JSON.stringify(both)), "导入允许的说法");
  await says(desk, "已导入 2 个允许的说法");
  await desk.waitForSelector("[aria-label='移除 第一步']");
  await gone("没有导入");
  await press(desk, "撤销");
  await desk.waitForFunction(() => !document.querySelector("[aria-label='移除 第一步']"), { polling: 50 });
  expect(await desk.$$("[aria-label='移除 国家级品质']")).toHaveLength(1);

  const words = { words: [{ word: "老茶头", reason: "改主意了" }, { word: "新词" }] };
  // The way in for packs takes it too.
  await chooseFile(desk, "w.json", bytesOf(JSON.stringify(words)), "规则包");
  await says(desk, "已导入 2 个自有词");
  await says(desk, "改主意了");
  await press(desk, "撤销");
  await says(desk, "客户不让用");
  await gone("新词");

  await desk.click("[aria-label='移除 国家级品质']");
  await says(desk, "已移除“国家级品质”");
  await press(desk, "撤销");
  await desk.waitForSelector("[aria-label='移除 国家级品质']");
});

it("says which rule of the user's was too slow and is not asked any more", async () => {
  await popup.bringToFront();
  // Stands in for a worker that found the rule too slow, in every check: the page may still ask for one.
  const standIn = await popup.evaluateHandle(
    async (tab) => {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open("ledger");
        opening.onsuccess = () => resolve(opening.result);
      });
      const changed = new BroadcastChannel("ledger-changed");
      let ended = false;
      const switchOff = (): void => {
        const store = db.transaction("drafts", "readwrite").objectStore("drafts");
        store.transaction.oncomplete = () => {
          if (!ended) changed.postMessage({ what: "draft", tab });
        };
        const asking = store.get(tab);
        asking.onsuccess = () => store.put({ ...asking.result, switchedOff: ["shop.one"] });
      };
      changed.onmessage = switchOff;
      switchOff();
      return {
        end: () => {
          ended = true;
          changed.close();
          db.close();
        },
      };
    },
    await chromium.tabId(editor),
  );
  await says(popup, "运行太慢、已停用的规则：店规");
  await standIn.evaluate(({ end }) => end());
});

it("goes from the machine to a reviewer to legal; the popup shows where it stands", async () => {
  await press(popup, "送审");
  await fill(popup, "你的名字", "小王");
  await popup.evaluate(() => document.querySelector<HTMLFormElement>(".review-line form")?.requestSubmit());
  await says(popup, "待人工审核");
  await desk.bringToFront();
  await desk.evaluate(() => {
    location.hash = "review";
  });
  await desk.waitForSelector(".case");
  await desk.click(".case");
  await fill(desk, "你的名字", "小李");
  await press(desk, "退回");
  await says(desk, "请写明原因");
  await press(desk, "通过");
  await says(desk, "待法务审核");
  await fill(desk, "你的名字", "张律师");
  await press(desk, "通过");
  await says(desk, "审核通过");
  await popup.bringToFront();
  await says(popup, "审核通过");
});

it("notes once that the platform rejected it, and lists what the packs missed", async () => {
  await desk.bringToFront();
  await press(desk, "平台结果");
  await fill(desk, "平台指出的词或内容", "无感美容");
  await press(desk, "平台驳回");
  await desk.waitForFunction(
    () => document.querySelector<HTMLDetailsElement>("main details.more:last-of-type")?.open === false,
  );
  await says(desk, "平台驳回 无感美容");
  await press(desk, "返回列表");
  await says(desk, "规则包漏掉的");
  await says(desk, "完整：4 条记录首尾相连");
});

it("shows where the record was tampered with", async () => {
  await desk.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("ledger");
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = db.transaction("reviews", "readwrite").objectStore("reviews");
    const rows = await new Promise<{ entry: { n: number; by: string } }[]>((resolve) => {
      const asking = store.getAll();
      asking.onsuccess = () => resolve(asking.result);
    });
    const second = rows.find(({ entry }) => entry.n === 2);
    if (second) store.put({ ...second, entry: { ...second.entry, by: "别人" } });
    await new Promise((resolve) => {
      store.transaction.oncomplete = resolve;
    });
    db.close();
  });
  await desk.reload();
  await says(desk, "第 2 条起断开：内容与编号不符");
});

it("asks nobody for anything and throws nothing", async () => {
  expect(chromium.errors).toEqual([]);
  expect(await chromium.outside()).toEqual([]);
});
