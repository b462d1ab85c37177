import { launchBrowser } from "../harness/browser";
import { type Figure, figure } from "./figure";
import { inPage } from "./in-page";
import type { TableBench } from "./table-page";

const ROWS = 5_000;

/** The longest that reading a table of 5,000 rows holds the page up at a time, and what it takes in all, ms. */
export async function measureTable(runs = 20): Promise<Figure[]> {
  const nobody = { port: 9, hosts: [], missing: [], close: async () => {} };
  const { browser, close } = await launchBrowser(nobody, { extension: null });
  try {
    const page = await browser.newPage();
    const ask = await inPage<TableBench>(page, "table-page.ts");
    await ask("fill", ROWS);
    const passes: Awaited<ReturnType<TableBench["pass"]>>[] = [];
    for (let run = -2; run < runs; run++) {
      const pass = await ask("pass");
      if (pass.readings < ROWS * 3) throw new Error(`only ${pass.readings} readings of ${ROWS} rows`);
      if (run >= 0) passes.push(pass);
    }
    return [
      figure(
        "page.table_slice_ms",
        passes.map((pass) => pass.longest),
        "ms",
        8,
      ),
      figure(
        "page.table_ms",
        passes.map((pass) => pass.total),
        "ms",
        3_000,
      ),
    ];
  } finally {
    await close();
  }
}
