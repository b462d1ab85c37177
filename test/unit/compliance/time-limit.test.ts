import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { draft, pack, rule } from "./fixtures";

describe("the time limit", () => {
  const packs = pack([
    rule("slow", { patterns: [{ type: "regex", source: "最佳.{0,3}" }] }),
    rule("quick", { patterns: [{ type: "term", terms: ["首选"] }], category: "custom" }),
  ]);
  /** A clock on which each run of an expression takes the next of these. */
  const clockOf = (times: readonly number[]) => {
    let now = 0;
    let reads = 0;
    return () => {
      if (reads++ % 2 === 1) now += times[Math.floor((reads - 1) / 2)] ?? 0;
      return now;
    };
  };
  const rulesOf = (checker: ReturnType<typeof createChecker>) =>
    checker.check(draft("最佳。首选")).map((finding) => finding.rule);

  it("switches a rule off that is too slow three times, says so, and lets the others run", () => {
    const checker = createChecker(packs, { limit: { ms: 10, clock: clockOf([11, 12, 13]) } });
    expect(rulesOf(checker)).toEqual(["slow", "quick"]);
    expect(rulesOf(checker)).toEqual(["slow", "quick"]);
    expect(checker.switchedOff()).toEqual([]);
    expect(rulesOf(checker)).toEqual(["slow", "quick"]);
    expect(checker.switchedOff()).toEqual([{ rule: "slow", ms: 13 }]);
    expect(rulesOf(checker)).toEqual(["quick"]);
  });

  it("does not wait for a second time when the first took far too long", () => {
    const checker = createChecker(packs, { limit: { ms: 10, clock: clockOf([5000]) } });
    rulesOf(checker);
    expect(checker.switchedOff()).toEqual([{ rule: "slow", ms: 5000 }]);
  });

  it("is not for packs that are trusted", () => {
    const checker = createChecker(packs, {
      limit: { ms: 10, clock: clockOf([5000, 5000]), trusted: new Set(["test"]) },
    });
    rulesOf(checker);
    expect(rulesOf(checker)).toEqual(["slow", "quick"]);
    expect(checker.switchedOff()).toEqual([]);
  });
});
