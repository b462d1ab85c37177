import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage, type Scene, type Stage } from "./draft-stage";

let stage: Stage;
let scene: Scene;
beforeAll(async () => {
  stage = await openStage();
  scene = await stage.open("");
});
afterAll(() => stage.close());

const found = async (body: string) => {
  await scene.page.evaluate((html) => {
    document.body.innerHTML = html;
  }, body);
  return scene.desk((desk) => desk.fields());
};

test.each([
  '<div id=f contenteditable="" class="input-editor" data-placeholder="添加描述"></div>',
  '<div id=f contenteditable="true" data-placeholder="添加描述, 1000个字符内"></div>',
  '<div id=f contenteditable="plaintext-only" aria-label="商品卖点"></div>',
  '<input id=f placeholder="填写短标题有机会获得更多流量">',
  '<input id=f type="text" placeholder="概括视频主要内容，字数建议6-16个字符">',
  '<input id=f type="text" placeholder="填写标题, 22个字符内">',
  '<textarea id=f placeholder="请输入直播标题"></textarea>',
  '<label>商品标题 <input id=f placeholder="请输入"></label>',
  "<label for=f>卖点</label><div><input id=f></div>",
  '<span id=l>商品描述</span><div id=f contenteditable="" aria-labelledby="l"></div>',
  "<div><div>短标题</div><div><span><input id=f type=text></span></div></div>",
  '<div><div><em>*</em>商品标题</div><div><input id=f placeholder="0/60"><span>0/60</span></div></div>',
  '<input id=f placeholder="标题中请勿包含价格">',
])("is a draft field: %s", async (body) => {
  expect(await found(body)).toEqual(["f"]);
});

test.each([
  '<div contenteditable="false" data-placeholder="添加描述"></div>',
  '<input type="password" placeholder="标题">',
  '<input type="search" placeholder="标题">',
  '<input type="number" placeholder="标题字数">',
  '<input type="tel" placeholder="标题">',
  '<input type="date" aria-label="标题">',
  '<input type="hidden" placeholder="标题">',
  '<input type="checkbox" aria-label="标题">',
  '<input placeholder="搜索标题或描述">',
  '<input placeholder="请输入标题关键词">',
  '<div role="search"><input placeholder="标题"></div>',
  '<input role="combobox" placeholder="选择标题模板">',
  '<input inputmode="numeric" placeholder="标题">',
  '<input placeholder="标题" readonly>',
  '<input placeholder="标题" disabled>',
  '<textarea aria-hidden="true" placeholder="描述"></textarea>',
  '<textarea placeholder="写下你的评论"></textarea>',
  '<div contenteditable="" data-placeholder="发送消息"></div>',
  '<label>商品标题</label><input placeholder="请输入价格">',
  "<div><div>手机号</div><div><input type=text></div></div>",
  "<div><div>标签</div><div><input type=text></div></div>",
  "<div><div>短标题</div><select></select><input></div>",
  '<input placeholder="请选择发表时间">',
  "<input>",
  "<div contenteditable></div>",
])("is no draft field: %s", async (body) => {
  expect(await found(body)).toEqual([]);
});

test("a field inside another editor is part of it", async () => {
  const inner = '<span contenteditable="true" id=g data-placeholder="描述"></span>';
  expect(await found(`<div contenteditable="" id=f data-placeholder="描述">${inner}</div>`)).toEqual(["f"]);
});

test("a closed shadow root and another origin's iframe are not looked into", async () => {
  await scene.page.evaluate(() => {
    document.body.innerHTML = '<x-a></x-a><iframe sandbox srcdoc="<input placeholder=标题 id=f>"></iframe>';
    const closed = document.querySelector("x-a")?.attachShadow({ mode: "closed" }) as ShadowRoot;
    closed.innerHTML = '<input placeholder="标题">';
  });
  expect(await scene.desk((desk) => desk.fields())).toEqual([]);
});

test.each([
  [
    "beside its label",
    '<div class="row"><label>商品类目</label><div>食品饮料 &gt; 茶 &gt; 绿茶 <a>修改</a></div></div>',
    "食品饮料 > 茶 > 绿茶",
  ],
  ["in pieces", "<div><span>类目：</span><ol><li>美妆</li><li>/</li><li>面膜</li></ol></div>", "美妆/面膜"],
  ["in one text", "<p>类目：服饰鞋包 &gt; 女装</p>", "服饰鞋包 > 女装"],
  ["in a field", '<div><div>商品类目</div><div><input readonly value="酒类/白酒"></div></div>', "酒类/白酒"],
  ["none chosen", "<div><label>商品类目</label><div>请选择</div></div>", null],
  ["hidden", '<div style="display:none"><label>类目</label><b>酒类</b></div>', null],
  ["only spoken of", "<p>类目选错会影响审核</p>", null],
])("the category of goods: %s", async (_, body, path) => {
  await found(body);
  expect(await scene.desk((desk) => desk.category())).toBe(path);
});
