import { expect, it } from "vitest";
import { recutSentences } from "../../../src/compliance/text/recut";
import { numbers } from "./numbers";
import { sentencesOf } from "./sentences-of";

const PARTS = [
  ..."好用。，？！\n#a 最",
  "别信",
  "能",
  "当然",
  "98%",
  "\r\n",
  "排\n毒\n养\n颜",
  "#最 #佳",
  "#拍照",
  "\u200b",
  "好".repeat(390),
  "😀",
];
const lengths = (text: string): number[] => sentencesOf(text).map(({ length }) => length);

it("cuts what an edit leaves as a text is cut that is read anew", () => {
  const next = numbers(11);
  const some = (most: number): string =>
    Array.from({ length: next(most + 1) }, () => PARTS[next(PARTS.length)] ?? "").join("");
  let before = "";
  let kept = 0;
  for (let edit = 0; edit < 3000; edit++) {
    const at = next(before.length + 1);
    const text = next(40) === 0 ? some(30) : before.slice(0, at) + some(3) + before.slice(at + next(5));
    const { front, back, between } = recutSentences(before, lengths(before), text);
    const sentences = sentencesOf(before);
    const joined = [...sentences.slice(0, front), ...between, ...sentences.slice(sentences.length - back)];
    expect(joined).toEqual(sentencesOf(text));
    kept += front + back;
    before = text.length > 3000 ? "" : text;
  }
  expect(kept).toBeGreaterThan(3000);
});

it("cuts only around the cursor", () => {
  const line = "这款面霜很好用。";
  const before = line.repeat(100);
  const at = 50 * line.length + 6;
  const text = `${before.slice(0, at)}真${before.slice(at)}`;
  expect(recutSentences(before, lengths(before), text)).toEqual({
    front: 50,
    back: 49,
    between: ["这款面霜很好真用。"],
  });
});
