import dictionary from "../../../assets/metrics.json";
import { ListMemory } from "../../../src/console/list-memory";
import type { Observation } from "../../../src/console/observation";
import { placeOf } from "../../../src/console/page";
import { pageReport } from "../../../src/console/page-report";
import { look } from "../../../src/console/read";
import { shippedDictionary } from "../../harness/shipped-dictionary";
import { type Frozen, plant } from "./freeze";
import { MUTATIONS } from "./mutations";
import { Random } from "./random";

// Bundled and run in an isolated world of a page, where the content script would be.

export { freeze } from "./freeze";

const synonyms = new Map(dictionary.metrics.map(({ id, labels }) => [id, labels]));

/** What one look at the document says, as if it had been opened at `address`. */
export function see(
  address = location.href,
  memory: ListMemory | null = null,
): { observation: Observation; busy: boolean; ms: number } {
  const from = performance.now();
  const steps = look(document, address, placeOf(address), shippedDictionary, memory);
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    const { observation, busy, stale, blank } = step.value;
    return { observation, busy: busy || stale || blank, ms: performance.now() - from };
  }
}

// Drawn alike in every run, so that nothing of a page comes up in its report by chance in one run alone; FC_SEED=… tries others.
const drawn = new Random(Number(process.env.FC_SEED));
crypto.getRandomValues = <T extends ArrayBufferView | null>(into: T): T => {
  if (into instanceof Uint32Array) into.set(Array.from(into, () => drawn.below(2 ** 32)));
  return into;
};

const memory = new ListMemory();

/** A look that knows the looks before it at this address, as the content script does. */
export const seeAgain = () => see(location.href, memory);

let kept: Frozen | null = null;
let names: ReadonlySet<string> = new Set();

export function keep(frozen: Frozen, named: readonly string[]): void {
  kept = frozen;
  names = new Set(named);
}

export interface Mutant {
  readonly applied: readonly string[];
  readonly observation: Observation;
}

/** Plants the kept page, changes it as `seed` has it, and reads it. */
export function mutant(seed: number): Mutant {
  if (!kept) throw new Error("no page kept");
  const random = new Random(seed);
  plant(kept);
  document.documentElement.style.zoom = "";
  const wanted = random.shuffled(Object.keys(MUTATIONS)).slice(0, seed === 0 ? 0 : 1 + random.below(3));
  const applied = wanted.filter((name) =>
    MUTATIONS[name]?.(random, { dictionary: shippedDictionary, synonyms, names }),
  );
  return { applied, observation: see(kept.address).observation };
}

/** Whether a look at the kept page tells that the page was emptied when half of the look was done. */
export function toldWhenEmptied(): boolean {
  if (!kept) throw new Error("no page kept");
  plant(kept);
  const { address } = kept;
  const begin = () => look(document, address, placeOf(address), shippedDictionary);
  let length = 0;
  for (const steps = begin(); !steps.next().done; ) length++;
  const steps = begin();
  for (let k = 0; ; k++) {
    const step = steps.next();
    if (step.done) return step.value.torn || step.value.observation.readings.length === 0;
    if (k === length >> 1) document.body.replaceChildren();
  }
}

/** The page as it stands, for a person to look at. */
export const shown = (): string => document.documentElement.outerHTML;

/** Plants the kept page and makes the report of it that a user would save. */
export function report(): string {
  mutant(0);
  return pageReport(document, kept?.address ?? location.href, shippedDictionary);
}
