import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readAhead } from "../../../background/read-ahead";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("reads the rules to the last, in slices with pauses between them, and not before the check that is waiting", () => {
  let left = 20;
  let inSlice = 0;
  const slices: number[] = [];
  const checker = {
    readAhead() {
      if (left === 0) return false;
      left--;
      inSlice++;
      vi.setSystemTime(Date.now() + 2);
      return true;
    },
  };
  vi.spyOn(performance, "now").mockImplementation(() => Date.now());
  readAhead(checker);
  expect(left).toBe(20);
  while (vi.getTimerCount() > 0) {
    vi.advanceTimersToNextTimer();
    slices.push(inSlice);
    inSlice = 0;
  }
  expect(left).toBe(0);
  expect(slices.length).toBeGreaterThan(5);
  expect(Math.max(...slices)).toBeLessThan(5);
});
