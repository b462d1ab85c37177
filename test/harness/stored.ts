import type { Page } from "puppeteer";
import type { Sighting, StoredDraft } from "../../src/ledger/model";
import type { ReadingsView } from "../../src/ledger/reader";
import type { ConsoleBrowser } from "./browser";
import { bundled } from "./bundle";
import { isOfFormat } from "./format";
import type { StoreProbe } from "./store-probe";

export type Captured = Awaited<ReturnType<StoreProbe["snapshots"]>>[number];

/** What the extension has stored of the metrics that `read` prints, read beside it without waking or changing anything of it. */
export interface Stored {
  /** Looks after number `seq`, oldest first. */
  sightingsSince(seq: number): Promise<readonly Sighting[]>;
  latest(): Promise<Sighting | null>;
  snapshots(ids: readonly string[]): Promise<readonly Captured[]>;
  draft(tab: number): Promise<StoredDraft | null>;
  view(): Promise<ReadingsView>;
}

/** Opens a page of the extension that runs none of its scripts, only the probe. */
export async function openStored(chromium: ConsoleBrowser): Promise<Stored> {
  const page = await chromium.openExtensionPage("manifest.json");
  await page.evaluate(await bundled("store-probe.ts"));
  const ask = <K extends keyof StoreProbe>(name: K, ...args: Parameters<StoreProbe[K]>) =>
    askProbe(page, name, args) as ReturnType<StoreProbe[K]>;
  return {
    sightingsSince: async (seq) => (await ask("sightings", 2_000)).filter((each) => each.seq > seq).reverse(),
    latest: async () => (await ask("sightings", 1))[0] ?? null,
    snapshots: async (ids) =>
      (await ask("snapshots", ids)).map((each) => ({ ...each, readings: each.readings.filter(isOfFormat) })),
    draft: (tab) => ask("draft", tab),
    view: async () => {
      const { readings, entities, snapshots } = await ask("view");
      return { readings: readings.filter(isOfFormat), entities: new Map(entities), snapshots: new Map(snapshots) };
    },
  };
}

const askProbe = (page: Page, name: string, args: readonly unknown[]): Promise<unknown> =>
  page.evaluate(`storeProbe[${JSON.stringify(name)}](...${JSON.stringify(args)})`);
