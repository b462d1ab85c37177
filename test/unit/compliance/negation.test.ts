import { expect, it } from "vitest";
import { isNegated } from "../../../src/compliance/context/negation";

it.each([
  ["没有任何茶能治病", "治病"],
  ["没有人能保证您一定赚钱", "赚钱"],
  ["没有什么药会根治糖尿病", "根治"],
  ["本品不能治疗疾病", "治疗"],
])("%s denies %s", (text, claim) => {
  expect(isNegated(text, text.indexOf(claim))).toBe(true);
});

it.each([
  ["没有风险可以稳赚", "稳赚"],
  ["没有副作用能治愈糖尿病", "治愈"],
  ["没有任何副作用能根治鼻炎", "根治"],
  ["没有任何药能治好的老毛病，它治好了", "治好了"],
  ["南非真钻", "真钻"],
])("%s claims %s", (text, claim) => {
  expect(isNegated(text, text.indexOf(claim))).toBe(false);
});
