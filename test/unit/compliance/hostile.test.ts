import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { loadPacks, PackError } from "../../../src/compliance/load-packs";
import { productPacks } from "../../harness/packs";
import { draft, pack, rule } from "./fixtures";

const product = createChecker(await productPacks());

/** Generous, since the machine may be busy; a blow-up takes minutes or never ends. */
const SECONDS = 60_000;

describe("hostile text", () => {
  it("a megabyte is checked, and what is in it found", { timeout: SECONDS }, () => {
    const text = `${"新款保温杯现货，颜色多选。".repeat(80_000)}国家级品质`;
    const findings = product.check(draft(text));
    expect(findings.map((finding) => finding.text)).toContain("国家级");
  });

  it("a megabyte without a stop is cut and checked", { timeout: SECONDS }, () => {
    const findings = product.check(draft(`${"好".repeat(1_000_000)}，国家级品质`));
    expect(findings.map((finding) => finding.text)).toEqual(["国家级"]);
  });

  it("a hundred thousand unseen characters inside a word hide nothing", { timeout: SECONDS }, () => {
    const text = `国家${"\u200b".repeat(100_000)}级品质`;
    expect(product.check(draft(text))).toMatchObject([{ start: 0, end: 100_003, evasion: "symbol_insert" }]);
  });

  it("lone surrogates stay where they are", () => {
    const text = "\ud83d国家级\udc00品质\ud800";
    const [finding] = product.check(draft(text));
    expect(finding).toMatchObject({ start: 1, end: 4, text: "国家级" });
  });

  it("a repeated near miss does not blow up", { timeout: SECONDS }, () => {
    for (const bit of ["最", "第", "全国", "1", "a", "zui", "治疗", "点赞分享", "9.9元", "-"])
      product.check(draft(bit.repeat(20_000)));
  });
});

describe("packs that cannot be used", () => {
  const reason = (make: () => unknown): string => {
    try {
      make();
    } catch (error) {
      expect(error).toBeInstanceOf(PackError);
      return (error as Error).message;
    }
    throw new Error("the pack was taken");
  };
  const regex = (source: string) => () => pack([rule("a", { patterns: [{ type: "regex", source }] })]);

  it("say which pack, which rule, which place and why", () => {
    expect(reason(() => pack([rule("a"), rule("a")]))).toBe("Pack test, rule a: the id is used already in pack test.");
    expect(reason(() => loadPacks([...pack([rule("a")]), ...pack([rule("b")])]))).toBe("Pack test is there twice.");
    expect(reason(regex("最("))).toMatch(/^Pack test, rule a, patterns\.0: 最\( cannot be used: /);
    expect(reason(regex("最{nolist}"))).toMatch(/there is no list or fragment \{nolist\}/);
    expect(reason(() => pack([{ ...rule("a"), severity: "fatal" } as never]))).toMatch(
      /^Pack test, rule a: rules\.0\.severity: /,
    );
    expect(reason(() => loadPacks({ id: "x" }))).toMatch(/^Pack x: /);
    expect(reason(() => loadPacks("nonsense"))).toMatch(/^Pack number 1: /);
  });

  it.each([
    "(a+)+$",
    "(?:最|最)*好",
    "(?:.*,){20}x",
    ".*.*.*.*x",
    "(\\w|\\d){1,40}!",
    "((好{1,9}){1,9}){1,9}差",
    "(?<=(?:最|最)*)好",
  ])("refuse %s, which could run for minutes", (source) => {
    expect(reason(regex(source))).toMatch(/it may try too many ways and hang/);
  });

  it.each(["第[一1]{0,3}名", "(?:点赞|转发).{0,12}(?:红包|抽奖)", "\\d+(?:\\.\\d+)?%", "(?<mark>最.{1,4})的"])(
    "take %s",
    (source) => {
      expect(regex(source)).not.toThrow();
    },
  );
});
