import { expect, it } from "vitest";
import { composeHalves, halvesOf } from "../../../src/compliance/sound/halves";
import { lightView, spanOf } from "../../../src/compliance/text/views";

it("puts together what was split in two, and knows what it came from", () => {
  const typed = "穩貝兼和扌亢癌";
  const made = composeHalves(lightView(typed));
  expect(made?.view.text).toBe("稳赚和抗癌");
  expect([...(made?.composed ?? [])]).toEqual([1, 3]);
  const span = made && spanOf(made.view, 0, 2);
  expect(typed.slice(span?.start, span?.end)).toBe("穩貝兼");
  expect(made?.view.marks.get(1)).toBe("glyph");
});

it("leaves halves that are parts of two words, or of none", () => {
  for (const text of ["实木公主床", "本月兑换", "禾、急", "女子", "今天不上班"])
    expect(composeHalves(lightView(text))).toBeUndefined();
});

it("knows the halves of a character", () => {
  expect(halvesOf("椎")).toBe("木隹");
  expect(halvesOf("腰")).toBeUndefined();
});
