import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./files";

const made = new Map<string, Promise<string>>();

/** A file of test/harness with all it imports, as one script for a page; made once. */
export function bundled(file: string): Promise<string> {
  const script = made.get(file) ?? bundle(file);
  made.set(file, script);
  return script;
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "test/harness", file)],
    bundle: true,
    write: false,
    format: "iife",
    target: "chrome116",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
