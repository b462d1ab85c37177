import { expect, it } from "vitest";
import { createProbeTally } from "../../../src/compliance/probe-tally";

it("is the same set until other probes are answered", () => {
  const tally = createProbeTally(4);
  const first = tally.after([[1], [1, 3], []], []);
  expect([...first]).toEqual([1, 3]);
  // One of two that answer it goes; the only one that answers the other comes again, typed on.
  expect(tally.after([[1, 3]], [[1, 3]])).toBe(first);
  expect(tally.after([], [[1]])).toBe(first);
  const second = tally.after([[2]], [[1, 3]]);
  expect([...second]).toEqual([2]);
  expect([...first]).toEqual([1, 3]);
});
