import type { Observation } from "../../../src/console/observation";
import { observationSchema } from "../../../src/messaging/observation-schema";
import type { Part } from "../sites/expected";
import { match } from "../sites/match";
import type { FrozenPage } from "./pages";
import { readingsOf, type Tab } from "./stage";

/** What was read of one redesign of a page. */
export interface Outcome {
  readonly name: string;
  readonly seed: number;
  readonly applied: readonly string[];
  readonly expected: number;
  readonly wrong: readonly Part[];
  readonly missing: readonly Part[];
  /** The worker takes it. */
  readonly fits: boolean;
  /** A look during which the page was emptied says so. */
  readonly told: boolean;
}

/** Reads a redesign of the page that the tab keeps for each of `seeds`; 0 is the page as it was. */
export async function breed(tab: Tab, page: FrozenPage, seeds: readonly number[]): Promise<Outcome[]> {
  const { name, at, expected } = page;
  const readings = expected.readings ?? [];
  const outcomes: Outcome[] = [];
  for (const seed of seeds) {
    const { applied, observation } = await tab.run<{ applied: string[]; observation: Observation }>(
      `desk.mutant(${seed && seed + 1_000 * hash(name)})`,
    );
    const { missing, wrong } = match(readings, readingsOf(observation, at), expected.optional);
    const fits = observationSchema.safeParse(observation).success;
    const told = seed !== 0 || (await tab.run<boolean>("desk.toldWhenEmptied()"));
    outcomes.push({ name, seed, applied, expected: readings.length, wrong, missing, fits, told });
  }
  return outcomes;
}

const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7);

export const lineOf = ({ name, seed, applied }: Outcome, parts: readonly Part[]): string =>
  `${name} ${seed} [${applied.join(" ")}] ${parts.map((part) => JSON.stringify(part)).join("\n    ")}`;
