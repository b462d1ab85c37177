import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../harness/files";

const SOURCE = join(ROOT, "test/replica");
const OUT = join(ROOT, "build/replica");
const ENTRIES = [
  "shell/channels.ts",
  "shell/store.ts",
  "pages/content.ts",
  "pages/statistic.tsx",
  "pages/goods.tsx",
  "pages/findersquare.ts",
  "pages/shop-statistics.ts",
];

/** Bundles shells and pages with the real micro-front-end and component libraries, unless done from these sources. */
export async function bundleReplica(): Promise<string> {
  const stamp = join(OUT, ".sources");
  const wanted = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return OUT;
  await mkdir(OUT, { recursive: true });
  await build({
    entryPoints: ENTRIES.map((entry) => join(SOURCE, entry)),
    outdir: OUT,
    entryNames: "[name]",
    bundle: true,
    minify: true,
    format: "iife",
    target: "chrome116",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  await writeFile(stamp, wanted);
  return OUT;
}

function sourcesHash(): string {
  const hash = createHash("sha256").update(readFileSync(join(ROOT, "package-lock.json")));
  for (const folder of ["", "shell", "pages", "world"]) {
    for (const entry of readdirSync(join(SOURCE, folder), { withFileTypes: true })) {
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(SOURCE, folder, entry.name)));
    }
  }
  return hash.digest("hex");
}
