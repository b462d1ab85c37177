import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSite } from "../harness/read-site";
import { loadSite } from "../harness/site";
import { compare, type Verdict } from "./sites/compare";
import { expectedOf, siteNames, siteOf } from "./sites/expected";

// Pages that the authors of the reader never saw while writing it, each with what a person sees on it. A part of a
// name in SITES, or several with commas, runs only those.
// Most of a site is waiting: two cores carry this many.
const AT_ONCE = 7;
const RECALL = 0.98;

const names = await siteNames(process.env.SITES?.split(",").filter(Boolean));
const verdicts = new Map<string, Verdict>();
const seconds = new Map<string, number>();

beforeAll(async () => {
  const waiting = [...names];
  const runNext = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const started = Date.now();
      const seen = await readSite(await loadSite(siteOf(name)));
      verdicts.set(name, compare(await expectedOf(name), seen));
      seconds.set(name, (Date.now() - started) / 1_000);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
}, 900_000);

afterAll(() => {
  const rows = names.map((name) => {
    const { found = 0, expected = 0, wrong = [], differing = [] } = verdicts.get(name) ?? {};
    const mark = wrong.length + differing.length + expected - found === 0 ? " " : "!";
    const took = seconds.get(name)?.toFixed(1) ?? "-";
    return `${mark} ${name.padEnd(44)} ${`${found}/${expected}`.padStart(8)} ${String(wrong.length).padStart(5)} ${String(differing.length).padStart(6)} ${took.padStart(6)} s`;
  });
  process.stdout.write(`  ${"site".padEnd(44)}    found wrong differ   time\n${rows.join("\n")}\n`);
  for (const [name, { wrong, missing, differing }] of verdicts) {
    const lines = [...wrong.map((each) => `wrong ${each}`), ...missing.map((each) => `missing ${each}`), ...differing];
    if (lines.length > 0) process.stdout.write(`${name}\n${lines.map((each) => `    ${each}`).join("\n")}\n`);
  }
});

describe.each(names)("%s", (name) => {
  test("stores nothing that is not on the page", () => {
    expect(verdicts.get(name)?.wrong).toEqual([]);
  });
  test("page, state, period, deltas and competitors are right", () => {
    expect(verdicts.get(name)?.differing).toEqual([]);
  });
});

test(`of all readings ${RECALL * 100} % are found`, () => {
  const all = [...verdicts.values()];
  const total = (key: "expected" | "found") => all.reduce((sum, each) => sum + each[key], 0);
  expect(total("found") / total("expected")).toBeGreaterThanOrEqual(RECALL);
});
