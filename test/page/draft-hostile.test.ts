import { afterAll, beforeAll, expect, test } from "vitest";
import { frames, openStage, type Stage } from "./draft-stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const EDITOR = '<div class="input-editor" contenteditable="" data-placeholder="添加描述"></div>';

test("elements that take the names of the document's and the form's own members", async () => {
  const names = [
    "createTreeWalker",
    "defaultView",
    "adoptedStyleSheets",
    "addEventListener",
    "nodeType",
    "querySelector",
  ];
  const images = names.map((name) => `<img name="${name}">`).join("");
  const members = ["shadowRoot", "firstChild", "nextSibling", "parentElement", "localName", "matches", "nodeType"];
  const inputs = members.map((name) => `<input type="hidden" name="${name}">`).join("");
  const { page, sent, marked } = await stage.open(`${images}<form>${inputs}<div>${EDITOR}</div></form>`);
  await page.evaluate(() => {
    // The page's own lookup is bent as well, so it takes the prototype's.
    const field = Document.prototype.querySelector.call(document, ".input-editor") as HTMLElement;
    field.innerHTML = '<form><input name="firstChild"><input name="nextSibling">最好</form>';
  });
  await sent("最好");
  await marked("block:最好");
  await page.close();
});

test("prototypes the page has patched are not ours", async () => {
  const { page, sent, marked } = await stage.open(`<script>
    for (const prototype of [Node.prototype, Element.prototype, Document.prototype, EventTarget.prototype, Event.prototype])
      for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
        if (typeof value === "function" && name !== "constructor" && !/insert|append|createElement|focus/.test(name))
          prototype[name + "Kept"] = value, prototype[name] = () => { throw new Error("patched"); };
    Array.prototype.findLast = String.prototype.matchAll = String.prototype.replaceAll = () => { throw new Error("patched"); };
  </script>${EDITOR}`);
  await page.mouse.click(20, 12);
  await page.keyboard.sendCharacter("最好");
  await sent("最好");
  await marked("block:最好");
  await page.close();
});

test("a storm of false events asks for nothing, and every true word is still read", async () => {
  const { page, desk, sent } = await stage.open(EDITOR);
  await page.evaluate(() => {
    const field = document.querySelector(".input-editor") as HTMLElement;
    for (let turn = 0; turn < 5_000; turn += 1) {
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: "最好" }));
      document.dispatchEvent(new CustomEvent("input", { detail: { text: "最好" } }));
      window.postMessage({ kind: "draft", input: { text: "最好" } });
    }
  });
  await frames(page);
  expect(await desk((it) => it.calls.length)).toBe(0);
  await page.locator(".input-editor").click();
  await page.keyboard.sendCharacter("秋");
  await sent("秋");
  expect(await desk((it) => it.calls.length)).toBe(1);
  await page.close();
});

test("a false compositionstart holds nothing back once the field is left", async () => {
  const { page, sent } = await stage.open(`${EDITOR}<input id="short" placeholder="短标题">`);
  await page.evaluate(() => {
    const field = document.querySelector(".input-editor") as HTMLElement;
    field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, composed: true }));
    field.textContent = "最好";
  });
  await page.locator(".input-editor").click();
  await page.locator("#short").click();
  await sent("最好");
  await page.close();
});

test("thousands of nested elements are read without freezing the page", async () => {
  const { page, sent, marked, desk } = await stage.open(EDITOR);
  await page.evaluate(() => {
    const field = document.querySelector(".input-editor") as HTMLElement;
    // Chromium's own layout takes the square of the depth.
    field.style.contentVisibility = "hidden";
    let inner: Element = field;
    for (let depth = 0; depth < 3_000; depth += 1) inner = inner.appendChild(document.createElement("span"));
    inner.textContent = "最好";
  });
  await sent("最好");
  const reads = await desk((it) => [it.readMs(), it.readMs(), it.readMs()]);
  expect(Math.min(...reads)).toBeLessThan(300);
  await desk((it) => it.stop());
  await marked();
  await page.close();
});

test("fields taken out of the page, and put back", async () => {
  const { page, sent, marked } = await stage.open(EDITOR);
  await page.evaluate(() => {
    const field = document.querySelector(".input-editor") as HTMLElement;
    field.textContent = "最好";
    Object.assign(window, { field });
  });
  await marked("block:最好");
  await page.evaluate(() => (window as unknown as { field: Element }).field.remove());
  await sent("");
  await page.evaluate(() => document.body.append((window as unknown as { field: Element }).field));
  await sent("最好");
  await marked("block:最好");
  await page.close();
});
