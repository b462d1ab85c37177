import { launchBrowser } from "../harness/browser";
import { type Figure, figure } from "./figure";
import { inPage } from "./in-page";
import type { TableBench } from "./table-page";

const ROWS = 5_000;
const LINES = 4_000;
const RULES = 6_000;

/**
 * The longest that reading a table of 5,000 rows holds the page up at a time, and what it takes in all, ms; the same of a
 * page of prose under a sheet of styles that was not seen before.
 */
export async function measureTable(runs = 20): Promise<Figure[]> {
  const nobody = { port: 9, hosts: [], missing: [], close: async () => {} };
  const { browser, close } = await launchBrowser(nobody, { extension: null });
  try {
    const page = await browser.newPage();
    const ask = await inPage<TableBench>(page, "table-page.ts");
    await ask("fill", ROWS);
    const passes: Awaited<ReturnType<TableBench["pass"]>>[] = [];
    for (let run = -2; run < runs; run++) {
      const pass = await ask("pass", "goods");
      if (pass.readings < ROWS * 3) throw new Error(`only ${pass.readings} readings of ${ROWS} rows`);
      if (run >= 0) passes.push(pass);
    }
    const prose: typeof passes = [];
    for (let run = -2; run < runs; run++) {
      await ask("say", LINES, RULES);
      const pass = await ask("pass", "home");
      if (run >= 0) prose.push(pass);
    }
    const slices = (name: string, all: typeof passes): Figure =>
      figure(
        name,
        all.map((pass) => pass.longest),
        "ms",
        8,
      );
    return [
      slices("page.table_slice_ms", passes),
      figure(
        "page.table_ms",
        passes.map((pass) => pass.total),
        "ms",
        3_000,
      ),
      slices("page.prose_slice_ms", prose),
    ];
  } finally {
    await close();
  }
}
