import { askWorker } from "../harness/ask-worker";
import type { ConsoleBrowser } from "../harness/browser";
import { type Figure, figure, median } from "./figure";
import type { Ask } from "./in-page";
import type { StoreBench } from "./store-page";

/** What the same work took before the store had a lock, ms. */
export interface Unlocked {
  readonly write: number;
  readonly board: number;
  readonly dashboard: number;
}

const PASSPHRASE = "a passphrase of the bench";
/** A year of rows takes minutes to seal on a slow machine. */
const SEAL_MS = 900_000;

/** Turns the lock on, as the user does, and waits until every row is sealed; how long that took, ms. */
export async function turnOn(chromium: ConsoleBrowser): Promise<number> {
  const page = await chromium.openExtensionPage("manifest.json");
  const ask = (input: object) =>
    askWorker(page, "lock", input) as Promise<{ readonly value?: { readonly state: string } }>;
  const start = performance.now();
  await ask({ act: "on", passphrase: PASSPHRASE, minutes: 0 });
  for (;;) {
    const state = (await ask({ act: "state" })).value?.state;
    if (state === "open") break;
    if (performance.now() - start > SEAL_MS) throw new Error(`the lock stays ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await page.close();
  return performance.now() - start;
}

/** The same work over the same store, sealed and open: how many times as long it takes. */
export async function measureLocked(ask: Ask<StoreBench>, before: Unlocked, runs: number): Promise<Figure[]> {
  const against = (name: string, times: readonly number[], than: number): Figure =>
    figure(
      name,
      times.map((time) => time / than),
      "ratio",
      2,
      {
        name: "without a lock, ms",
        value: than,
        of: median(times),
      },
    );
  return [
    against("store.locked_write_ratio", await ask("write", 8, 8), before.write),
    against("store.locked_board_ratio", await ask("board", runs), before.board),
    against("store.locked_dashboard_ratio", await ask("dashboard", runs), before.dashboard),
  ];
}
