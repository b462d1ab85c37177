import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSite } from "../harness/read-site";
import { loadSite, type Site } from "../harness/site";
import { openSiteLane } from "../harness/site-lane";
import { compare, type Verdict } from "./sites/compare";
import { expectedOf, siteNames, siteOf } from "./sites/expected";

// Pages that the authors of the reader never saw while writing it, each with what a person sees on it. A part of a
// name in SITES, or several with commas, runs only those.
// Most of a visit is waiting for the page to stand still: two cores carry this many browsers.
const LANES = 6;
const RECALL = 0.98;
/** Seconds more for a page that is looked at late, as on a busy machine; one that no reader takes is not waited for. */
const LATE = 60;
/** Read by the very path of `npm run read`, each in a browser of its own. */
const FRESH = ["home-wujie-yesterday-two-days", "post-editor-typed", "state-login-then-page-again"];

const names = await siteNames(process.env.SITES?.split(",").filter(Boolean));
const verdicts = new Map<string, Verdict>();
const seconds = new Map<string, number>();
const outside: string[] = [];

beforeAll(async () => {
  const sites = new Map(await Promise.all(names.map(async (name) => [name, await loadSite(siteOf(name))] as const)));
  const hosts = [...new Set([...sites.values()].flatMap((site) => site.hosts))];
  // The longest first, so that no lane is left with one at the end.
  const waiting = names.filter((name) => !FRESH.includes(name)).sort((a, b) => patience(sites, b) - patience(sites, a));
  const judge = async (name: string, read: (site: Site) => ReturnType<typeof readSite>): Promise<void> => {
    const started = Date.now();
    const site = sites.get(name) as Site;
    const expected = await expectedOf(name);
    const visits = site.visits.map((each, k) => (expected.visits[k]?.state === "off" ? each : { ...each, late: LATE }));
    verdicts.set(name, compare(expected, await read({ ...site, visits })));
    seconds.set(name, (Date.now() - started) / 1_000);
  };
  const runLane = async (): Promise<void> => {
    const lane = await openSiteLane(hosts);
    try {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
        await judge(name, async (site) => ({ ...(await lane.read(site)), outside: [] }));
    } finally {
      outside.push(...(await lane.close()));
    }
  };
  const runFresh = async (): Promise<void> => {
    for (const name of FRESH) if (sites.has(name)) await judge(name, readSite);
  };
  await Promise.all([runFresh(), ...Array.from({ length: Math.min(LANES, waiting.length) }, runLane)]);
}, 900_000);

const patience = (sites: ReadonlyMap<string, Site>, name: string): number =>
  sites.get(name)?.visits.reduce((sum, { settle = 25, act = [] }) => sum + settle + act.length, 0) ?? 0;

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

test("nothing is asked of another host", () => {
  expect(outside).toEqual([]);
});

test(`of all readings ${RECALL * 100} % are found`, () => {
  const all = [...verdicts.values()];
  const total = (key: "expected" | "found") => all.reduce((sum, each) => sum + each[key], 0);
  expect(total("found") / total("expected")).toBeGreaterThanOrEqual(RECALL);
});
