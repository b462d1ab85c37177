import { afterAll, beforeAll, expect, test } from "vitest";
import { frames, inShadow, openStage, type Stage } from "./draft-stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const EDITOR =
  '<div class="input-editor" contenteditable="" data-placeholder="添加描述" style="min-height:40px"></div>';
const SHORT = '<div>短标题</div><div><input id="short" placeholder="填写短标题有机会获得更多流量"></div>';
const editor = ">>> .input-editor";

test("typed text is sent as it stands, in a shadow root, with the fields joined", async () => {
  const { page, sent, marked } = await stage.open(inShadow(EDITOR + SHORT));
  await page.locator(editor).click();
  await page.keyboard.type("这是最好的");
  await sent("这是最好的");
  await marked("block:最好");
  await page.locator(">>> #short").click();
  await page.keyboard.type("第一");
  await sent("这是最好的\n第一");
  await marked("block:最好");
  await page.close();
});

test("every seq is greater than the one before, also over a reload's new session", async () => {
  const { page, desk, sent } = await stage.open(EDITOR);
  await page.locator(editor).click();
  await page.keyboard.type("一");
  await sent("一");
  await desk((it) => it.start(true));
  await page.keyboard.type("二");
  await sent("一二");
  const seqs = await desk((it) => it.calls.map(({ seq }) => seq));
  expect(seqs.every((seq, index) => index === 0 || seq > (seqs[index - 1] ?? 0))).toBe(true);
  await page.close();
});

test("one check under way at a time, the newest text next, an old answer never painted over a newer text", async () => {
  const { page, desk, sent, marks, marked } = await stage.open(EDITOR);
  await page.locator(editor).click();
  await desk((it) => it.hold(true));
  await page.keyboard.sendCharacter("最好");
  await sent("最好");
  await page.keyboard.sendCharacter("吗第一");
  await page.keyboard.press("Home");
  for (let step = 0; step < 2; step += 1) await page.keyboard.press("Delete");
  await frames(page);
  expect(await desk((it) => it.calls.length)).toBe(1);
  expect(await marks()).toEqual([]);
  const painted = page.evaluate(watchMarks);
  await desk((it) => it.hold(false));
  await marked("evidence:第一");
  expect(await painted).toEqual(["evidence:第一"]);
  expect(await desk((it) => it.calls.map(({ text }) => text))).toEqual(["最好", "吗第一"]);
  await page.close();
});

/** What the first highlight to appear marks. */
function watchMarks(): Promise<string[]> {
  return new Promise((resolve) => {
    const look = () => {
      const marks = [...CSS.highlights].flatMap(([name, ranges]) =>
        [...ranges].map((it) => `${name.split("-")[2]}:${it}`),
      );
      if (marks.length > 0) resolve(marks);
      else requestAnimationFrame(look);
    };
    look();
  });
}

test("no answer: asked again without a keystroke, and not for ever", async () => {
  const { page, desk, marked } = await stage.open(EDITOR);
  await page.locator(editor).click();
  await desk((it) => it.unanswered(1));
  await page.keyboard.sendCharacter("最好");
  await marked("block:最好");
  expect(await desk((it) => it.calls.length)).toBe(2);
  await page.close();
});

test("an input method composes undisturbed; the text is read when it ends", async () => {
  const { page, cdp, desk, sent, marked } = await stage.open(inShadow(EDITOR));
  await page.locator(editor).click();
  await page.keyboard.type("全");
  await sent("全");
  for (const text of ["z", "zu", "zui", "zuih", "zuihao"]) {
    await cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await frames(page);
  }
  expect(await desk((it) => it.calls.length)).toBe(1);
  await cdp.send("Input.insertText", { text: "最好" });
  await sent("全最好");
  await marked("block:最好");
  expect(await desk((it) => it.calls.map(({ text }) => text))).toEqual(["全", "全最好"]);
  await page.close();
});

