import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Scene, type Stage } from "./draft-stage";

let stage: Stage;
let scene: Scene;
beforeAll(async () => {
  stage = await openStage();
  scene = await stage.open("");
});
afterAll(() => stage.close());

const read = async (inner: string, style = "") => {
  await scene.page.evaluate((html) => {
    document.body.innerHTML = html;
  }, `<div contenteditable="" data-placeholder="添加描述" style="${style}">${inner}</div>`);
  return scene.desk((desk) => desk.read());
};

test.each([
  ["one line", "今天上新", "今天上新"],
  ["a space typed in the editor is a no-break space", "好&nbsp;吃&nbsp;", "好 吃 "],
  ["lines of an editor are divs", "一<div>二</div><div>三</div>", "一\n二\n三"],
  ["an empty line is a div with a br", "<div>一</div><div><br></div><div>二</div>", "一\n\n二"],
  ["the editor's own last br is no line", "<div>一<br></div><div>二</div><br>", "一\n二"],
  ["shift and enter", "一<br>二<br><br>三", "一\n二\n\n三"],
  ["white space of the source is not text", "\n   <p>一\n   二</p>\n   <p>  三 </p>\n", "一 二\n三"],
  ["inline pieces join", "最<b>好</b><span>的</span>", "最好的"],
  ["a space between inline pieces is one", "<b>一 </b> <i> 二</i>", "一 二"],
  ["hidden parts are not seen", '一<span style="display:none">藏</span><b style="visibility:hidden">藏</b>二', "一二"],
  ["a span shown as a block is a line", '一<span style="display:block">二</span>三', "一\n二\n三"],
  ["zero-width characters stay", "最\u200b好\ufeff", "最\u200b好\ufeff"],
  ["an emoji image is its alternative text", '好<img alt="😊">吃<img>', "好😊吃"],
  ["scripts, styles and comments are not seen", "一<style>a{}</style><!-- 注 --><script>1</script>二", "一二"],
  ["a topic chip is text", '<span contenteditable="false">#新品#</span>&nbsp;上架', "#新品# 上架"],
])("%s", async (_, inner, text) => {
  expect(await read(inner)).toBe(text);
});

test("kept white space is kept", async () => {
  expect(await read("一\n二  三\n", "white-space:pre-wrap")).toBe("一\n二  三");
});

test("a field that only holds a caret's zero-width character is left out", async () => {
  await read("\u200b<br>");
  await scene.page.evaluate(() =>
    document.body.insertAdjacentHTML("beforeend", '<input placeholder="填写短标题" value="秋">'),
  );
  expect(await scene.desk((desk) => desk.read())).toBe("秋");
});

test("offsets lead back to the page over any markup", async () => {
  const text = await read("\n  一&nbsp;最<b>好</b>的<br>\n 二 <i>  三</i><div>四<img alt='图'>五</div>");
  expect(text).toBe("一 最好的\n二 三\n四图五");
  const words = ["最好", "的\n二", "一 最", "二 三", "图五", "图", "\n", "没有"];
  const ranges = await scene.desk((desk) =>
    desk.ranges(["最好", "的\n二", "一 最", "二 三", "图五", "图", "\n", "没有"]),
  );
  expect(ranges).toHaveLength(words.length);
  const plain = ranges.map((range) => range?.replace(/\s+/g, " ") ?? null);
  expect(plain).toEqual(["最好", "的 二", "一 最", "二 三", "五", null, null, null]);
});

test("fields join in the order they are seen, through shadow roots and iframes", async () => {
  await scene.page.evaluate(async () => {
    document.body.innerHTML =
      '<input placeholder="标题" value="甲"><x-app></x-app><iframe></iframe><textarea placeholder="卖点">丁</textarea>';
    const shadow = document.querySelector("x-app")?.attachShadow({ mode: "open" }) as ShadowRoot;
    shadow.innerHTML = '<div contenteditable data-placeholder="描述">乙</div>';
    const inner = document.querySelector("iframe")?.contentDocument as Document;
    inner.body.innerHTML = '<div contenteditable="plaintext-only" aria-label="描述">丙</div>';
  });
  expect(await scene.desk((desk) => desk.read())).toBe("甲\n乙\n丙\n丁");
  expect(await scene.desk((desk) => desk.ranges(["乙", "丙", "甲"]))).toEqual(["乙", "丙", null]);
});
