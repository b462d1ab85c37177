import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Checker, createChecker } from "../../src/compliance/checker";
import type { Draft } from "../../src/compliance/finding";
import { MATCH_FILE, shippedPacks } from "../../src/compliance/shipped-packs";
import { EXTENSION, ROOT } from "../harness/files";
import { coldStarts, firstChecks } from "./cold";
import { type Figure, figure, median } from "./figure";
import { PEERS, wordsOf } from "./peers";

/**
 * The whole checking pipeline over the shipped packs, on the project's own lines set end to end, beside matchers of others
 * that only look for the packs' words in the same texts.
 */
export async function measureCheck(runs = 40): Promise<Figure[]> {
  const packs = shippedPacks(await readFile(join(EXTENSION, MATCH_FILE)));
  const builds = Array.from({ length: 10 }, () => time(() => createChecker(packs)));
  const checker = createChecker(packs);
  const copy = await ordinaryCopy();
  const first = await firstChecks(Array.from({ length: 5 }, (_, run) => slice(copy, 5_000, run)));
  // Expressions are read when a text first has what announces them: the others' machines stand when they are timed, too.
  checker.check(draft(copy));
  const words = wordsOf(packs);
  const peers = PEERS.map(({ name, build }) => ({ name, find: build(words) }));
  const pipeline = (length: number, aim: number): Figure => {
    const times = series(runs, (run) => checker.check(draft(slice(copy, length, run))));
    const others = peers.map(({ name, find }) => ({
      name,
      // A peer that needs seconds for one text is known to be slow after a few.
      value: median(series(Math.min(runs, 10), (run) => find(slice(copy, length, run)))),
    }));
    return figure(`check.pipeline_${length}_ms`, times, "ms", aim, { ...least(others), of: median(times) });
  };
  return [
    figure("check.build_ms", builds, "ms", 50, {
      ...least(PEERS.map(({ name, build }) => ({ name, value: median(series(3, () => build(words))) }))),
      of: median(builds),
    }),
    figure("check.first_5000_ms", first, "ms", 300),
    pipeline(500, 1),
    pipeline(5_000, 2),
    pipeline(20_000, 8),
    figure("check.incremental_5000_ms", keystrokes(checker, slice(copy, 5_000, 0), runs), "ms", 0.3),
    figure("check.cold_ms", await coldStarts(10), "ms", 60),
    figure("check.memory_bytes", [memoryOf(() => createChecker(packs))], "bytes", 16 * 2 ** 20),
  ];
}

const least = <T extends { value: number }>(all: readonly T[]): T =>
  all.reduce((best, one) => (one.value < best.value ? one : best));

/** Bytes of heap that what is made keeps. */
function memoryOf(make: () => unknown): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const held = (): number => process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const before = held();
  const kept = make();
  collect();
  const bytes = held() - before;
  return kept === undefined ? 0 : bytes;
}

const draft = (text: string): Draft => ({ text, goods: "any", channel: "product_detail", account: "shop" });

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The first tenth warms up and does not count. */
const series = (runs: number, work: (run: number) => unknown): number[] =>
  Array.from({ length: runs + Math.ceil(runs / 10) }, (_, run) => time(() => work(run))).slice(Math.ceil(runs / 10));

/** One character more each time, in the middle of the text. */
function keystrokes(checker: Checker, text: string, runs: number): number[] {
  const session = checker.session();
  session.update(draft(text));
  const middle = Math.floor(text.length / 2);
  return series(runs, (run) =>
    session.update(draft(`${text.slice(0, middle)}${"好看又实用".repeat(9).slice(0, run + 1)}${text.slice(middle)}`)),
  );
}

/** Innocent lines with a violating one in ten: what an editor's draft is like. */
async function ordinaryCopy(): Promise<string> {
  const lines = async (name: string): Promise<string[]> =>
    (await readFile(join(ROOT, "test/fixtures/compliance", name), "utf8"))
      .split("\n")
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text: string }).text);
  const innocent = await lines("innocent.jsonl");
  const violations = await lines("violations.jsonl");
  return innocent.map((line, at) => (at % 10 === 9 ? `${line}。${violations[at]}` : line)).join("。\n");
}

/** A stretch of that length, another one each run, so that nothing remembered helps. */
function slice(copy: string, length: number, run: number): string {
  const start = (run * 997) % copy.length;
  return copy.slice(start).concat(copy, copy, copy, copy).slice(0, length);
}
