import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { frames, inShadow, openStage, type Scene, type Stage } from "./draft-stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const LINES = [...Array.from({ length: 120 }, (_, at) => `第${at}行，秋茶上新`), "全网最好", ...Array(60).fill("清淡")];
const editor = (inner: string, style: string) =>
  `<div style="height:1500px"></div>
   <div class="input-editor" contenteditable="" data-placeholder="添加描述" style="${style}">${inner}</div>
   <div style="height:1500px"></div>`;
const SCROLLS = "height:120px;overflow:auto;white-space:pre-wrap";

/** Whether the selected words lie within the window and within each box that scrolls or cuts around them. */
const selectionIsSeen = (page: Page): Promise<{ text: string; seen: boolean }> =>
  page.evaluate(() => {
    const active = (root: Document | ShadowRoot): Document | ShadowRoot => {
      const inner = root.activeElement?.shadowRoot ?? (root.activeElement as HTMLIFrameElement | null)?.contentDocument;
      return inner ? active(inner) : root;
    };
    const root = active(document) as Document;
    const focused = root.activeElement as HTMLElement;
    const selection = root.getSelection() as Selection;
    const range = selection.getRangeAt(0);
    let box = range.getBoundingClientRect();
    const inside = (outer: DOMRect | { top: number; bottom: number }) =>
      box.top >= outer.top - 1 && box.bottom <= outer.bottom + 1;
    let seen = box.height > 0 && inside(focused.getBoundingClientRect());
    for (let view = focused.ownerDocument.defaultView as Window; ; view = view.parent) {
      seen &&= inside({ top: 0, bottom: view.innerHeight });
      if (view === view.parent || !view.frameElement) break;
      const frame = view.frameElement.getBoundingClientRect();
      box = new DOMRect(box.x + frame.x, box.y + frame.y, box.width, box.height);
    }
    return { text: selection.toString(), seen };
  });

async function showIn({ page, desk }: Scene): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  expect(await desk((it) => it.show(0, "最好"))).toBe(true);
  await frames(page);
  expect(await selectionIsSeen(page)).toEqual({ text: "最好", seen: true });
}

const ENDS = {
  "one text": LINES.join("\n"),
  "broken lines": LINES.join("<br>"),
  paragraphs: LINES.map((it) => `<p>${it}</p>`).join(""),
};
for (const [name, inner] of Object.entries(ENDS)) {
  test(`words of a long draft are scrolled to: ${name}`, async () => {
    const scene = await stage.open(inShadow(editor(inner, SCROLLS)));
    await scene.marked("block:最好");
    await showIn(scene);
    await scene.page.close();
  });
}

test("words of a long draft that grows with its text, and of one in a frame, are scrolled to", async () => {
  const grown = await stage.open(inShadow(editor(LINES.join("\n"), "white-space:pre-wrap")));
  await grown.marked("block:最好");
  await showIn(grown);
  await grown.page.close();
  const frame = '<div style="height:1500px"></div><iframe src="/frame" style="width:100%;height:300px"></iframe>';
  const framed = await stage.open(frame, { frame: editor(LINES.join("\n"), SCROLLS) });
  await framed.marked("block:最好");
  await showIn(framed);
  await framed.page.close();
});

test("words of a long text field are scrolled to, also of the one that has the focus", async () => {
  const { page, desk, sent } = await stage.open(
    inShadow('<textarea id="points" placeholder="商品卖点" rows="4"></textarea>'),
  );
  const text = LINES.join("\n");
  await page.evaluate((value) => {
    const field = document.querySelector("wujie-app")?.shadowRoot?.querySelector("textarea") as HTMLTextAreaElement;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
  await sent(text);
  const isShown = async () => {
    expect(await desk((it) => it.show(0, "最好"))).toBe(true);
    await frames(page);
    return page.evaluate(() => {
      const field = document.querySelector("wujie-app")?.shadowRoot?.querySelector("textarea") as HTMLTextAreaElement;
      const lines = field.value.split("\n");
      const top = (lines.indexOf("全网最好") / lines.length) * field.scrollHeight;
      const shown = top >= field.scrollTop && top < field.scrollTop + field.clientHeight;
      field.scrollTop = 0;
      return { shown, selected: field.value.slice(field.selectionStart, field.selectionEnd) };
    });
  };
  expect([await isShown(), await isShown()]).toEqual(Array(2).fill({ shown: true, selected: "最好" }));
  await page.close();
});
