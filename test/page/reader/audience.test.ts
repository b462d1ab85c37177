import { afterAll, beforeAll, expect, test } from "vitest";
import type { Observation } from "../../../src/console/observation";
import { openStage, type Stage, type Tab } from "./stage";

// Who follows a talent, in the ways a page may lay it out: the group that leads each facet, and nothing of single people.
let stage: Stage;
let tab: Tab;

beforeAll(async () => {
  stage = await openStage();
  tab = await stage.tab();
});
afterAll(() => stage?.close());

const ADDRESS = "https://store.weixin.qq.com/shop/findersquare/finder-detail?finderUsername=v2_tea";
const FIGURES = "<h1>茶山老周</h1><dl><dt>粉丝数</dt><dd>1.2万</dd><dt>总销量</dt><dd>3,000</dd></dl>";

async function audience(body: string, address = ADDRESS): Promise<Record<string, unknown>> {
  await tab.open(address, () => ({ type: "text/html; charset=utf-8", body: `<!doctype html><body>${body}` }));
  const { observation } = await tab.run<{ observation: Observation }>("desk.see()");
  expect(observation.state).toBe("ok");
  return Object.fromEntries(
    observation.readings
      .filter(({ metric }) => metric.startsWith("audience_"))
      .map(({ metric, value, period, entity }) => {
        expect([observation.entities[entity]?.type, period]).toEqual(["talent", null]);
        return [metric.slice("audience_".length), value.precision === "exact" && value.value];
      }),
  );
}

const ALL = {
  gender: "女 94.1%",
  age: "50岁-59岁 32.2%",
  region: "二线城市 21.7%",
  crowd: "小镇男中老年 20.5%",
  preference: "服饰内衣 55.6%",
  spending: "￥100-300 41.6%",
};
const LINES = [
  ["粉丝性别", "女", "94.1%"],
  ["年龄", "50岁-59岁", "32.2%"],
  ["地域", "二线城市", "21.7%"],
  ["人群", "小镇男中老年", "20.5%"],
  ["购物偏好", "服饰内衣", "55.6%"],
  ["购买力", "￥100-300", "41.6%"],
] as const;
const each = (line: (label: string, group: string, share: string) => string): string =>
  LINES.map(([label, group, share]) => line(label, group, share)).join("");

test.each([
  ["a line each", each((label, group, share) => `<li>${label} ${group} ${share}</li>`)],
  ["label, group and share apart", each((l, g, s) => `<div><i>${l}</i><b>${g}</b><em>${s}</em></div>`)],
  ["the label below", each((l, g, s) => `<div><p>${g} ${s}</p><p>${l}</p></div>`)],
  ["terms and descriptions", `<dl>${each((l, g, s) => `<dt>${l}</dt><dd>${g} ${s}</dd>`)}</dl>`],
  ["a table", `<table>${each((l, g, s) => `<tr><th>${l}</th><td>${g}</td><td>${s}</td></tr>`)}</table>`],
])("%s", async (_name, html) => {
  expect(await audience(`${FIGURES}<section><h3>粉丝画像</h3>${html}</section>`)).toEqual(ALL);
});

test("of a whole distribution the largest group", async () => {
  const bars = "<div><h4>性别分布</h4><p>男 5.9%</p><p>女 94.1%</p></div>";
  expect(await audience(`${FIGURES}<section><h3>粉丝画像</h3>${bars}</section>`)).toEqual({ gender: "女 94.1%" });
});

test("a facet without a share says nothing", async () => {
  expect(await audience(`${FIGURES}<p>年龄 38</p><p>地域</p><p>浙江杭州</p>`)).toEqual({});
});

test("a page of a list says nothing of it", async () => {
  const square = "https://store.weixin.qq.com/shop/findersquare/find";
  const table =
    "<table><tr><th>昵称</th><th>粉丝数</th><th>性别</th></tr><tr><td>茶山老周</td><td>1.2万</td><td>女 94.1%</td></tr></table>";
  expect(await audience(table, square)).toEqual({});
});
