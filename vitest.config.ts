import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/harness/longest-first";

const root = fileURLToPath(new URL(".", import.meta.url));
const resolve = { alias: [{ find: /^~(?=[a-z])/, replacement: root }] };
// One file more than there are cores: a test in a browser mostly waits for a page to stand still.
const maxWorkers = availableParallelism() + 1;
// A busy machine is no failure.
const patience = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } };

// `unit` is pure code in Node; the others drive a real Chromium with the extension as test/harness builds it.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts", "test/unit/**/*.test.tsx"],
          environment: "node",
          maxWorkers,
          ...patience,
        },
      },
      {
        resolve,
        test: {
          name: "browser",
          include: ["test/page/**/*.test.ts", "test/e2e/**/*.test.ts"],
          environment: "node",
          maxWorkers,
          ...patience,
          globalSetup: ["test/harness/ensure-build.ts"],
        },
      },
      {
        // What is read, drafted and stored of real pages, once more with the worker stopped at every turn (test/harness/kills.ts).
        resolve,
        test: {
          name: "kill",
          include: ["test/e2e/draft.test.ts", "test/e2e/replica.test.ts"],
          env: { KILL_WORKER: "1" },
          environment: "node",
          maxWorkers,
          ...patience,
          globalSetup: ["test/harness/ensure-build.ts"],
        },
      },
    ],
  },
});
