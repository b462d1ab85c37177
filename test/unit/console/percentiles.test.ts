import { expect, test } from "vitest";
import type { Layout } from "../../../src/console/layout";
import { keepWhole } from "../../../src/console/percentiles";
import { type Draft, Report } from "../../../src/console/report";

const live = { type: "live", id: "1", name: null } as const;
const SHARE = "beat_percentile";

/** A page of cards: texts in a row, each a metric's figure by its name, and the cards that hold them by first and last. */
function keptOf(figures: readonly { metric: string; says?: string }[], cards: readonly (readonly [number, number])[]) {
  const tokens = figures.map(({ says = "" }, i) => ({ i, text: says, el: i }));
  const holding = (i: number) => [...cards, [0, figures.length] as const].filter(([lo, hi]) => lo <= i && i < hi);
  const layout = {
    at: (i: number) => tokens[i],
    span: (card: readonly [number, number] | null) => card ?? [0, 0],
    climb: (i: number, passes: (lo: number, hi: number) => boolean) =>
      holding(i).find((card) => passes(...card)) ?? null,
  };
  const report = new Report();
  for (const [i, { metric }] of figures.entries())
    report.put(live, metric, "ratio", { precision: "exact", value: 0.1 * i }, i);
  keepWhole(layout as unknown as Layout, report);
  return report.drafts.filter(({ metric }) => metric === SHARE).map(({ token }: Draft) => token);
}

test("the only share on a page is kept, whatever card it is in", () => {
  expect(keptOf([{ metric: "watch_uv" }, { metric: SHARE }], [[0, 2]])).toEqual([1]);
});

test("a share in the card of another figure is of that figure", () => {
  const figures = [
    { metric: SHARE },
    { metric: "watch_uv" },
    { metric: SHARE },
    { metric: "pay_uv" },
    { metric: SHARE },
  ];
  expect(
    keptOf(figures, [
      [1, 3],
      [3, 5],
    ]),
  ).toEqual([0]);
});

test("a text that says what is beaten in is of that part; the live as a whole is none", () => {
  const figures = [
    { metric: SHARE, says: "人均观看时长打败了 64% 的主播" },
    { metric: SHARE, says: "综合表现打败了 82% 的主播" },
    { metric: SHARE, says: "打败了 70% 的主播" },
  ];
  expect(keptOf(figures, [])).toEqual([1, 2]);
});
