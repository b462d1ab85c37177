import {
  type BlockRow,
  type Cell,
  type DayKey,
  type DayRow,
  dayKey,
  dayOfKey,
  type LatestCell,
  type LatestRow,
} from "./records";
import { type Numbered, rowsInStretches } from "./stretch";

/**
 * Aggregates of up to sixteen entities lie in one record, each as text of its own: a list of hundreds is written by a
 * few dozen requests, and who wants one of them reads the others' text and does not parse it.
 */
export const BLOCK = 16;

export const blockOf = (n: number): number => Math.floor(n / BLOCK);

/** Key of the block that holds an entity's day. */
export const dayBlockKey = (n: number, day: number): DayKey => dayKey(blockOf(n), day);

/** How an entity's value is written into a block. */
export interface Form<Value> {
  pack(value: Value): string;
  unpack(text: string, n: number): Value;
}

export const LATEST: Form<LatestRow> = {
  pack: ({ lastSeen, cells }) => JSON.stringify([lastSeen, cells]),
  unpack: (text, n) => {
    const [lastSeen, cells]: [number, LatestCell[]] = JSON.parse(text);
    return { n, lastSeen, cells };
  },
};
export const CELLS: Form<readonly Cell[]> = {
  pack: (cells) => JSON.stringify(cells),
  unpack: (text) => JSON.parse(text),
};

/** Every entity of a block with its value. */
export const valuesOf = <Value>(row: BlockRow, { unpack }: Form<Value>): readonly (readonly [number, Value])[] =>
  row.entities.map((n, at) => [n, unpack(row.texts[at] ?? "", n)]);

/** The value of one entity; undefined where the block has none of it. */
function partOf<Value>(row: BlockRow, n: number, { unpack }: Form<Value>): Value | undefined {
  const text = row.texts[row.entities.indexOf(n)];
  return text === undefined ? undefined : unpack(text, n);
}

/** An entity's days of a block's rows, in their order. */
export const daysIn = (rows: readonly BlockRow[], n: number): readonly DayRow[] =>
  rows.flatMap((row) => {
    const cells = partOf(row, n, CELLS);
    return cells === undefined ? [] : [{ day: dayOfKey(row.key), cells }];
  });

/** The part of a store that reads blocks. */
export type BlockReader = Numbered<BlockRow>;

/** Blocks by key, ascending: those side by side in one request. */
export const blocksOf = (store: BlockReader, keys: Iterable<number>): Promise<readonly BlockRow[]> =>
  rowsInStretches(store, keys, GAP, ({ key }) => key);

/** How many blocks nobody asked for may lie between two that were, to be fetched by one request. */
const GAP = 3;

/** The newest numbers of entities, by number. */
export async function latestOf(
  store: BlockReader,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, LatestRow>> {
  const blocks = new Map((await blocksOf(store, numbers.map(blockOf))).map((row) => [row.key, row]));
  return new Map(
    numbers.flatMap((n) => {
      const block = blocks.get(blockOf(n));
      const row = block && partOf(block, n, LATEST);
      return row === undefined ? [] : [[n, row] as const];
    }),
  );
}
