import type { Observation } from "./observation";

/** An observation as JSON, and what tells whether two show the same numbers, whatever the period. */
export interface ObservationText {
  readonly text: string;
  readonly values: string;
}

const PIECE = 64;
/** Characters, entities and readings that the worker takes at most, with room to spare. */
const MOST = { text: 4_000_000, entities: 10_000, readings: 50_000 };

/**
 * Written in pieces: the JSON of a table of thousands of rows in one go would hold the page up. Of more than the worker
 * takes, the first are handed on, as a part of the page.
 */
export function* textOf(observation: Observation, most = MOST): Generator<void, ObservationText, void> {
  const { entities, readings, ...rest } = observation;
  const listed = yield* pieces(entities);
  const said = yield* pieces(readings);
  const text = `${JSON.stringify(rest).slice(0, -1)},"entities":[${listed}],"readings":[${said}]}`;
  const share = Math.min(
    most.text / text.length,
    most.entities / entities.length,
    most.readings / Math.max(1, readings.length),
  );
  if (share < 1 && entities.length > 0) return yield* textOf(firstOf(observation, share), most);
  const values = yield* pieces(readings.map(({ metric, value }) => [metric, value]));
  return { text, values };
}

function firstOf(observation: Observation, share: number): Observation {
  const entities = observation.entities.slice(0, Math.floor(observation.entities.length * share * 0.9));
  const readings = observation.readings.filter(({ entity }) => entity < entities.length);
  return { ...observation, state: "partial_page", complete: false, entities, readings };
}

function* pieces(items: readonly unknown[]): Generator<void, string, void> {
  const out: string[] = [];
  for (let at = 0; at < items.length; at += PIECE) {
    out.push(JSON.stringify(items.slice(at, at + PIECE)).slice(1, -1));
    yield;
  }
  return out.join();
}
