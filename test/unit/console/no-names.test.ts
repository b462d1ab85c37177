import { describe, expect, test } from "vitest";
import { isInPassing, mayNameAlone } from "../../../src/console/account-names";
import { isProduct } from "../../../src/console/product-words";
import { isAside } from "../../../src/console/sub-figures";

describe("what names nobody and nothing", () => {
  test.each([
    "Creator Studio",
    "Merchant Hub v3.2",
    "WeChat Store Console",
    "创作者工作室 Beta",
    "直播中控台",
    "经营控制台",
    "生意管家",
    "视频号助手 · 创作者版",
  ])("the console is called %s", (text) => {
    expect(isProduct(text)).toBe(true);
    expect(mayNameAlone(text)).toBe(false);
  });

  test.each(["Mori Studio", "山野工作室", "青麦粮行", "阿蛮在海岛", "竹溪茶铺", "Olive Shop", "Livehouse 乐队"])(
    "somebody is called %s",
    (text) => expect(isProduct(text)).toBe(false),
  );

  test.each(["店铺评分 4.9", "体验分98", "信用分 100"])("a score is no name: %s", (text) =>
    expect(isInPassing(text)).toBe(true),
  );

  test.each([
    "日均 12,343",
    "日均1.2万",
    "峰值 21,040（周六）",
    "目标 ¥10,000",
    "完成率 85.5%",
    "其中粉丝 1,204",
    "优于 82% 创作者",
    "上一周期 980",
    "累计：3.4万",
    "Avg 1,204 / day",
    "(占比 39%)",
    "较前日 +38",
  ])("beside a figure stands %s", (text) => expect(isAside(text)).toBe(true));

  test.each(["野生羊肚菌 50g", "山货专场 第8期", "iPhone 17", "目标 2000 本周爆款核桃", "30天学会做面包", "做豆腐 2"])(
    "a thing is called %s",
    (text) => expect(isAside(text)).toBe(false),
  );
});
