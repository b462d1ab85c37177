import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page, type WebWorker } from "puppeteer";
import type { ConsoleServer } from "./console-server";
import { EXTENSION } from "./files";
import { browserPath } from "./find-browser";
import { hearWorker, type KillFigures, planKills } from "./kills";
import { outsideRequests } from "./net-log";
import { watchTargets } from "./target-watch";

export interface LaunchOptions {
  /** Folder of an unpacked extension, or null for a browser without one. Default: the built extension. */
  readonly extension?: string | null;
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly args?: readonly string[];
  /** More of the browser's resolver rules, before the one that leads all else nowhere. */
  readonly resolve?: readonly string[];
  /** Stops the worker at the worst moments (kills.ts). Default: when the environment says KILL_WORKER. */
  readonly kills?: boolean;
}

/** A real Chromium with a fresh profile, in which the console's names lead to our server and all others nowhere. */
export interface ConsoleBrowser {
  readonly browser: Browser;
  /** Id of the extension, empty when launched without one. */
  readonly extensionId: string;
  /** Uncaught errors and error logs of the extension's worker, content scripts and pages, so far. */
  readonly errors: readonly string[];
  /** What was stopped so far; null where nothing is. */
  readonly kills: Readonly<KillFigures> | null;
  /** Addresses asked for, by a page or the extension, on hosts that are not served. */
  outside(): Promise<string[]>;
  /** The worker; wakes it when it is stopped. */
  worker(): Promise<WebWorker>;
  /** Stops the worker as the browser does when it is idle. */
  killWorker(): Promise<void>;
  /** Sets the clock of the extension (worker and own pages) to `at`, from where it runs on; null: the machine's. */
  setClock(at: Date | null): Promise<void>;
  /** A page of the extension in a tab of its own, such as `options.html` or `popup.html?tab=1`. */
  openExtensionPage(path: string): Promise<Page>;
  /** The real popup over the page in front. */
  openPopup(): Promise<Page>;
  /** The browser's id of the tab that `page` is in; brings it to the front. */
  tabId(page: Page): Promise<number>;
  /** Closes the browser; `outside()` still answers, and is complete only then. */
  close(): Promise<void>;
}

/** The suite runs with the worker stopped at every turn. */
export const KILL_WORKER = Boolean(process.env.KILL_WORKER);

export async function launchBrowser(server: ConsoleServer, options: LaunchOptions = {}): Promise<ConsoleBrowser> {
  const {
    extension = EXTENSION,
    headless = true,
    viewport = { width: 1440, height: 900 },
    args = [],
    resolve = [],
  } = options;
  const kills = (options.kills ?? KILL_WORKER) ? planKills() : null;
  const folder = await mkdtemp(join(tmpdir(), "console-browser-"));
  const netLog = join(folder, "net-log.json");
  const loaded = kills !== null && extension !== null ? join(folder, "extension") : extension;
  if (kills !== null && extension !== null) await kills.prepare(extension, join(folder, "extension"));
  await allowReload(join(folder, "profile"));
  const browser = await puppeteer.launch({
    executablePath: await browserPath(),
    pipe: true,
    // A bench's single step takes minutes on a busy machine.
    protocolTimeout: 900_000,
    headless,
    enableExtensions: loaded === null ? false : [loaded],
    userDataDir: join(folder, "profile"),
    defaultViewport: viewport,
    args: [
      // Containers and Ubuntu's AppArmor leave no sandbox to use; the only pages opened are ours.
      ...(process.platform === "linux" ? ["--no-sandbox"] : []),
      "--no-first-run",
      "--lang=zh-CN",
      "--ignore-certificate-errors",
      `--log-net-log=${netLog}`,
      `--host-resolver-rules=${resolverRules(server, resolve)}`,
      ...args,
    ],
    env: { ...process.env, LANGUAGE: "zh_CN" },
  });
  const watch = await watchTargets(browser, { workers: kills === null });
  const extensionId = extension === null ? "" : await findExtension(browser);

  const workerTarget = (timeout: number) =>
    browser.waitForTarget((t) => t.type() === "service_worker" && t.url().includes(extensionId), { timeout });
  const openExtensionPage = async (path: string) => {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${extensionId}/${path}`);
    return page;
  };
  const worker = async () => {
    const target = await workerTarget(500).catch(async () => {
      await wake(await openExtensionPage("manifest.json"));
      return workerTarget(10_000);
    });
    const found = await target.worker();
    if (!found) throw new Error("the extension's worker went away");
    return found;
  };

  // Where the worker is stopped at every turn, a page of the extension hears it, and knows what it knows.
  const aside = kills === null ? null : await openExtensionPage("manifest.json");
  if (kills !== null && aside !== null) await hearWorker(aside, kills, watch.errors);

  let log: readonly string[] | null = null;
  const readLog = async () => outsideRequests(netLog, server.hosts);
  return {
    browser,
    extensionId,
    errors: watch.errors,
    kills: kills?.figures ?? null,
    outside: async () => [...(log ?? (await readLog()))],
    worker,
    killWorker: async () => {
      // It is stopped at every turn as it is.
      if (kills) return;
      const target = await workerTarget(0);
      const gone = new Promise<void>((resolve) => {
        browser.on("targetdestroyed", (t) => t === target && resolve());
      });
      await (await target.worker())?.close();
      await gone;
    },
    setClock: async (at) => {
      kills?.setClock(at);
      await watch.setClock(at);
    },
    openExtensionPage,
    openPopup: async () => {
      const isPopup = (url: string) => url.startsWith(`chrome-extension://${extensionId}/popup.html`);
      const before = new Set(browser.targets());
      const opened = browser.waitForTarget((t) => !before.has(t) && isPopup(t.url()), { timeout: 10_000 });
      await (await worker()).evaluate(() => chrome.action.openPopup());
      return (await opened).asPage();
    },
    tabId: async (page) => {
      await page.bringToFront();
      const find = async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
      const id = await (aside ?? (await worker())).evaluate(find);
      if (id === undefined) throw new Error("no tab in front");
      return id;
    },
    close: async () => {
      if (log !== null) return;
      if (browser.connected) await browser.close();
      log = await readLog();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Without developer mode an unpacked extension that is reloaded, as after an update, is blocked. */
async function allowReload(profile: string): Promise<void> {
  await mkdir(join(profile, "Default"), { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
}

function resolverRules({ hosts, port }: ConsoleServer, more: readonly string[]): string {
  const own = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`);
  return [...own, ...more, "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"].join(",");
}

/** Waits for the options page of the first installation too: it opens in whatever empty tab it finds, also a test's. */
async function findExtension(browser: Browser): Promise<string> {
  const isOwn = (url: string) => url.startsWith("chrome-extension://");
  const timeout = 20_000;
  const [target] = await Promise.all([
    browser.waitForTarget((t) => t.type() === "service_worker" && isOwn(t.url()), { timeout }),
    browser.waitForTarget((t) => t.type() === "page" && isOwn(t.url()), { timeout }),
  ]);
  return new URL(target.url()).host;
}

/** Any message to the worker starts it; the answer does not matter. */
async function wake(page: Page): Promise<void> {
  await page.evaluate(() => chrome.runtime.sendMessage({ kind: "" }).catch(() => undefined));
  await page.close();
}
