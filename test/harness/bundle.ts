import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./files";

/** A file of test/harness with all it imports, as one script for a page. */
export async function bundled(file: string): Promise<string> {
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
