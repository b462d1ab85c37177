import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Observation } from "../../../src/console/observation";
import { loadSite } from "../../harness/site";
import { siteFolder } from "../../harness/site-folder";
import type { Expected, ExpectedVisit, Part } from "../sites/expected";
import { match } from "../sites/match";
import type { Frozen } from "./freeze";
import { readingsOf, type Tab } from "./stage";

/** A fixture's page as it stood when everything that a person sees on it was there, and what that is. */
export interface FrozenPage {
  readonly name: string;
  readonly frozen: Frozen;
  readonly at: Date;
  readonly expected: ExpectedVisit;
  /** Texts that name something on it. */
  readonly names: readonly string[];
}

interface Wanted {
  readonly name: string;
  readonly folder: string;
  readonly url: string;
  readonly at: Date;
  readonly expected: ExpectedVisit;
}

/** A page that comes late on a busy machine is waited for; only one that never comes takes as long. */
const PATIENCE_MS = 30_000;
/** Pages where nothing is to be read are taken as they stand after this long. */
const SETTLED_MS = 1_200;
const LOOK_AGAIN_MS = 150;

const FIXTURES = join(import.meta.dirname, "../../fixtures");

/** Pages that say what they say without being acted upon; states in which nothing can be mistaken are left out. */
async function wantedPages(): Promise<Wanted[]> {
  const pages: Wanted[] = [];
  for (const shelf of ["looks", "sites"])
    for (const name of await readdir(join(FIXTURES, shelf))) {
      const folder = join(FIXTURES, shelf, name);
      const site = await loadSite(folder);
      const expected: Expected = JSON.parse(await readFile(join(folder, "expected.json"), "utf8"));
      for (const [k, { url, at, act }] of site.visits.entries()) {
        const seen = expected.visits[k];
        if (!seen?.readings || act || /loading|off/.test(seen.state ?? "")) continue;
        pages.push({ name: `${name} ${k + 1}`, folder, url, at: new Date(at ?? 0), expected: seen });
      }
    }
  return pages;
}

/**
 * Opens every fixture page, several at once, and gives each to `take` as it is when it is whole, with the tab free for
 * use. Returns those that never were.
 */
export async function freezePages(
  tabs: readonly Tab[],
  take: (tab: Tab, page: FrozenPage) => Promise<void>,
  only: (name: string) => boolean = () => true,
): Promise<string[]> {
  const waiting = (await wantedPages()).filter(({ name }) => only(name));
  const lost: string[] = [];
  const next = async (tab: Tab): Promise<void> => {
    for (let page = waiting.shift(); page; page = waiting.shift()) {
      await tab.open(page.url, siteFolder(page.folder));
      if (await whole(tab, page)) await take(tab, { ...page, ...(await freezeIt(tab, page)) });
      else lost.push(page.name);
    }
  };
  await Promise.all(tabs.map(next));
  return lost;
}

/** Waits for the page to show what is expected of it. */
async function whole(tab: Tab, { expected, at }: Wanted): Promise<boolean> {
  const readings = expected.readings ?? [];
  const from = Date.now();
  while (Date.now() - from < PATIENCE_MS) {
    const { observation } = await tab.run<{ observation: Observation }>("desk.see()");
    const { missing, wrong } = match(readings, readingsOf(observation, at), expected.optional);
    const patient = readings.length > 0 || Date.now() - from > SETTLED_MS;
    const right = expected.state === undefined || observation.state === expected.state;
    if (patient && right && missing.length + wrong.length === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return false;
}

async function freezeIt(tab: Tab, { url, expected }: Wanted): Promise<Pick<FrozenPage, "frozen" | "names">> {
  const named = [...(expected.readings ?? []), ...(expected.optional ?? [])].map((reading) => reading.entity as Part);
  const names = [...new Set(named.flatMap((entity) => [entity?.name, entity?.id].map((text) => String(text ?? ""))))];
  return { frozen: await tab.run<Frozen>(`desk.freeze(${JSON.stringify(url)})`), names };
}
