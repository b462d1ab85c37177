import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer";
import type { Settings } from "../../../src/ledger/model";
import type { DeepPartial } from "../../../src/messaging/protocol";
import type { Desk } from "../desk";
import { ROOT } from "../files";
import { tell } from "./operator";

const FOLDER = join(ROOT, "build/demo");
const TABS = { 1: "metrics", 2: "competitors", 3: "compliance" } as const;
const POPUP = { width: 380, height: 600 };
const SIDE_PANEL = { width: 720, height: 900 };
const WIDE = { width: 1280, height: 900 };

/** Pictures of the views as they stand after the demo, in both languages and themes. Returns their paths. */
export async function takeScreenshots({ chromium, page, tab }: Desk): Promise<string[]> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const taken: string[] = [];
  const take = async (of: Page, name: string) => {
    const path = join(FOLDER, `${name}.png`) as `${string}.png`;
    await of.screenshot({ path });
    taken.push(`build/demo/${name}.png`);
  };

  const view = await chromium.openExtensionPage(`popup.html?tab=${tab}`);
  const looks = [
    ["light", "zh_CN", POPUP, "popup"],
    ["dark", "zh_CN", POPUP, "popup"],
    ["light", "en", POPUP, "popup"],
    ["light", "zh_CN", SIDE_PANEL, "panel"],
  ] as const;
  for (const [theme, language, size, what] of looks) {
    await change(view, { theme, language });
    await view.setViewport({ ...size, deviceScaleFactor: 2 });
    await view.reload();
    for (const [key, name] of Object.entries(TABS)) {
      await openTab(view, key);
      await take(view, `${what}-${name}-${theme}-${language === "en" ? "en" : "zh"}`);
    }
  }
  const options = await chromium.openExtensionPage("options.html");
  await options.setViewport(WIDE);
  for (const theme of ["light", "dark"] as const) {
    await change(options, { theme, language: "zh_CN" });
    await shown(options);
    await take(options, `options-${theme}-zh`);
  }
  await change(options, { theme: "auto", marks: { "channels.weixin.qq.com": true } });
  await options.close();
  await view.close();

  await page.bringToFront();
  await marked(page);
  await take(page, "editor-with-marks");
  return taken;
}

const change = (from: Page, patch: DeepPartial<Settings>): Promise<void> => tell(from, "set_settings", { patch });

async function openTab(view: Page, key: string): Promise<void> {
  await view.waitForSelector("[role=tab]");
  await view.keyboard.press(key as "1");
  await view.waitForFunction(`document.querySelectorAll("[role=tab]")[${Number(key) - 1}]?.ariaSelected === "true"`);
  await shown(view);
}

/** What is drawn has come to rest: the text has stayed the same for a third of a second. */
const shown = (view: Page): Promise<unknown> =>
  view.waitForFunction(
    `(() => {
      const text = document.body.innerText + document.documentElement.dataset.theme;
      const now = performance.now();
      if (globalThis.demoText !== text) { globalThis.demoText = text; globalThis.demoSince = now; }
      return text.length > 20 && now - globalThis.demoSince > 350;
    })()`,
    { polling: 100 },
  );

/** The marks are highlights of the content script, registered in the page's own registry. */
const marked = (page: Page): Promise<unknown> =>
  page.waitForFunction("[...CSS.highlights.values()].some((highlight) => highlight.size > 0)", { timeout: 10_000 });
