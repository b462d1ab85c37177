import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take a minute or more, most of it spent waiting for pages; begun last, one would run on alone. */
const LONG = [
  "test/page/sites.test.ts",
  "test/e2e/replica.test.ts",
  "test/page/reader/frozen.test.ts",
  "test/e2e/draft.test.ts",
  "test/e2e/read.test.ts",
  "test/e2e/worker.test.ts",
  "test/e2e/desk.test.ts",
  "test/e2e/popup-front.test.ts",
];

/** The longest files first and those without a browser last, so that no worker is idle while another has many to go. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId, project }: TestSpecification): number {
  if (project.name === "unit") return LONG.length + 1;
  const at = LONG.findIndex((path) => moduleId.endsWith(`/${path}`));
  return at < 0 ? LONG.length : at;
}
