import { expect, it } from "vitest";
import { packAge, ruleAge } from "../../../src/operations/pack-age";
import { pack, rule } from "../compliance/fixtures";

const aged = (asOf: string, ...rules: readonly ReturnType<typeof rule>[]) => {
  const [one] = pack(rules.length > 0 ? rules : [rule("a")], { asOf });
  if (!one) throw new Error("no pack");
  return packAge(one, "2026-11-26");
};

it("is old after 180 days since its law was read", () => {
  expect(aged("2026-05-30")).toMatchObject({ days: 180, isOld: false });
  expect(aged("2026-05-29")).toMatchObject({ days: 181, isOld: true });
  expect(aged("2026-12-31")).toMatchObject({ days: 0, isOld: false });
});

it("names the rules past their day, the next end and the last change", () => {
  const rules = [
    rule("gone", { expires: "2026-11-25", updated: "2026-03-01" }),
    rule("today", { expires: "2026-11-26" }),
    rule("later", { expires: "2027-01-01" }),
    rule("ever"),
  ];
  expect(aged("2026-01-01", ...rules)).toMatchObject({
    expired: ["gone"],
    nextEnd: "2026-11-26",
    updated: "2026-03-01",
  });
});

it("says of a rule that it has ended, before that its pack is old", () => {
  const [old] = pack([rule("a", { expires: "2026-11-25" }), rule("b")], { asOf: "2026-01-01" });
  const [fresh] = pack([rule("b")], { asOf: "2026-11-01" });
  const age = (of: typeof old, at: number) => of?.rules[at] && ruleAge(of.rules[at], of, "2026-11-26");
  expect([age(old, 0), age(old, 1), age(fresh, 0)]).toEqual([
    { why: "expired", day: "2026-11-25" },
    { why: "old", day: "2026-01-01" },
    null,
  ]);
});
