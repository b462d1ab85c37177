import { expect, it } from "vitest";
import { createAnswers } from "../../../src/compliance/answers";

it("is the same set until other probes are answered", () => {
  const answers = createAnswers(4);
  const first = answers.after([[1], [1, 3], []], []);
  expect([...first]).toEqual([1, 3]);
  // One of two that answer it goes; the only one that answers the other comes again, typed on.
  expect(answers.after([[1, 3]], [[1, 3]])).toBe(first);
  expect(answers.after([], [[1]])).toBe(first);
  const second = answers.after([[2]], [[1, 3]]);
  expect([...second]).toEqual([2]);
  expect([...first]).toEqual([1, 3]);
});
