import { expect, it } from "vitest";
import { oncePerText } from "../../../src/compliance/context/once";

it("asks about a text again only after another one", () => {
  const asked: string[] = [];
  const isLong = oncePerText((text) => {
    asked.push(text);
    return text.length > 2;
  });
  expect(["", "好看", "好看".slice(0), "真好看", "真好看", "好看"].map(isLong)).toEqual([
    false,
    false,
    false,
    true,
    true,
    false,
  ]);
  expect(asked).toEqual(["", "好看", "真好看", "好看"]);
});
