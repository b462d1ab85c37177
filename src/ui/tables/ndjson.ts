import { createBreather } from "./slices";
import type { Job } from "./table";

/** One JSON object a line, UTF-8, in the units of the ledger. */
export async function writeNdjson(records: Iterable<object> | AsyncIterable<object>, job: Job = {}): Promise<Blob> {
  const parts: string[] = [];
  const breathe = createBreather(job);
  let text = "";
  let rows = 0;
  for await (const record of records) {
    text += `${JSON.stringify(record)}\n`;
    rows += 1;
    if (rows % 100 !== 0) continue;
    if (text.length > 1_000_000) {
      parts.push(text);
      text = "";
    }
    await breathe(rows);
  }
  job.progress?.(rows);
  return new Blob([...parts, text], { type: "application/x-ndjson" });
}
