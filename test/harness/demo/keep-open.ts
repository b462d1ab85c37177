import type { Desk } from "../desk";

/** Leaves browser and replica up until Ctrl-C, or until the person closes the browser. */
export async function keepOpen({ chromium, page }: Desk, headless: boolean): Promise<void> {
  await chromium.setClock(null);
  await page.bringToFront();
  process.stderr.write(
    headless
      ? "No display here, so the browser has no window: set DISPLAY and run again to see it. Ctrl-C ends.\n"
      : "The browser stays open: click the extension's icon for the popup. Ctrl-C or closing the browser ends.\n",
  );
  await new Promise<void>((resolve) => {
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
    chromium.browser.once("disconnected", () => resolve());
  });
}
