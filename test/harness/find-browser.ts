import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./files";

/** The browser that test/harness/setup.mjs found to run. */
export async function browserPath(): Promise<string> {
  try {
    return JSON.parse(await readFile(join(ROOT, "build/browser.json"), "utf8")).path;
  } catch {
    throw new Error("no browser noted in build/browser.json: run node test/harness/setup.mjs");
  }
}
