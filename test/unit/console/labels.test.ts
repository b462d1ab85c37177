import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dictionaryOf, findLabel, meaningFor } from "../../../src/console/labels";

interface Row {
  id: string;
  unit: "count";
  entities: ["video"];
  labels: string[];
}
const { metrics } = JSON.parse(readFileSync("assets/metrics.json", "utf8")) as { metrics: Row[] };
const dictionary = dictionaryOf(metrics.map((row) => ({ ...row, metric: row.id })));
const metric = (text: string, type: Parameters<typeof meaningFor>[1]) => {
  const hit = findLabel(dictionary, text);
  return hit && meaningFor(hit, type)?.metric;
};

describe("labels", () => {
  it("finds every label of the vocabulary", () => {
    for (const row of metrics)
      for (const label of row.labels)
        expect(
          findLabel(dictionary, label)?.meanings.map((m) => m.metric),
          label,
        ).toContain(row.id);
  });

  it.each([
    ["成交金额(元)", "shop", "pay_gmv"],
    ["🔥 热度", "live", "live_heat"],
    ["● 成交金额", "shop", "pay_gmv"],
    ["成交金额（万元）", "shop", "pay_gmv"],
    ["成 交 金 额：", "shop", "pay_gmv"],
    ["成\u200b交\u202e金额", "shop", "pay_gmv"],
    ["昨日成交金额", "shop", "pay_gmv"],
    ["播放量 ↑", "video", "play_count"],
    ["成交金额/元", "shop", "pay_gmv"],
    ["净增关注(昨日)：", "account", "net_follower_count"],
    ["新增关注", "live", "live_new_follow_uv"],
  ] as const)("%s of a %s is %s", (text, type, id) => {
    expect(metric(text, type)).toBe(id);
  });

  it("keeps the unit of the bracket and the period of the prefix", () => {
    expect(findLabel(dictionary, "成交金额（万元）")?.hint).toBe("万元");
    expect(findLabel(dictionary, "近7天成交金额")?.period).toEqual({ kind: "relative", endsDaysAgo: 1, days: 7 });
  });

  it("knows no label inside prose, and none for the wrong kind of thing", () => {
    for (const text of ["你的关注者已有一万", "播放更多", "收藏", "预约人数", ""])
      expect(findLabel(dictionary, text), text).toBeNull();
    expect(metric("库存", "talent")).toBeUndefined();
  });
});
