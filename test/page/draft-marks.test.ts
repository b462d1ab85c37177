import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { frames, inShadow, openStage, type Stage } from "./draft-stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const EDITOR = '<div class="input-editor" contenteditable="" data-placeholder="添加描述"></div>';
const editor = ">>> .input-editor";

/** Lets the page itself look for any change of its tree from now on, and write down its HTML. */
const watchTree = (page: Page) =>
  page.evaluate(() => {
    const roots = [document, document.querySelector("wujie-app")?.shadowRoot as ShadowRoot];
    const changes: string[] = [];
    const observer = new MutationObserver((records) => changes.push(...records.map(({ type }) => type)));
    for (const root of roots) {
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    }
    const tree = () => JSON.stringify([document.documentElement.outerHTML, (roots[1] as ShadowRoot).getHTML()]);
    Object.assign(window, { changes, before: tree(), tree });
  });
const treeChanges = (page: Page) =>
  page.evaluate(() => {
    const { changes, before, tree } = window as unknown as { changes: string[]; before: string; tree: () => string };
    return { changes, same: before === tree(), sheets: document.styleSheets.length };
  });

test("marks change nothing in the page's tree, neither when painted nor when taken away", async () => {
  const { page, desk, marked } = await stage.open(inShadow(EDITOR), { marks: false });
  await page.locator(editor).click();
  await page.keyboard.sendCharacter("最好的第一，加微信看提示");
  await marked();
  await watchTree(page);
  await desk((it) => it.start(true));
  await marked("block:最好", "evidence:第一", "warn:加微信");
  await frames(page);
  await desk((it) => it.stop());
  await marked();
  await frames(page);
  expect(await treeChanges(page)).toEqual({ changes: [], same: true, sheets: 0 });
  await page.close();
});

test("turned off, no highlight and no sheet is left; never on, none was ever there", async () => {
  const { page, desk, marked, sent } = await stage.open(inShadow(EDITOR), { marks: false });
  const traces = () =>
    page.evaluate(() => {
      const root = document.querySelector("wujie-app")?.shadowRoot as ShadowRoot;
      return [CSS.highlights.size, document.adoptedStyleSheets.length, root.adoptedStyleSheets.length];
    });
  await page.locator(editor).click();
  await page.keyboard.sendCharacter("最好");
  await sent("最好");
  await frames(page);
  expect(await traces()).toEqual([0, 0, 0]);
  await page.evaluate(() => {
    const root = document.querySelector("wujie-app")?.shadowRoot as ShadowRoot;
    root.adoptedStyleSheets = [new CSSStyleSheet()];
  });
  await desk((it) => it.start(true));
  await marked("block:最好");
  expect(await traces()).toEqual([1, 0, 2]);
  await desk((it) => it.stop());
  await marked();
  expect(await traces()).toEqual([0, 0, 1]);
  await page.close();
});

test("a mark moves with its text, and goes at once when an edit touches it", async () => {
  const { page, desk, marks, marked } = await stage.open(inShadow(EDITOR));
  await page.locator(editor).click();
  await page.keyboard.sendCharacter("最好和第一");
  await marked("block:最好", "evidence:第一");
  await desk((it) => it.hold(true));
  await page.keyboard.press("Home");
  await page.keyboard.sendCharacter("前面");
  await frames(page);
  expect(await marks()).toEqual(["block:最好", "evidence:第一"]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.sendCharacter("不");
  await frames(page);
  expect(await marks()).toEqual(["evidence:第一"]);
  await desk((it) => it.hold(false));
  await marked("evidence:第一");
  await page.close();
});

test("the page's undo works as if nothing were there, and the caret stays", async () => {
  const { page, sent, marked } = await stage.open(inShadow(EDITOR));
  await page.locator(editor).click();
  await page.keyboard.sendCharacter("最好");
  await marked("block:最好");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.sendCharacter("很");
  await sent("最很好");
  await marked();
  await page.keyboard.down("Control");
  await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await marked("block:最好");
  await page.keyboard.sendCharacter("呀");
  await sent("最呀好");
  await page.close();
});

test("a mark over the pieces of a rich editor, and one that a framework's own sheets would drop", async () => {
  const { page, marked } = await stage.open(inShadow(EDITOR));
  await page.evaluate(() => {
    const root = document.querySelector("wujie-app")?.shadowRoot as ShadowRoot;
    (root.querySelector(".input-editor") as HTMLElement).innerHTML = "<p>全网<b>最</b><i>好</i></p>";
  });
  await marked("block:最好");
  await page.evaluate(() => {
    const root = document.querySelector("wujie-app")?.shadowRoot as ShadowRoot;
    root.adoptedStyleSheets = [];
    root.querySelector("p")?.append("第一");
  });
  await marked("block:最好", "evidence:第一");
  const sheets = await page.evaluate(() => document.querySelector("wujie-app")?.shadowRoot?.adoptedStyleSheets.length);
  expect(sheets).toBe(1);
  await page.close();
});

test("lines are told apart by their shape, in print without colour, and dots do not lie on the characters", async () => {
  const { page, marked } = await stage.open(EDITOR.replace("<div ", '<div style="font:20px/40px sans-serif" '));
  await page.locator(editor).click();
  await page.keyboard.sendCharacter("最好第一加微信");
  await marked("block:最好", "evidence:第一", "warn:加微信");
  const offsets = await page.evaluate(() => {
    const field = document.querySelector(".input-editor") as Element;
    const of = (it: string) =>
      getComputedStyle(field, `::highlight(channels-companion-${it}-light)`).textUnderlineOffset;
    return ["evidence", "warn"].map((it) => Number.parseFloat(of(it)));
  });
  for (const offset of offsets) expect(offset).toBeGreaterThanOrEqual(3);
  await page.close();
});

test("each ground gets its tone, each severity its own line", async () => {
  const dark = EDITOR.replace("<div ", '<div style="background:#111;color:#eee" ');
  const { page, marked } = await stage.open(inShadow(`<p>${EDITOR}</p>${dark}`));
  await page.evaluate(() => {
    const root = document.querySelector("wujie-app")?.shadowRoot as ShadowRoot;
    for (const field of root.querySelectorAll(".input-editor")) field.textContent = "最好第一加微信";
  });
  await marked("block:最好", "block:最好", "evidence:第一", "evidence:第一", "warn:加微信", "warn:加微信");
  const names = await page.evaluate(() => [...CSS.highlights.keys()].sort());
  const severities = ["block", "evidence", "warn"];
  expect(names).toEqual(
    severities.flatMap((it) => [`channels-companion-${it}-dark`, `channels-companion-${it}-light`]),
  );
  const lines = await page.evaluate(() => {
    const field = document.querySelector("wujie-app")?.shadowRoot?.querySelector(".input-editor") as Element;
    return [...CSS.highlights.keys()].map((name) => {
      const style = getComputedStyle(field, `::highlight(${name})`);
      return `${style.textDecorationLine} ${style.textDecorationStyle}`;
    });
  });
  expect(new Set(lines)).toEqual(new Set(["underline wavy", "underline double", "underline dotted"]));
  await page.close();
});
