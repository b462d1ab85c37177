import { expect, test } from "vitest";
import { isNote, isOfPage } from "../../../src/console/page-words";

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
  "Transaction overview",
  "Traffic & conversion",
  "Traffic: this vs previous week",
  "Refund rate ranking",
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

test.each([
  "曝光偏低，可尝试更换封面",
  "本场观众停留优于近 30 天水平，福袋环节转化突出",
  "每日 8 点更新前一日数据",
  "退款率需关注",
  "峰值出现在开播 40 分钟后",
  "本场成交额创新高",
  "观众停留时间短",
  "建议在 20 点前后发布",
  "主要观众来自广东",
])("%s is said of figures", (text) => {
  expect(isNote(text)).toBe(true);
});

test.each([
  "播放量破百万的红烧肉，做法公开",
  "三招让你的完播率超过同行",
  "视频更新：院子里的石榴熟了",
  "带货直播高峰档福利专场",
  "女儿的第一次舞台表现",
  "好物推荐：优秀的国产保温杯",
  "人多力量大",
  "结果超出预期的一次改造",
])("%s is a title", (text) => {
  expect(isNote(text)).toBe(false);
});
