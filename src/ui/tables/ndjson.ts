import { createBreather } from "./slices";
import type { Job } from "./table";
import { TextFile } from "./text-file";

/** One JSON object a line, UTF-8, in the units of the ledger. */
export async function writeNdjson(records: Iterable<object> | AsyncIterable<object>, job: Job = {}): Promise<Blob> {
  const file = new TextFile();
  const breathe = createBreather(job);
  let rows = 0;
  for await (const record of records) {
    file.add(`${JSON.stringify(record)}\n`);
    rows += 1;
    const rest = breathe(rows);
    if (rest) await rest;
  }
  job.progress?.(rows);
  return file.end("application/x-ndjson");
}
