// npm run --silent check -- FILE|-   JSON lines in, findings out, a line each and in order. Exit 2 on unusable input.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { createChecker } from "../../src/compliance/checker";
import { parseDrafts } from "./drafts";
import { productPacks } from "./packs";

async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error("name a file of JSON lines, or - for standard input: npm run check -- FILE");
  const input = file === "-" ? await text(process.stdin) : await readFile(file, "utf8").catch(unreadable(file));
  const drafts = parseDrafts(input);
  const checker = createChecker(await productPacks());
  const lines = drafts.map(({ id, draft }) => {
    const findings = checker.check(draft).map(({ exemption: _, stale: __, ...finding }) => finding);
    return JSON.stringify({ id: id ?? null, findings });
  });
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
}

const unreadable = (file: string) => (error: NodeJS.ErrnoException) => {
  throw new Error(`${file} cannot be read: ${error.code === "ENOENT" ? "there is no such file" : error.message}`);
};

main(process.argv[2]).catch((error: Error) => {
  process.stderr.write(`check: ${error.message}\n`);
  process.exitCode = 2;
});
