import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { EXTENSION } from "../harness/files";
import { type Figure, figure } from "./figure";

/** Sizes of the shipped build, in bytes; gz at the best level. */
export async function measureSize(): Promise<Figure[]> {
  const files = await readdir(EXTENSION, { recursive: true });
  const bytes = async (pattern: RegExp): Promise<Buffer> => {
    const file = files.find((name) => pattern.test(name.replaceAll("\\", "/")));
    if (!file) throw new Error(`no file like ${pattern} in the build`);
    return readFile(join(EXTENSION, file));
  };
  const weight = async (pattern: RegExp): Promise<number> => gzipSync(await bytes(pattern), { level: 9 }).length;
  const gz = async (name: string, pattern: RegExp, aim: number): Promise<Figure> =>
    figure(name, [await weight(pattern)], "bytes", aim);
  const [match, explain] = [await weight(/^packs\.match$/), await weight(/^packs\.explain$/)];
  return [
    // What every page of a console carries; the others come to the pages that call for them.
    await gz("size.page_loader_gz", /^page-loader\.\w+\.js$/, 12_288),
    await gz("size.read_page_gz", /^read-page\.js$/, 12_288),
    await gz("size.check_draft_gz", /^check-draft\.js$/, 12_288),
    await gz("size.page_report_gz", /^page-report\.js$/, 12_288),
    figure("size.popup_first_chunk", [(await bytes(/^popup\.\w+\.js$/)).length], "bytes", 307_200),
    await gz("size.worker", /background\/index\.js$/, 81_920),
    figure("size.packs_gz", [match + explain], "bytes", 81_920),
    // Of these, what the checker loads to find; the rest is loaded to explain a finding.
    figure("size.packs_match_gz", [match], "bytes", 81_920),
  ];
}
