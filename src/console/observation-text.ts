import type { Observation } from "./observation";

/** An observation as JSON, and what tells whether two show the same numbers, whatever the period. */
export interface ObservationText {
  readonly text: string;
  readonly values: string;
}

const PIECE = 64;

/** Written in pieces: the JSON of a table of thousands of rows in one go would hold the page up. */
export function* textOf({ entities, readings, ...rest }: Observation): Generator<void, ObservationText, void> {
  const listed = yield* pieces(entities);
  const said = yield* pieces(readings);
  const values = yield* pieces(readings.map(({ metric, value }) => [metric, value]));
  return { text: `${JSON.stringify(rest).slice(0, -1)},"entities":[${listed}],"readings":[${said}]}`, values };
}

function* pieces(items: readonly unknown[]): Generator<void, string, void> {
  const out: string[] = [];
  for (let at = 0; at < items.length; at += PIECE) {
    out.push(JSON.stringify(items.slice(at, at + PIECE)).slice(1, -1));
    yield;
  }
  return out.join();
}
