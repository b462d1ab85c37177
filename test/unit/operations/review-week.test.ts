import { describe, expect, it } from "vitest";
import type { ReviewRow } from "../../../src/ledger/model";
import type { RecordedFinding, ReviewStep } from "../../../src/operations/reviews/entry";
import { reviewWeek } from "../../../src/operations/reviews/week";

const DAY = 86_400_000;
const MONDAY = Date.parse("2026-11-16T00:00:00+08:00");
const by = { by: "小李", note: "" };
const draft = { text: "全网最好的茶", goods: "food_ordinary", channel: "video_caption", account: "shop" } as const;
const finding = (text: string, severity: RecordedFinding["severity"]): RecordedFinding => ({
  start: 0,
  end: text.length,
  text,
  severity,
  category: "absolute_term",
  rule: `r.${text}`,
  basis: [{ law: "广告法", article: "第九条第三项" }],
  ignored: false,
});
const submit = (title: string, ...findings: RecordedFinding[]): ReviewStep => ({
  step: "submit",
  title,
  draft,
  findings,
  packs: [],
  ...by,
});

/** Entries of cases as `[case, day of the week from 0, step]`. */
function record(steps: readonly (readonly [id: string, day: number, step: ReviewStep])[]): ReviewRow[] {
  return steps.map(([id, day, step], index) => ({
    id: String(index),
    case: id,
    at: MONDAY + day * DAY + index,
    previous: null,
    entry: { ...step, v: 1, device: "d", n: index, follows: null },
  }));
}
const week = (rows: readonly ReviewRow[]) => reviewWeek(rows, MONDAY, MONDAY + 7 * DAY);

describe("the review record of a week", () => {
  it("counts what was sent, decided and left waiting, and nothing of other weeks", () => {
    const rows = record([
      ["a", -3, submit("上周的")],
      ["b", 0, submit("春茶", finding("最好", "block"))],
      ["b", 1, { step: "human", decision: "return", ...by }],
      ["b", 2, submit("春茶", finding("回头客多", "info"))],
      ["b", 3, { step: "human", decision: "pass", ...by }],
      ["b", 4, { step: "legal", decision: "pass", ...by }],
      ["b", 5, { step: "outcome", accepted: false, words: "回头客", clause: "4.2", ...by }],
      ["c", 8, submit("下周的", finding("最好", "block"))],
    ]);
    expect(week(rows)).toEqual({
      sent: 2,
      risky: 1,
      passed: 1,
      returned: 1,
      accepted: 0,
      rejected: 1,
      waiting: 1,
      risks: [{ text: "最好", severity: "block", basis: "广告法第九条第三项", drafts: 1 }],
      rejections: [{ title: "春茶", words: "回头客", clause: "4.2" }],
    });
  });

  it("puts the gravest risk first and counts a draft once for a risk it has twice", () => {
    const rows = record([
      ["a", 0, submit("一", finding("最新", "warn"), finding("最新", "warn"))],
      ["b", 0, submit("二", finding("最新", "warn"), finding("治疗", "block"))],
    ]);
    expect(week(rows)?.risks.map(({ text, drafts }) => [text, drafts])).toEqual([
      ["治疗", 1],
      ["最新", 2],
    ]);
  });

  it("is nothing for a week without a review", () => {
    expect(week([])).toBeNull();
    expect(week(record([["c", 8, submit("下周的")]]))).toBeNull();
  });
});
