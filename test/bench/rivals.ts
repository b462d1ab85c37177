import { askWorker } from "../harness/ask-worker";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { serveConsole } from "../harness/console-server";
import { type Figure, figure, median } from "./figure";
import { inPage } from "./in-page";
import type { RivalsBench } from "./rivals-page";
import { YEAR_END } from "./year";

/** A year of twenty competitors with three hundred goods each, all of them seen every week. */
const SIZE = { weeks: 52, rivals: 20, goods: 300, until: YEAR_END };

let measured: Promise<readonly Figure[]> | undefined;

/** `popup.competitors_ms` or `store.matrix_ms`: both over one store, which is filled once a run. */
export async function measureRivals(group: "popup" | "store"): Promise<readonly Figure[]> {
  measured ??= measure();
  return (await measured).filter(({ name }) => name.startsWith(group));
}

async function measure(): Promise<readonly Figure[]> {
  const server = await serveConsole(() => null);
  const chromium = await launchBrowser(server);
  try {
    const page = await chromium.openExtensionPage("manifest.json");
    const ask = await inPage<RivalsBench>(page, "rivals-page.ts");
    let readings = 0;
    for (let week = 0; week < SIZE.weeks; week++) readings += await ask("fill", SIZE, week);
    process.stderr.write(`${readings} readings of competitors\n`);
    const times: number[][] = [];
    for (const name of ["price", "same", "weeks"] as const) {
      const own = await ask("matrix", name, SIZE.until, 8);
      process.stderr.write(`matrix ${name} ${median(own).toFixed(0)} ms\n`);
      times.push(own);
    }
    const [slowest = []] = times.toSorted((a, b) => median(b) - median(a));
    await chromium.setClock(new Date(YEAR_END + 3_600_000));
    // As the worker does after each page that it keeps, and when a popup that found none asks for it.
    for (const view of ["board", "watch"]) await askWorker(page, "keep_view", { view, owner: null });
    await page.close();
    return [
      figure("popup.competitors_ms", await watchTabs(chromium, 20), "ms", 120),
      figure("store.matrix_ms", slowest, "ms", 150),
    ];
  } finally {
    await chromium.close();
    await server.close();
  }
}

async function watchTabs(chromium: ConsoleBrowser, runs: number): Promise<number[]> {
  const times: number[] = [];
  for (let run = -2; run < runs; run++) {
    const time = await watchTab(chromium);
    if (run >= 0) times.push(time);
  }
  return times;
}

/** Ms from a click on 竞品 until the first competitor stands there with its change. */
async function watchTab(chromium: ConsoleBrowser): Promise<number> {
  const page = await chromium.browser.newPage();
  // The tab shown last is shown again: every popup is to begin with the first one.
  await page.evaluateOnNewDocument(() => localStorage.removeItem("popup-tab"));
  await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  await page.waitForSelector("main > *");
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        // No function with a name: tsx would wrap it in a helper that the page does not have.
        const observer = new MutationObserver(() => {
          if (!document.querySelector("main .rows .row .change")) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - start));
        });
        observer.observe(document, { childList: true, subtree: true });
        document.getElementById("tab-competitors")?.click();
      }),
  );
  await page.close();
  return time;
}
