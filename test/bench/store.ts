import { askWorker } from "../harness/ask-worker";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { serveConsole } from "../harness/console-server";
import { type Figure, figure, median } from "./figure";
import { type Ask, inPage } from "./in-page";
import { measureLocked, turnOn } from "./lock";
import type { StoreBench } from "./store-page";
import { YEAR_END } from "./year";

const PARTS = 12;

/** A store with a year in it against an empty one: what it costs to open, write, read, and to open the popup over it. */
export async function measureStore(runs = 20): Promise<Figure[]> {
  const server = await serveConsole(() => null);
  const [full, empty] = [await launchBrowser(server), await launchBrowser(server)];
  try {
    // The day after the year's last captures, for the worker too.
    for (const each of [full, empty]) await each.setClock(new Date(YEAR_END + 3_600_000));
    const page = await full.openExtensionPage("manifest.json");
    const ask = await inPage<StoreBench>(page, "store-page.ts");
    let readings = 0;
    for (let part = 0; part < PARTS; part++) readings += await ask("fill", part, PARTS);
    process.stderr.write(`${readings} readings\n`);
    const bytes = await ask("bytes");
    const [dashboard, board] = [await ask("dashboard", runs), await ask("board", runs)];
    const figures = [
      figure("store.open_ms", await ask("open", runs), "ms", 20),
      figure("store.dashboard_ms", dashboard, "ms", 30),
      figure("store.dashboard_whole_ms", await ask("dashboard", runs, "whole"), "ms", 300),
      figure("store.board_ms", board, "ms", 30),
      figure("store.bytes_per_reading", [bytes / readings], "bytes", 120),
      await popups("popup.year_vs_empty", full, empty, runs),
      ...(await exported(ask)),
    ];
    const write = await ask("write", 8);
    figures.push(figure("store.write_10000_ms", write, "ms", 500));
    const sealing = await turnOn(full);
    process.stderr.write(`sealed in ${(sealing / 1_000).toFixed(0)} s\n`);
    figures.push(
      await popups("popup.locked_year_vs_empty", full, empty, runs),
      ...(await measureLocked(ask, { write: median(write), board: median(board), dashboard: median(dashboard) }, runs)),
    );
    await page.close();
    return figures;
  } finally {
    await full.close();
    await empty.close();
    await server.close();
  }
}

/** Every reading of the year as a file. */
async function exported(ask: Ask<StoreBench>): Promise<Figure[]> {
  const { readings, ms, held, cancel } = await ask("export");
  return [
    figure("export.million_ms", [(ms / readings) * 1_000_000], "ms", 60_000),
    figure("export.page_held_ms", [held], "ms", 50),
    figure("export.cancel_ms", [cancel], "ms", 50),
  ];
}

/** First content of the popup over the year, against that over an empty store, in turns. */
async function popups(name: string, full: ConsoleBrowser, empty: ConsoleBrowser, runs: number): Promise<Figure> {
  // As the worker does after each page that it keeps, and when a popup that found none asks for it.
  for (const each of [full, empty]) await keepBoard(each);
  const times = { full: [] as number[], empty: [] as number[] };
  for (let run = -2; run < runs; run++) {
    const [overEmpty, overFull] = [await firstContent(empty), await firstContent(full)];
    if (run < 0) continue;
    times.empty.push(overEmpty);
    times.full.push(overFull);
  }
  const [value, base] = [median(times.full), median(times.empty)];
  const ratios = times.full.map((time, index) => time / (times.empty[index] ?? time));
  return figure(name, ratios, "ratio", 1.15, { name: "popup over an empty store, ms", value: base, of: value });
}

async function keepBoard(chromium: ConsoleBrowser): Promise<void> {
  const page = await chromium.openExtensionPage("manifest.json");
  await askWorker(page, "keep_view", { view: "board", owner: null });
  await page.close();
}

/** Ms from navigation until the popup shows a card, or says that there is none. */
async function firstContent(chromium: ConsoleBrowser): Promise<number> {
  const page = await chromium.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("main .card, main .empty")) return;
      observer.disconnect();
      performance.mark("content");
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  const handle = await page.waitForFunction(() => performance.getEntriesByName("content")[0]?.startTime);
  const time = await handle.jsonValue();
  await page.close();
  return time ?? Number.NaN;
}
