import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "puppeteer";
import { ROOT } from "../harness/files";

/** Calls a function of a bench that runs inside a page; its arguments and answer are JSON. */
export type Ask<Bench> = <K extends keyof Bench & string>(
  name: K,
  ...args: Bench[K] extends (...args: infer A) => unknown ? A : never
) => Bench[K] extends (...args: never[]) => infer R ? R : never;

/** Bundles test/bench/`file`, which sets `pageBench`, and loads it into a page of the extension. */
export async function inPage<Bench>(page: Page, file: string): Promise<Ask<Bench>> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "test/bench", file)],
    bundle: true,
    write: false,
    format: "iife",
    target: "chrome116",
    logLevel: "silent",
  });
  await page.evaluate(outputFiles[0]?.text ?? "");
  const call = (name: string, ...args: readonly unknown[]): Promise<unknown> =>
    page.evaluate(`pageBench[${JSON.stringify(name)}](...${JSON.stringify(args)})`);
  return call as unknown as Ask<Bench>;
}
