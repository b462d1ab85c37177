import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";

/** What was downloaded under a name, once it is whole: before, the browser keeps the name with an empty file. */
export async function downloadedTo(folder: string, name: string): Promise<Buffer> {
  const look = (): Promise<Buffer> => readFile(join(folder, name)).catch(() => Buffer.alloc(0));
  await expect.poll(async () => (await look()).length, { timeout: 20_000 }).toBeGreaterThan(0);
  return look();
}
