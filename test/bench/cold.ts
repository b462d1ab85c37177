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

/** Milliseconds from a fresh isolate to its first finding, once for each run. */
export async function coldStarts(runs: number): Promise<number[]> {
  const bundle = await build({
    stdin: { contents: WORK, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
  });
  const code = new URL(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0]?.text ?? "")}`);
  const packs = await readFile(join(EXTENSION, MATCH_FILE));
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await coldStart(code, packs));
  return times;
}

const coldStart = (code: URL, packs: Uint8Array): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(code, { workerData: packs });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
