interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts tests in a report of vitest's JSON reporter. A file that fails without a failed test (it does not load, or a
 * hook throws) is one failure, and so is a run that went wrong in any other way (`cleanExit` false).
 */
export function countTests(report: unknown, cleanExit: boolean): { passed: number; failed: number } {
  const files = (report as Report | null)?.testResults ?? [];
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    const failedHere = file.assertionResults.filter((test) => test.status === "failed").length;
    passed += file.assertionResults.filter((test) => test.status === "passed").length;
    failed += failedHere === 0 && file.status === "failed" ? 1 : failedHere;
  }
  return { passed, failed: failed === 0 && !cleanExit ? 1 : failed };
}
