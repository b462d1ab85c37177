import { describe, expect, it } from "vitest";
import { parseDay, parseMoment, parseMonth, parsePeriod, parseSpan, periodOver } from "../../../src/console/periods";

const days = (from: string, to: string) => ({ kind: "days", from, to });
const dates = (from: string, to: string) => ({ kind: "dates", from, to });
const relative = (endsDaysAgo: number, n: number) => ({ kind: "relative", endsDaysAgo, days: n });

describe("months to choose from", () => {
  it.each([
    ["2026年9月", days("2026-09-01", "2026-09-30")],
    ["2024-02", days("2024-02-01", "2024-02-29")],
    ["9月", { kind: "month", month: 9 }],
    ["12月份", { kind: "month", month: 12 }],
    ["13月", null],
    ["9月新品", null],
    ["9-30", null],
    ["2026年", null],
  ])("%s", (text, period) => {
    expect(parseMonth(text)).toEqual(period);
  });
});

describe("periods as pages state them", () => {
  it.each([
    ["统计时间 2026/11/14 至 2026/11/20", days("2026-11-14", "2026-11-20")],
    ["2026-11-14 ~ 2026-11-20", days("2026-11-14", "2026-11-20")],
    ["2026年11月1日-2026年11月7日", days("2026-11-01", "2026-11-07")],
    ["2026.11.01 00:00:00 至 2026.11.07 23:59:59", days("2026-11-01", "2026-11-07")],
    ["2026/11/14 - 11/20", days("2026-11-14", "2026-11-20")],
    ["2026年11月14日至11月20日", days("2026-11-14", "2026-11-20")],
    ["11/12-11/18", dates("11-12", "11-18")],
    ["统计周期：12月28日 至 1月3日", dates("12-28", "01-03")],
    ["11-12 ~ 11-18", dates("11-12", "11-18")],
    ["昨日", relative(1, 1)],
    ["昨日数据", relative(1, 1)],
    ["昨日 2026-11-23", relative(1, 1)],
    ["昨日（11-23 周一）", relative(1, 1)],
    ["统计日期：2026年11月23日（周一）", days("2026-11-23", "2026-11-23")],
    ["2026-11-23 经营数据", days("2026-11-23", "2026-11-23")],
    ["近一周", relative(1, 7)],
    ["今日实时", relative(0, 1)],
    ["近7天", relative(1, 7)],
    ["最近30天", relative(1, 30)],
    ["经营概览（近7天）", relative(1, 7)],
    ["同行对比（昨日）", relative(1, 1)],
    ["2026年第47周 (11.16 - 11.22)", dates("11-16", "11-22")],
    ["统计时间 2026年2月", days("2026-02-01", "2026-02-28")],
    ["2026年2月经营数据", days("2026-02-01", "2026-02-28")],
    ["统计月份：10月", { kind: "month", month: 10 }],
    ["9月份经营概况", { kind: "month", month: 9 }],
    ["统计周期：2026年第三季度", days("2026-07-01", "2026-09-30")],
    ["统计时间 2026-Q4", days("2026-10-01", "2026-12-31")],
    ["上周（11/16-11/22）经营概况", dates("11-16", "11-22")],
    ["数据周期 11.17 ~ 11.23", dates("11-17", "11-23")],
    ["📅 11/17 - 11/23", dates("11-17", "11-23")],
    ["统计周期 20261117-20261123", days("2026-11-17", "2026-11-23")],
    ["Nov 17, 2026 – Nov 23, 2026", days("2026-11-17", "2026-11-23")],
    ["Last 7 days", relative(1, 7)],
    ["数据日期：2026-11-20（每日 08:00 更新）", days("2026-11-20", "2026-11-20")],
    ["数据每日 12:00 更新，当前展示 2026-11-23 的数据", days("2026-11-23", "2026-11-23")],
  ])("%s", (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
  });

  it.each([
    "较昨日",
    "环比近7天",
    "昨日 980.00",
    "昨日 1.2",
    "2026年10月",
    "上周（11/10-11/16）",
    "较上期（昨日）",
    "2026-11-23 周一",
    "2026/11/20",
    "2026/11/20 至 2026/11/14",
    "2026/11/20 - 11/14",
    "2026/11/20 - 12.50",
    "2026/13/01 至 2026/13/02",
    "13/01-13/02",
    "11-12-11-18",
    "18-24",
    "11.17 ~ 11.23",
    "2026 Q3",
    "订单 20261117-20261123001",
    "实时 | 昨日 | 近7天 | 近30天",
    "按近 7 天同类直播计算",
    "2026/02/30 至 2026/03/01",
    "7天无理由退货 包邮 极速退款保障服务说明",
  ])("%s is no period", (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it("reads the day over a column, a bare one within the page's dates", () => {
    const span = parseSpan("2026/11/14 至 2026/11/20");
    expect(periodOver("11-15", span)).toEqual(days("2026-11-15", "2026-11-15"));
    expect(periodOver("11月15日（周日）", span)).toEqual(days("2026-11-15", "2026-11-15"));
    expect(periodOver("11-25", span)).toBeNull();
    expect(periodOver("11-15", null)).toEqual(dates("11-15", "11-15"));
    expect(periodOver("1-5", null)).toBeNull();
    expect(periodOver("11.15", null)).toBeNull();
  });

  it("reads a publish time whole or not at all", () => {
    expect(parseMoment("2026年08月06日 09:05")).toBe("2026-08-06T09:05");
    expect(parseMoment("发布时间：2026/8/6 9:05:33")).toBe("2026-08-06T09:05");
    expect(parseMoment("2026/08/06")).toBe("2026-08-06");
    expect(parseMoment("预告 2026年08月06日 09:05 不见不散")).toBeNull();
    expect(parseDay("下单时间: 2026/11/17 14:02:11")).toBe("2026-11-17");
    expect(parseSpan("2026/11/12 19:30 - 22:04")).toBeNull();
  });
});
