import { expect, it } from "vitest";
import { mayMatch } from "../../../src/compliance/context/may-match";
import fc from "../../harness/properties";

const REFUSED = /(?:没法|无法)(?:承诺|保证)[^,，]{0,4}(?:疗效|效果)/u;
const WARNED = /(?<=所以)千万别?信|谣言$|辟谣/u;
const ANYTHING = /^.{2,3}的?$/u;

it("says no of a text that has none of what every match must contain, whichever expression is asked first", () => {
  const [refused, warned] = [mayMatch(REFUSED), mayMatch(WARNED)];
  const texts = ["无法保证治疗效果", "无法保证到货时间", "今天辟谣", "天气很好"];
  expect(texts.map(refused)).toEqual([true, false, false, false]);
  expect(texts.map(warned)).toEqual([false, false, true, false]);
  const late = mayMatch(/天气|下雨/u);
  expect(late("天气很好")).toBe(true);
});

it("never says no of a text with a match in it, however many expressions there are", () => {
  const many = Array.from(
    "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥",
    (each) => new RegExp(`${each}[好坏].?[多少]`, "u"),
  );
  const asked = [REFUSED, WARNED, ANYTHING, ...many].map((expression) => ({ expression, may: mayMatch(expression) }));
  const piece = fc.constantFrom(
    "没法",
    "无法",
    "保证",
    "效果",
    "所以",
    "千万",
    "信",
    "谣言",
    "辟谣",
    "甲",
    "亥",
    "好",
    "多",
    "😀",
    "的",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      for (const { expression, may } of asked)
        for (let from = 0; from < text.length; from++)
          if (expression.test(text.slice(from))) expect(may(text)).toBe(true);
    }),
  );
});
