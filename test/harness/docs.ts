// npm run docs   Writes the tables of assets/docs that are made from data. A test fails while one of them is not current.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./files";
import { metricTable } from "./metric-table";
import { productPacks } from "./packs";
import { ruleTable } from "./rule-table";

async function main(): Promise<void> {
  await mkdir(join(ROOT, "assets/docs"), { recursive: true });
  await writeFile(join(ROOT, "assets/docs/metrics.md"), metricTable());
  await writeFile(join(ROOT, "assets/docs/rules.md"), ruleTable(await productPacks()));
}

void main();
