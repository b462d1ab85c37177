// npm run bench [-- --json] [GROUP…]   What is measured, side by side in one run. Figures are ratios and times of this
// machine, not assertions: it exits 0 whatever they say.
import { measureArchive } from "../bench/archive";
import { measureCheck } from "../bench/check";
import { measureDraft } from "../bench/draft";
import { type Figure, figure } from "../bench/figure";
import { measurePage } from "../bench/page";
import { measurePopup } from "../bench/popup";
import { measureRivals } from "../bench/rivals";
import { measureSize } from "../bench/size";
import { measureStore } from "../bench/store";
import { measureTable } from "../bench/table";
import { ensureBuild } from "./ensure-build";

const draft = async (): Promise<Figure[]> => {
  const { finding, mark } = await measureDraft();
  return [figure("check.finding_ms", finding, "ms", 30), figure("check.mark_ms", mark, "ms", 30)];
};
const GROUPS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  size: measureSize,
  check: async () => [...(await measureCheck()), ...(await draft())],
  page: async () => [...(await measurePage()), ...(await measureTable())],
  popup: async () => [...(await measurePopup()), ...(await measureRivals("popup"))],
  store: async () => [...(await measureStore()), ...(await measureRivals("store"))],
  archive: measureArchive,
};

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const names = words.filter((word) => !word.startsWith("--"));
  const unknown = names.find((name) => !(name in GROUPS));
  if (unknown) {
    process.stderr.write(`bench: no group "${unknown}"; there are ${Object.keys(GROUPS).join(", ")}\n`);
    process.exitCode = 2;
    return;
  }
  await ensureBuild();
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stderr.write(`measuring ${name}\n`);
    figures.push(...(await measure()));
  }
  if (words.includes("--json")) {
    process.stdout.write(`${JSON.stringify({ figures }, null, 2)}\n`);
    return;
  }
  for (const { name, value, p95, unit, aim, ok, runs, against } of figures) {
    const beside = against ? `, ${against.ratio} × ${against.name} (${against.value})` : "";
    process.stdout.write(
      `${ok ? "✓" : "✗"} ${name.padEnd(28)} ${value} ${unit}, p95 ${p95}, aim ${aim}, ${runs} runs${beside}\n`,
    );
  }
}

void main();
