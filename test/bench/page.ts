import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { EXTENSION } from "../harness/files";
import { serveReplica } from "../replica/replica";
import { type Figure, figure, median } from "./figure";

/**
 * What the extension costs a console page: the replica's goods list without it, with one that does nothing, and with it, turn
 * by turn in one run. What a browser takes for having any extension at all (a world of its own in the page, its bindings) is
 * the second's cost; what is over it is ours.
 */
export async function measurePage(runs = 20): Promise<Figure[]> {
  const replica = await serveReplica({ delayMs: 200 });
  const idle = await idleExtension();
  const bare = await launchBrowser(replica, { extension: null });
  const doingNothing = await launchBrowser(replica, { extension: idle });
  const ours = await launchBrowser(replica);
  try {
    const without: Cost[] = [];
    const withIdle: Cost[] = [];
    const withIt: Cost[] = [];
    for (let run = -2; run < runs; run++) {
      const [a, b, c] = [await visit(bare), await visit(doingNothing), await visit(ours)];
      if (run < 0) continue;
      without.push(a);
      withIdle.push(b);
      withIt.push(c);
    }
    const wakes = await wakeUps(ours);
    const restless = [await restlessness(bare), await restlessness(ours)] as const;
    const added = (name: string, of: (cost: Cost) => number, aim: number): Figure[] => {
      const over = (costs: readonly Cost[], suffix: string, beside: string): Figure => {
        const base = median(costs.map(of));
        const values = withIt.map((cost) => of(cost) - base);
        return figure(name + suffix, values, "ms", aim, { name: beside, value: base, of: median(withIt.map(of)) });
      };
      return [
        over(without, "_added", "without the extension"),
        over(withIdle, "_over_idle", "with an extension that does nothing"),
      ];
    };
    return [
      ...added("page.task_ms", (cost) => cost.task, 5),
      ...added("page.load_ms", (cost) => cost.load, 3),
      figure(
        "page.long_tasks_added",
        withIt.map((cost) => cost.long - median(without.map((it) => it.long))),
        "count",
        0,
      ),
      figure("page.idle_wakeups", [wakes], "count", 0),
      figure("page.restless_ratio_added", [restless[1] - restless[0]], "ratio", 0.01, {
        name: "without the extension",
        value: restless[0],
        of: restless[1],
      }),
    ];
  } finally {
    await ours.close();
    await doingNothing.close();
    await bare.close();
    await replica.close();
    await rm(idle, { recursive: true, force: true });
  }
}

/** Folder of an extension on the same pages at the same moment as the built one, whose scripts are empty. */
async function idleExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "idle-extension-"));
  const built = JSON.parse(await readFile(join(EXTENSION, "manifest.json"), "utf8")) as chrome.runtime.ManifestV3;
  const manifest = {
    manifest_version: 3,
    name: "idle",
    version: "1",
    background: { service_worker: "worker.js" },
    content_scripts: built.content_scripts?.map((script) => ({ ...script, js: ["content.js"] })),
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "content.js"), ";");
  // A launch waits for the page that an extension opens when it is installed.
  const open = "chrome.runtime.onInstalled.addListener(() => chrome.tabs.create({ url: 'manifest.json' }));";
  await writeFile(join(folder, "worker.js"), open);
  return folder;
}

interface Cost {
  /** Main-thread time of the page's process until it has been still for a while, ms. */
  readonly task: number;
  /** Navigation start to the end of the load event, ms. */
  readonly load: number;
  readonly long: number;
}

async function visit({ browser }: ConsoleBrowser): Promise<Cost> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(() => {
      const watch = globalThis as unknown as { long: number };
      watch.long = 0;
      new PerformanceObserver((list) => {
        watch.long += list.getEntries().length;
      }).observe({ type: "longtask" });
    });
    await page.goto("https://store.weixin.qq.com/shop/goods/list");
    await page.waitForFunction(() => (document.querySelector("micro-app")?.textContent ?? "").includes("库存"));
    await still(page);
    const { TaskDuration = 0 } = await page.metrics();
    const seen = await page.evaluate(() => ({
      load: (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).loadEventEnd,
      long: (globalThis as unknown as { long: number }).long,
    }));
    return { task: TaskDuration * 1000, ...seen };
  } finally {
    await page.close();
  }
}

/** Until the process has done nothing worth naming for a second and a half: longer than the reader waits for rest. */
async function still(page: Page): Promise<void> {
  let before = -1;
  let quiet = 0;
  while (quiet < 3) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { TaskDuration = 0 } = await page.metrics();
    quiet = TaskDuration - before < 0.002 ? quiet + 1 : 0;
    before = TaskDuration;
  }
}

/** Share of the main thread's time that a page takes which changes every 50 ms and never stops, once it has been read. */
async function restlessness({ browser }: ConsoleBrowser): Promise<number> {
  const page = await browser.newPage();
  await page.goto("https://store.weixin.qq.com/shop/goods/list");
  await page.waitForFunction(() => (document.querySelector("micro-app")?.textContent ?? "").includes("库存"));
  await page.evaluate(() => {
    const clock = document.body.appendChild(document.createElement("p"));
    setInterval(() => clock.replaceChildren(new Date().toISOString()), 50);
  });
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  const before = await page.metrics();
  await new Promise((resolve) => setTimeout(resolve, 30_000));
  const after = await page.metrics();
  await page.close();
  return ((after.TaskDuration ?? 0) - (before.TaskDuration ?? 0)) / ((after.Timestamp ?? 1) - (before.Timestamp ?? 0));
}

/** Timers and observers of the content scripts that run in five seconds on a page where nothing happens. */
async function wakeUps({ browser }: ConsoleBrowser): Promise<number> {
  const page = await browser.newPage();
  await page.goto("https://store.weixin.qq.com/shop/goods/list");
  await page.waitForFunction(() => (document.querySelector("micro-app")?.textContent ?? "").includes("库存"));
  await still(page);
  const session = await page.createCDPSession();
  await session.send("Profiler.enable");
  await session.send("Profiler.start");
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const { profile } = await session.send("Profiler.stop");
  await page.close();
  return profile.nodes.filter(
    (node) => node.callFrame.url.startsWith("chrome-extension://") && (node.hitCount ?? 0) > 0,
  ).length;
}
