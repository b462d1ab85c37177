import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { MATCH_FILE } from "../../src/compliance/shipped-packs";
import { EXTENSION, ROOT } from "../harness/files";

/** What a worker does when it wakes for a draft: reads its packs, builds the checker, checks one sentence. */
const WORK = `
  import { parentPort, workerData } from "node:worker_threads";
  const start = performance.now();
  const { createChecker } = await import("./src/compliance/checker");
  const { shippedPacks } = await import("./src/compliance/shipped-packs");
  const checker = createChecker(shippedPacks(workerData));
  const findings = checker.session().update({ text: "全网销量第一", goods: "any", channel: "product_detail", account: "shop" });
  if (findings.length === 0) throw new Error("the first check found nothing");
  parentPort.postMessage(performance.now() - start);
`;

/** What a worker that has just built its checker does with a long draft. */
const FIRST = `
  import { parentPort, workerData } from "node:worker_threads";
  import { createChecker } from "./src/compliance/checker";
  import { shippedPacks } from "./src/compliance/shipped-packs";
  const checker = createChecker(shippedPacks(workerData.packs));
  const start = performance.now();
  checker.check({ text: workerData.text, goods: "any", channel: "product_detail", account: "shop" });
  parentPort.postMessage(performance.now() - start);
`;

/** Milliseconds from a fresh isolate to its first finding, once for each run. */
export async function coldStarts(runs: number): Promise<number[]> {
  const packs = await readFile(join(EXTENSION, MATCH_FILE));
  return inFreshIsolates(
    WORK,
    Array.from({ length: runs }, () => packs),
  );
}

/**
 * Milliseconds that a fresh isolate takes for each text as its first. Here, where a checker is measured that has read all, a
 * second one would take the room that the engine has for expressions: a worker has one.
 */
export async function firstChecks(texts: readonly string[]): Promise<number[]> {
  const packs = await readFile(join(EXTENSION, MATCH_FILE));
  return inFreshIsolates(
    FIRST,
    texts.map((text) => ({ packs, text })),
  );
}

/** What the code posts in an isolate of its own for each input, one after another. */
async function inFreshIsolates(contents: string, inputs: readonly unknown[]): Promise<number[]> {
  const bundle = await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
  });
  const code = new URL(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0]?.text ?? "")}`);
  const times: number[] = [];
  for (const workerData of inputs) times.push(await posted(code, workerData));
  return times;
}

const posted = (code: URL, workerData: unknown): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(code, { workerData });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