test("a composition given up by leaving the field does not stop the reading", async () => {
  const { page, cdp, sent } = await stage.open(EDITOR + SHORT);
  await page.locator(editor).click();
  await cdp.send("Input.imeSetComposition", { text: "zui", selectionStart: 3, selectionEnd: 3 });
  await page.evaluate(() => document.querySelector(".input-editor")?.remove());
  await page.locator("#short").click();
  await page.keyboard.type("秋");
  await sent("秋");
  await page.close();
});

test("a draft that a framework restores without events is read", async () => {
  const { page, sent, marked } = await stage.open(inShadow(EDITOR));
  await page.evaluate(() => {
    const field = document.querySelector("wujie-app")?.shadowRoot?.querySelector(".input-editor") as HTMLElement;
    field.innerHTML = "<div>昨天的草稿</div><div>最好</div>";
  });
  await sent("昨天的草稿\n最好");
  await marked("block:最好");
  await page.close();
});

test("a draft of 100,000 characters is sent whole and marked to its end, and a key in it is followed", async () => {
  const { page, desk, marked } = await stage.open(EDITOR);
  await page.evaluate(() => {
    const field = document.querySelector(".input-editor") as HTMLElement;
    field.innerHTML = `${"<div>新款保温杯现货，颜色多选。</div>".repeat(7_692)}<div>最好</div>`;
  });
  await marked("block:最好");
  expect(await desk((it) => it.calls.at(-1)?.text.length)).toBeGreaterThanOrEqual(100_000);
  await page.evaluate(() => {
    const field = document.querySelector(".input-editor") as HTMLElement;
    field.append("第一");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  });
  await marked("block:最好", "evidence:第一");
  await page.close();
});

test("an editor that renders the same text anew keeps its marks", async () => {
  const { page, desk, sent, marked } = await stage.open(EDITOR);
  await page.locator(editor).click();
  await page.keyboard.sendCharacter("最好");
  await sent("最好");
  await page.evaluate(() => {
    const field = document.querySelector(".input-editor") as HTMLElement;
    field.innerHTML = "<span>最</span><span>好</span>";
  });
  await marked("block:最好");
  expect(await desk((it) => it.calls.length)).toBe(1);
  await page.close();
});

test("fields that appear late, in a shadow root attached late, are found", async () => {
  const { page, sent } = await stage.open('<div id="app"></div>');
  await page.evaluate(async () => {
    const host = document.createElement("micro-app");
    document.querySelector("#app")?.append(host);
    await new Promise((resolve) => setTimeout(resolve, 50));
    host.attachShadow({ mode: "open" }).innerHTML = '<div contenteditable="" data-placeholder="添加描述">恢复</div>';
    host.dispatchEvent(new CustomEvent("mounted"));
  });
  await sent("恢复");
  await page.evaluate(() => {
    const root = document.querySelector("micro-app")?.shadowRoot as ShadowRoot;
    root.append(Object.assign(document.createElement("textarea"), { placeholder: "卖点", value: "轻" }));
  });
  await sent("恢复\n轻");
  await page.close();
});

test("a shadow root attached unseen is found when its field is focused", async () => {
  const { page, desk, sent } = await stage.open('<div id="host"></div>');
  await page.evaluate((inner) => {
    const root = document.querySelector("#host")?.attachShadow({ mode: "open" });
    if (root) root.innerHTML = inner;
  }, EDITOR);
  await frames(page);
  expect(await desk((it) => it.calls.length)).toBe(0);
  await page.locator(editor).click();
  await page.keyboard.type("秋");
  await sent("秋");
  await page.close();
});

test("a same-origin iframe that loads late and anew", async () => {
  const { page, sent, marked } = await stage.open("", { frame: EDITOR });
  await page.evaluate(() => {
    document.body.innerHTML = '<iframe src="/frame"></iframe>';
  });
  const type = async (text: string) => {
    const frame = await page.waitForFrame((it) => it.url().endsWith("/frame"));
    await frame.locator(".input-editor").click();
    await page.keyboard.sendCharacter(text);
  };
  await type("最好");
  await sent("最好");
  await marked("block:最好");
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const frame = document.querySelector("iframe") as HTMLIFrameElement;
        frame.addEventListener("load", resolve, { once: true });
        frame.contentWindow?.location.reload();
      }),
  );
  await sent("");
  await type("第一");
  await sent("第一");
  await marked("evidence:第一");
  await page.close();
});

