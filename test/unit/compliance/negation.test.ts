import { expect, it } from "vitest";
import { isNegated, isRefusedInside } from "../../../src/compliance/context/negation";

it.each([
  ["没有任何茶能治病", "治病"],
  ["没有人能保证您一定赚钱", "赚钱"],
  ["没有什么药会根治糖尿病", "根治"],
  ["本品不能治疗疾病", "治疗"],
  ["本品无祛斑美白功效，仅用于清洁", "美白"],
  ["手链为饰品，无招财、辟邪等作用", "辟邪"],
  ["普通糕点，没有减肥、降糖作用", "降糖"],
])("%s denies %s", (text, claim) => {
  expect(isNegated(text, text.indexOf(claim))).toBe(true);
});

it.each([
  ["没有风险可以稳赚", "稳赚"],
  ["没有副作用能治愈糖尿病", "治愈"],
  ["没有任何副作用能根治鼻炎", "根治"],
  ["没有任何药能治好的老毛病，它治好了", "治好了"],
  ["南非真钻", "真钻"],
  ["特别美白的一支", "美白"],
  ["无添加美白效果", "美白"],
  ["没有祛斑美白效果，退钱", "美白"],
  ["无激素美白功效显著", "美白"],
])("%s claims %s", (text, claim) => {
  expect(isNegated(text, text.indexOf(claim))).toBe(false);
});

it.each(["学完这门课不包过", "打一遍不能绝迹", "这款不一定治好"])("%s refuses what it ends on", (text) => {
  expect(isRefusedInside(text, 0, text.length)).toBe(true);
});

it.each([
  ["这班不提分，全额退", "这班不提分"],
  ["没有不升值的", "没有不升值"],
  ["能不能包过", "能不能包过"],
  ["今天这场不赚钱", "今天这场不赚钱"],
])("%s refuses nothing", (text, claim) => {
  expect(isRefusedInside(text, 0, claim.length)).toBe(false);
});
