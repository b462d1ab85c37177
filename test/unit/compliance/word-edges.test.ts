import { expect, test } from "vitest";
import { cutsWords } from "../../../src/compliance/context/word-edges";

const cut = (text: string, hit: string): boolean => {
  const at = text.indexOf(hit);
  return cutsWords(text, at, at + hit.length);
};

test("a hit made of the pieces of other words is chance", () => {
  expect(cut("扩展没有通过验证", "过验")).toBe(true);
  expect(cut("开启硬件加速来播放", "速来")).toBe(true);
  expect(cut("请重新发布内容", "新发布内")).toBe(true);
  expect(cut("这款重新上架了", "新上架了")).toBe(false);
  expect(cut("请重新发布", "新发")).toBe(true);
});

test("a hit that is a word of its own is none", () => {
  expect(cut("拿来专柜过验包真", "过验")).toBe(false);
  expect(cut("今晚速来抢购", "速来")).toBe(false);
  expect(cut("全网最低", "最低")).toBe(false);
});
