import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { draft, pack, rule } from "./fixtures";

describe("staleness", () => {
  const packs = pack(
    [rule("a", { expires: "2026-03-01" }), rule("b", { patterns: [{ type: "term", terms: ["首选"] }] })],
    {
      asOf: "2026-01-01",
    },
  );
  const staleOn = (today?: string) =>
    createChecker(packs, today === undefined ? {} : { today })
      .check(draft("最佳，首选"))
      .map(({ rule: id, stale }) => [id, stale?.reason ?? null]);

  it("is said in the finding from the day after a rule's end", () => {
    expect(staleOn("2026-03-01")).toEqual([
      ["a", null],
      ["b", null],
    ]);
    expect(staleOn("2026-03-02")[0]).toEqual(["a", "rule_expired"]);
  });

  it("is said of every rule of a pack that nobody read for half a year", () => {
    expect(staleOn("2026-06-30")[1]).toEqual(["b", null]);
    expect(staleOn("2026-07-01")[1]).toEqual(["b", "pack_old"]);
  });

  it("is not said by a checker that knows no day", () => {
    expect(staleOn()).toEqual([
      ["a", null],
      ["b", null],
    ]);
  });
});

it("is said of something absent too", () => {
  const packs = pack([rule("a", { patterns: [{ type: "absence", when: "甲", unless: "乙" }], expires: "2026-03-01" })]);
  expect(createChecker(packs, { today: "2026-04-01" }).check(draft("甲"))).toMatchObject([
    { start: 0, end: 0, stale: { reason: "rule_expired", day: "2026-03-01" } },
  ]);
});
