import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPacks } from "../../src/compliance/load-packs";
import type { Pack } from "../../src/compliance/pack";

const folder = fileURLToPath(new URL("../../assets/packs", import.meta.url));

/** The packs of the product, in the order of their names. */
export async function productPacks(): Promise<Pack[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const parsed = names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")) as unknown);
  return loadPacks(await Promise.all(parsed));
}
