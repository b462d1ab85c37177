import { expect } from "vitest";
import type { ConsoleBrowser } from "../harness/browser";
import { expectSoundDump } from "../unit/ledger/invariant";
import { dumpStore } from "./store-dump";

/**
 * To be asked at the end of a suite: the store is sound, and of the looks that the worker said it had kept none is lost.
 * Where the worker was stopped at every turn it prints how often.
 */
export async function expectSurvived(chromium: ConsoleBrowser, suite: string): Promise<void> {
  const page = await chromium.openExtensionPage("manifest.json");
  const dump = await dumpStore(page);
  await page.close();
  expectSoundDump(dump);
  const { kills } = chromium;
  if (kills === null) return;
  const lost = Math.max(0, kills.acknowledged - dump.snapshots.length);
  process.stdout.write(
    `  ${suite}: ${kills.killed} kills survived (${kills.cut} in a write, ${kills.muted} before an answer), ` +
      `${kills.captures} captures sent, ${lost} lost\n`,
  );
  expect(lost).toBe(0);
  expect(new Set(dump.snapshots.map(({ id }) => id)).size).toBe(dump.snapshots.length);
  expect(kills.cut + kills.muted).toBeGreaterThan(1);
}
