import { expect, test } from "vitest";
import { isOfPage } from "../../../src/console/page-words";

test.each([
  "核心数据（自发布起累计）",
  "单篇表现（自发布起累计）",
  "Overview 数据总览",
  "📊 核心指标 Key Metrics",
  "发布后7天表现",
  "福袋与互动",
  "单场直播数据",
  "查看视频数据",
  "赛道机会概览",
  "视频号助手",
  "用数据看懂每一场直播",
])("%s is the page's own", (text) => {
  expect(isOfPage(text)).toBe(true);
});

test.each([
  "数据分析师的一天",
  "直播间的故事",
  "直播带货的一天",
  "我的一天",
  "请先登录你的味蕾",
  "播放量 100万的秘密，其实只有三步",
  "新手必看的直播数据",
  "老陈小店",
  "24小时",
  "2026年11月15日 10:00",
])("%s may name something", (text) => {
  expect(isOfPage(text)).toBe(false);
});
