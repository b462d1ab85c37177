import { describe, expect, it } from "vitest";
import { pairsIn, wordsIn } from "../../../src/console/inline";
import { shippedDictionary } from "../../harness/shipped-dictionary";

const pairs = (text: string) =>
  pairsIn(text, shippedDictionary).map(({ hit, shown }) => [hit.meanings[0]?.metric, shown.n]);

describe("label and number in one text", () => {
  it.each([
    ["成交金额：￥1,234.50", [["pay_gmv", 1234.5]]],
    [
      "成交金额 ￥1,234.50 · 成交订单数 12 · 成交人数 11",
      [
        ["pay_gmv", 1234.5],
        ["pay_order_cnt", 12],
        ["pay_uv", 11],
      ],
    ],
    ["家居日用 · 有认证 · 带货评分 4.83", [["talent_score", 4.83]]],
    ["爆款线：播放 5万 / 喜欢 3,000", []],
    ["本周目标：成交金额 ¥25,000 · 成交订单数 600", []],
    [
      "￥99.00 / 库存 120 / 销量 340",
      [
        ["stock", 120],
        ["sold_count", 340],
      ],
    ],
    [
      "播放 1.2万 推荐 96",
      [
        ["play_count", 12000],
        ["like_count", 96],
      ],
    ],
    ["成交金额 ￥48,260.50 较上场 +21.0%", [["pay_gmv", 48260.5]]],
    ["最高在线：842（较上场 ↓27）", [["max_online_uv", 842]]],
    ["退款率 2.4% 环比 持平", [["refund_rate", 2.4]]],
    [
      "库存：214 ｜ 累计销量：1,802（近7天 +12）",
      [
        ["stock", 214],
        ["sold_count", 1802],
      ],
    ],
    ["成交人数 41 +2.1%", [["pay_uv", 41]]],
    ["观看人数 较上场 +12.4%", []],
    ["1.2万次播放", [["play_count", 12000]]],
    ["320个点赞", [["fav_count", 320]]],
    ["45 条评论", [["comment_count", 45]]],
    [
      "1.2万播放 96推荐",
      [
        ["play_count", 12000],
        ["like_count", 96],
      ],
    ],
    ["开播时间：2026-11-15 20:00　时长：1小时20分", [["live_duration_seconds", 4800]]],
    ["打败了 72% 的主播", [["beat_percentile", 72]]],
    ["同行对比：打败了 82.3% 的主播", [["beat_percentile", 82.3]]],
    ["人均观看时长打败了 64% 的主播", [["beat_percentile", 64]]],
    ["视频 86 · 关注者 8,032", [["follower_count", 8032]]],
  ] as const)("%s", (text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  it.each([
    "净增关注 100 人送流量券",
    "昨日成交金额突破 10,000 元，超过 80% 的同行",
    "视频 86 关注者",
    "收藏 18",
    "播放更多",
    "昨日 · 成交金额 1,234",
    "同行均值 · 成交金额 1,234",
    "2026-11-15 20:00",
  ])("nothing in %s", (text) => {
    expect(pairs(text)).toEqual([]);
  });
});

describe("label and words in one text", () => {
  const said = (text: string) => wordsIn(text, shippedDictionary)?.words ?? null;

  it.each([
    ["商品状态：销售中", "销售中"],
    ["带货类目: 茶饮、糕点", "茶饮、糕点"],
    ["成交金额：￥12", null],
    ["类目：茶饮", null],
    ["状态", null],
  ])("%s", (text, words) => {
    expect(said(text)).toBe(words);
  });
});
