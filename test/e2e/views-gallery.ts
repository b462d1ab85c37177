import { once } from "node:events";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import puppeteer from "puppeteer";
import { SECTIONS } from "../../options/use-section";
import { browserPath } from "../harness/find-browser";
import { workspaceWords } from "../harness/workspace-words.mjs";

/**
 * Pictures of every view in states that are hard to bring about, from fixtures: `npx tsx test/e2e/views-gallery.ts`
 * writes build/views/*.png, with words only those whose names begin with one. For the eye; it checks nothing.
 */
const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const OUT = root("build/views");
const STYLES = [
  "src/ui/theme/tokens.css",
  "src/ui/theme/base.css",
  "src/ui/theme/controls.css",
  "src/ui/desk/desk.css",
  "src/ui/theme/numbers.css",
];

const english = { language: "en" };
const dark = { theme: "dark" };
type Shot = readonly [name: string, width: number, query: Record<string, string>, settings?: object];

/** A section of the workspace: wide; dark, in English; as narrow as a phone. */
function workspace(name: string, section: string): readonly Shot[] {
  const query = { view: "options", section };
  return [
    [name, 1200, query],
    [`${name}-dark`, 1200, query, { ...dark, ...english }],
    [`${name}-narrow`, 360, query],
  ];
}

const SHOTS: readonly Shot[] = [
  ...["metrics", "competitors", "compliance"].flatMap((tab) => [
    [`${tab}`, 380, { tab }] as const,
    [`${tab}-dark`, 380, { tab }, dark] as const,
    [`${tab}-english`, 320, { tab }, english] as const,
    [`${tab}-wide`, 720, { tab }] as const,
    [`${tab}-empty`, 380, { tab, empty: "", state: "elsewhere" }, { noticeReadAt: null }] as const,
  ]),
  ...["partial_page", "loading", "needs_login", "risk_control", "schema_changed", "off"].map(
    (state) => [`front-${state}`, 380, { tab: "metrics", state }] as const,
  ),
  ["charts", 720, { view: "charts" }],
  ["charts-dark", 720, { view: "charts" }, dark],
  ...["week", "changes", "goods", "matrix", "trends", "content", "one/talent%3At1"].flatMap((view) =>
    workspace(`rivals-${view.split("/")[0]}`, `rivals/${view}`),
  ),
  ["lock-popup", 380, { view: "popup", locked: "" }],
  ["lock-popup-dark-en", 380, { view: "popup", locked: "" }, { theme: "dark", language: "en" }],
  ["lock-options", 1100, { view: "options", locked: "" }],
  ...SECTIONS.filter((section) => section !== "rivals").flatMap((section) => workspace(`options-${section}`, section)),
];

async function main(): Promise<void> {
  const bundle = await build({
    entryPoints: [root("test/fixtures/ui/gallery.tsx")],
    bundle: true,
    write: false,
    jsx: "automatic",
    outdir: OUT,
    // Sections name their workers by it; a picture needs none.
    define: { "process.env.NODE_ENV": '"production"', "import.meta.url": '"https://gallery.invalid/"' },
  });
  const files: Record<string, () => Promise<string> | string> = {
    "/gallery.js": () => bundle.outputFiles.find(({ path }) => path.endsWith(".js"))?.text ?? "",
    "/popup.css": () => styles("popup/popup.css"),
    "/charts.css": () => styles("options/options.css"),
    "/gallery.css": () => bundle.outputFiles.find(({ path }) => path.endsWith(".css"))?.text ?? "",
    "/options.css": () =>
      styles(
        "options/options.css",
        "options/desk/desk.css",
        "options/rivals/rivals.css",
        "options/rivals/pictures.css",
      ),
    "/_locales/zh_CN/messages.json": () => readFile(root("assets/locales/zh_CN/messages.json"), "utf8"),
    "/_locales/zh_CN/workspace.json": () => workspaceWords("zh_CN"),
    "/_locales/en/workspace.json": () => workspaceWords("en"),
    "/_locales/en/messages.json": () => readFile(root("assets/locales/en/messages.json"), "utf8"),
  };
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const type = pathname.endsWith(".js") ? "text/javascript" : pathname.endsWith(".css") ? "text/css" : "text/html";
    response.setHeader("content-type", `${type}; charset=utf-8`);
    response.end(await (files[pathname]?.() ?? html(searchParams.get("view") ?? "popup")));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const browser = await puppeteer.launch({ executablePath: await browserPath(), pipe: true, args: ["--no-sandbox"] });
  await mkdir(OUT, { recursive: true });
  for (const [name, width, query, settings = {}] of SHOTS.filter(isWanted)) {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(`${name}: ${error}`));
    await page.setViewport({ width, height: 600, deviceScaleFactor: 1.5 });
    const { section = "", ...rest } = query;
    const search = new URLSearchParams({ ...rest, settings: JSON.stringify(settings) });
    await page.goto(`http://127.0.0.1:${port}/?${search}#${section}`);
    await page.waitForSelector(
      section.startsWith("rivals")
        ? ".coverage-line, .week-head, .detail-name"
        : "main h2 + *, main.lock-screen p, main .card, main .row, main .finding, main .empty, canvas",
    );
    await page.evaluate(quiet, QUIET_MS);
    await page.screenshot({ path: `${OUT}/${name}.png`, fullPage: true });
    await page.close();
  }
  await browser.close();
  server.close();
}

/** Nothing was drawn for so long: the picture is as the view stays. */
const QUIET_MS = 400;
const quiet = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    let timer = setTimeout(resolve, ms);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(resolve, ms);
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });

const words = process.argv.slice(2);
const isWanted = ([name]: (typeof SHOTS)[number]): boolean =>
  words.length === 0 || words.some((word) => name.startsWith(word));

async function styles(...own: readonly string[]): Promise<string> {
  return (await Promise.all([...STYLES, ...own].map((path) => readFile(root(path), "utf8")))).join("\n");
}

const html = (view: string): string =>
  `<!doctype html><html><head><link rel="stylesheet" href="/${view}.css"><link rel="stylesheet" href="/gallery.css"></head><body><script src="/gallery.js"></script></body></html>`;

void main();
