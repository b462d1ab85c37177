import { expect, test } from "vitest";
import { digitsFrom } from "../../../src/console/digits";
import type { Token } from "../../../src/console/tokens";

/** Texts on one line, each an element of its own, `pitch` px apart; 20 px high. */
function line(texts: readonly string[], pitch: number): Token[] {
  const around = { contains: () => true, parentNode: null, querySelector: () => null };
  return texts.map((text, i) => {
    const el = { contains: () => false, parentNode: around, closest: () => null } as unknown as Element;
    return { i, text, el, box: { l: i * pitch, r: i * pitch + 10, t: 0, b: 20 }, icon: false, area: "page" } as Token;
  });
}

test("digits side by side are one number", () => {
  expect(digitsFrom(line(["3", "4", ",", "5", "6", "7", "次"], 12), 0)).toBe(6);
  expect(digitsFrom(line(["1", ",", "2", "3", "4", ",", "5", "6", "7"], 12), 0)).toBe(9);
});

test("digits further apart than they are high are numbers of their own", () => {
  expect(digitsFrom(line(["3", "5", "8"], 40), 0)).toBe(1);
});

test("numbers of several digits do not run together", () => {
  expect(digitsFrom(line(["42", "33"], 12), 0)).toBe(1);
  expect(digitsFrom(line(["4", "33"], 12), 0)).toBe(1);
});
