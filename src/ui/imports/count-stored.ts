import type { Brought } from "../../ledger/brought";
import type { Held } from "../../ledger/held-already";
import type { Part } from "./worker-protocol";

/** What of a dry run the store holds already. */
export interface StoredCount {
  /** Rows whose every number is stored already, with the same value. */
  readonly rows: number;
  /** Numbers of which another value is stored. */
  readonly other: number;
}

export interface Counting {
  readonly head: Omit<Brought, "entities" | "readings">;
  readonly parts: number;
  part(index: number): Promise<Part>;
  held(brought: Brought): Promise<readonly Held[]>;
  /** Not wanted any more. */
  isOver(): boolean;
}

/** Looks up what would be kept before it is; null once it is not wanted any more. */
export async function countStored({ head, parts, part, held, isOver }: Counting): Promise<StoredCount | null> {
  const all: Part[] = [];
  for (let index = 0; index < parts; index += 1) {
    if (isOver()) return null;
    all.push(await part(index));
  }
  const entities = all.flatMap((each) => each.entities);
  const readings = all.flatMap((each) => each.readings);
  const lines = all.flatMap((each) => each.lines);
  const found = await held({ ...head, entities, readings });
  const isStored = new Map<number, boolean>();
  for (const [at, line] of lines.entries()) isStored.set(line, (isStored.get(line) ?? true) && found[at] === "same");
  return {
    rows: [...isStored.values()].filter(Boolean).length,
    other: found.filter((each) => each === "other").length,
  };
}
