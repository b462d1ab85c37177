import { afterAll, beforeAll, expect, it } from "vitest";
import { type ConsoleBrowser, launchBrowser } from "../harness/browser";
import { type ConsoleServer, serveConsole } from "../harness/console-server";

const HTML = `<!doctype html><meta charset="utf-8"><title>t</title><script>
  fetch("https://out.example/a").catch(() => {});
  fetch("/known").catch(() => {});
  throw new Error("the page's own");
</script>`;

let server: ConsoleServer;
let chromium: ConsoleBrowser;

beforeAll(async () => {
  server = await serveConsole(({ path }) =>
    path === "/platform" || path === "/known" ? { type: "text/html", body: HTML } : null,
  );
  chromium = await launchBrowser(server);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

it("serves the console's names and sees every request to another, but none of its own", async () => {
  const page = await chromium.browser.newPage();
  const response = await page.goto("https://channels.weixin.qq.com/platform");
  expect(response?.status()).toBe(200);
  await expect.poll(() => chromium.outside()).toEqual(["https://out.example/a"]);
});

it("collects errors of the extension, not of the page", async () => {
  expect(chromium.errors.filter((error) => error.includes("the page's own"))).toEqual([]);
  const worker = await chromium.worker();
  await worker.evaluate(() => void setTimeout(() => Promise.reject(new Error("the worker's own")), 0));
  await expect.poll(() => chromium.errors.join("\n")).toContain("the worker's own");
});

it("keeps the extension's clock over a stop of the worker", async () => {
  await chromium.setClock(new Date("2026-03-04T05:06:07Z"));
  await chromium.killWorker();
  const worker = await chromium.worker();
  expect(await worker.evaluate(() => new Date().toISOString())).toMatch(/^2026-03-04T05:06:/);
  const options = await chromium.openExtensionPage("options.html");
  expect(await options.evaluate(() => Date.now())).toBeLessThan(Date.parse("2026-03-04T05:08:00Z"));
});