test("fields that go take their text with them; a hidden one is not part of the draft", async () => {
  const { page, sent } = await stage.open(`<div id="tab">${EDITOR}</div>${SHORT}`);
  await page.locator(editor).click();
  await page.keyboard.sendCharacter("甲");
  await page.locator("#short").click();
  await page.keyboard.sendCharacter("乙");
  await sent("甲\n乙");
  await page.evaluate(() => {
    (document.querySelector("#tab") as HTMLElement).style.display = "none";
  });
  await page.keyboard.sendCharacter("丙");
  await sent("乙丙");
  await page.evaluate(() => document.querySelector("#short")?.remove());
  await sent("");
  await page.close();
});

test("an idle page: no frame and no timer is due after the last answer", async () => {
  const { page, desk, sent, marked } = await stage.open(EDITOR);
  await page.locator(editor).click();
  await page.keyboard.sendCharacter("最好");
  await marked("block:最好");
  await frames(page);
  expect(await desk((it) => it.due())).toBe(0);
  await desk((it) => it.unanswered(1_000));
  await page.keyboard.sendCharacter("第一");
  await sent("最好第一");
  expect(await desk((it) => it.due())).toBe(1);
  await desk((it) => it.stop());
  expect(await desk((it) => it.due())).toBe(0);
  await page.close();
});

test("words of a finding are selected where they stand, in fields of every kind, and nothing else changes", async () => {
  const { page, desk, sent } = await stage.open(
    inShadow(`${EDITOR}${SHORT}<div>卖点</div><textarea id="points" placeholder="商品卖点"></textarea>`),
  );
  await page.locator(editor).click();
  await page.keyboard.type("买最好的茶，最好");
  await page.locator(">>> #short").click();
  await page.keyboard.type("好茶第一");
  await page.locator(">>> #points").click();
  await page.keyboard.type("一行\n第一行");
  await sent("买最好的茶，最好\n好茶第一\n一行\n第一行");
  const before = await page.evaluate(() => document.querySelector("wujie-app")?.shadowRoot?.innerHTML);
  const selected = () => page.evaluate(whatIsSelected);
  expect(await desk((it) => it.show(6, "最好"))).toBe(true);
  expect(await selected()).toEqual({ field: "input-editor", text: "最好", start: 6 });
  expect(await desk((it) => it.show(11, "第一"))).toBe(true);
  expect(await selected()).toEqual({ field: "short", text: "第一", start: 2 });
  expect(await desk((it) => it.show(17, "第一"))).toBe(true);
  expect(await selected()).toEqual({ field: "points", text: "第一", start: 3 });
  // Words that have moved since are found; words that are gone are not made up.
  expect(await desk((it) => it.show(3, "最好"))).toBe(true);
  expect(await selected()).toMatchObject({ field: "input-editor", start: 1 });
  expect(await desk((it) => it.show(0, "没有的话"))).toBe(false);
  expect(await page.evaluate(() => document.querySelector("wujie-app")?.shadowRoot?.innerHTML)).toBe(before);
  expect(await desk((it) => it.last())).toBe("买最好的茶，最好\n好茶第一\n一行\n第一行");
  await page.close();
});

function whatIsSelected(): { field: string; text: string; start: number } {
  const root = document.querySelector("wujie-app")?.shadowRoot as ShadowRoot & { getSelection(): Selection };
  const field = root.activeElement as HTMLInputElement;
  if ("selectionStart" in field) {
    const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
    return { field: field.id, text: field.value.slice(start, end), start };
  }
  const selection = root.getSelection();
  return { field: (field as HTMLElement).className, text: selection.toString(), start: selection.anchorOffset };
}
