import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** All that ends up in the extension or decides how. */
const SOURCES = [
  "assets",
  "background",
  "contents",
  "options",
  "popup",
  "src",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  ".parcelrc",
  "test/harness/bundler.cjs",
  "test/harness/finish-build.mjs",
  "test/harness/preload.ts",
  "test/harness/gb18030.mjs",
  "test/harness/ship-packs.ts",
];

/** SHA-256 over names and bytes of the sources. */
export function sourcesHash(root: string): string {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap((source) => filesUnder(root, source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(root: string, path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}
