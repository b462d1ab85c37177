import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PARTS } from "../../src/messaging/protocol";
import { withLock } from "./build-lock";
import { EXTENSION, ROOT } from "./files";
import { sourcesHash } from "./sources-hash";

const STAMP = join(ROOT, "build/.sources");

/**
 * Builds the extension unless build/chrome-mv3-prod was made from just these sources. Output goes to standard error.
 * Throws when the build fails, or succeeds without the parts that an extension needs (Plasmo builds an empty one with
 * exit code 0 when it does not find the entries).
 */
export async function ensureBuild(): Promise<void> {
  await withLock(join(ROOT, "build/.lock"), () => {
    const wanted = `${sourcesHash(ROOT)}`;
    if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === `${wanted} ${builtAt()}`) return;
    process.stderr.write("building the extension\n");
    rmSync(EXTENSION, { recursive: true, force: true });
    runBuild();
    assertWhole();
    writeFileSync(STAMP, `${wanted} ${builtAt()}`);
  });
}

/** A build by hand from other sources must not pass for the stamped one. */
function builtAt(): number {
  return statSync(join(EXTENSION, "manifest.json"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function runBuild(): void {
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ["npm", []];
  const { status } = spawnSync(command, [...args, "run", "build"], { cwd: ROOT, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("npm run build failed: its message is above");
}

function assertWhole(): void {
  const manifest = JSON.parse(readFileSync(join(EXTENSION, "manifest.json"), "utf8"));
  const files: unknown[] = [
    manifest.background?.service_worker,
    manifest.action?.default_popup,
    manifest.options_ui?.page,
    ...(manifest.content_scripts ?? [{ js: [undefined] }]).flatMap((script: { js: string[] }) => script.js),
    ...[...PARTS, "page-report"].map((part) => `${part}.js`),
  ];
  if (files.some((file) => typeof file !== "string" || !existsSync(join(EXTENSION, file)))) {
    throw new Error("npm run build made an extension with parts missing: is --src-path=. still in its command?");
  }
}

/** Vitest's global set-up of the tests that drive a browser. */
export default ensureBuild;
