import { describe, expect, it } from "vitest";
import { countTests } from "../../harness/test-counts";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe("countTests", () => {
  it("adds up the tests of all files; skipped ones are neither", () => {
    const report = { testResults: [file("passed", "passed", "passed", "skipped"), file("failed", "failed", "passed")] };
    expect(countTests(report, false)).toEqual({ passed: 3, failed: 1 });
  });

  it("counts a file that does not load as one failure", () => {
    expect(countTests({ testResults: [file("failed"), file("passed", "passed")] }, false)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it("never reports success when the run went wrong or left no report", () => {
    expect(countTests({ testResults: [file("passed", "passed")] }, false)).toEqual({ passed: 1, failed: 1 });
    expect(countTests(null, false)).toEqual({ passed: 0, failed: 1 });
  });
});
