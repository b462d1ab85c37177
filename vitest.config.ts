import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

// `unit` is pure code in Node; `page` and `e2e` drive a real Chromium with the built extension, so they run one file
// at a time and only after test/harness has built it.
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias: [{ find: /^~(?=[a-z])/, replacement: root }] },
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts", "test/unit/**/*.test.tsx"],
          environment: "node",
          // Vitest leaves one core for itself, which on two cores means one file at a time.
          maxWorkers: "100%",
          // A busy machine is no failure.
          testTimeout: 120_000,
        },
      },
      {
        resolve: { alias: [{ find: /^~(?=[a-z])/, replacement: root }] },
        test: {
          name: "browser",
          include: ["test/page/**/*.test.ts", "test/e2e/**/*.test.ts"],
          environment: "node",
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ["test/harness/ensure-build.ts"],
        },
      },
      {
        // What is read, drafted and stored of real pages, once more with the worker stopped at every turn (test/harness/kills.ts).
        resolve: { alias: [{ find: /^~(?=[a-z])/, replacement: root }] },
        test: {
          name: "kill",
          include: ["test/e2e/draft.test.ts", "test/e2e/replica.test.ts"],
          env: { KILL_WORKER: "1" },
          environment: "node",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ["test/harness/ensure-build.ts"],
        },
      },
    ],
  },
});
