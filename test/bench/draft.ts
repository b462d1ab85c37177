import type { Page } from "puppeteer";
import { launchBrowser } from "../harness/browser";
import { serveConsole } from "../harness/console-server";

/** Times from a key to its finding and to its mark, with the shipped build, ms, one a run. */
export interface DraftTimes {
  /** From the key's event in the page until the worker tells open views that the draft has findings. */
  readonly finding: readonly number[];
  /** From the key's event until the frame with the mark has been made. */
  readonly mark: readonly number[];
}

const PAGE = `<!doctype html><meta charset="utf-8"><wujie-app></wujie-app><script>
  document.querySelector("wujie-app").attachShadow({ mode: "open" }).innerHTML =
    '<div contenteditable="" class="input-editor" data-placeholder="添加描述" style="min-height:60px"></div>';
</script>`;
/** A word that makes a finding with its last character, and then goes again. */
const WORD = ["国", "家", "级"] as const;

export async function measureDraft(runs = 40): Promise<DraftTimes> {
  const server = await serveConsole(() => ({ type: "text/html; charset=utf-8", body: PAGE }));
  const chromium = await launchBrowser(server);
  try {
    const listener = await chromium.openExtensionPage("manifest.json");
    await listener.evaluate(LISTEN);
    const patch = { marks: { "channels.weixin.qq.com": true } };
    await listener.evaluate((input) => chrome.runtime.sendMessage({ kind: "set_settings", input }), { patch });
    const page = await chromium.browser.newPage();
    await page.goto("https://channels.weixin.qq.com/platform/post/create");
    await page.locator(">>> .input-editor").click();
    await page.evaluate(WATCH);
    const times = [];
    // The first rounds start the worker and its checker.
    for (let run = -3; run < runs; run += 1) {
      const time = await round(page, listener);
      if (run >= 0) times.push(time);
    }
    return { finding: times.map((it) => it.finding), mark: times.map((it) => it.mark) };
  } finally {
    await chromium.close();
    await server.close();
  }
}

type Clock = typeof globalThis & { told: number; key: number; marked: number };

async function round(page: Page, listener: Page): Promise<{ finding: number; mark: number }> {
  for (const character of WORD.slice(0, -1)) await page.keyboard.sendCharacter(character);
  await page.waitForFunction(() => [...CSS.highlights.values()].every((it) => it.size === 0));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 30)));
  await page.evaluate(() => Object.assign(globalThis, { key: 0, marked: 0 }));
  await listener.evaluate(() => Object.assign(globalThis, { told: 0 }));
  await page.keyboard.sendCharacter(WORD[2]);
  await page.waitForFunction(() => (globalThis as Clock).marked > 0);
  await listener.waitForFunction(() => (globalThis as Clock).told > 0);
  const { key, marked } = await page.evaluate(() => {
    const { key, marked } = globalThis as Clock;
    return { key, marked };
  });
  const told = await listener.evaluate(() => (globalThis as Clock).told);
  for (const _character of WORD) await page.keyboard.press("Backspace");
  return { finding: told - key, mark: marked - key };
}

// As text: the loader of this file puts helpers of its own into functions, which the page does not have.

/** In a page of the extension: when the worker last told of a draft, on the machine's clock. */
const LISTEN = `new BroadcastChannel("ledger-changed").onmessage = ({ data }) => {
  if (data.what === "draft") globalThis.told ||= performance.timeOrigin + performance.now();
};`;

/** In the console page: when the key came, and when a frame with a highlight was done. */
const WATCH = `{
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { globalThis.marked = performance.timeOrigin + performance.now(); };
  // The message comes in a task after the frame: its painting is behind us.
  const look = () => {
    if ([...CSS.highlights.values()].some(({ size }) => size > 0)) port2.postMessage(null);
    else requestAnimationFrame(look);
  };
  addEventListener("beforeinput", ({ data, timeStamp }) => {
    if (data !== "${WORD.at(-1)}") return;
    globalThis.key = performance.timeOrigin + timeStamp;
    requestAnimationFrame(look);
  }, true);
}`;
