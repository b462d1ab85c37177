import type { IDBPObjectStore } from "idb";
import { type BlockReader, blocksOf, type Form } from "./blocks";
import { deleteAll, putAll } from "./put-all";
import type { BlockRow, LedgerSchema } from "./records";

/** A store of blocks in a transaction that writes: whichever stores that spans besides. */
type BlockStore = Pick<IDBPObjectStore<LedgerSchema, never[], "latestBlocks" | "dayBlocks", "readwrite">, "put">;

/** An entity's value: as text while it is as it lay there, as a value once asked for or set. */
interface Part<Value> {
  readonly text?: string;
  value?: Value;
}

/** Blocks within one write transaction: loaded, changed, and written by {@link Blocks.flush}. */
export class Blocks<Value> {
  readonly #blocks = new Map<number, Map<number, Part<Value>>>();
  readonly #changed = new Set<number>();

  constructor(private readonly form: Form<Value>) {}

  async load(store: BlockReader, keys: Iterable<number>): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.#blocks.has(key));
    const rows = await blocksOf(store, missing);
    for (const key of missing) this.#blocks.set(key, new Map());
    for (const { key, entities, texts } of rows) {
      this.#blocks.set(key, new Map(entities.map((n, at) => [n, { text: texts[at] ?? "" }])));
    }
  }

  /** Of a block that is loaded, or known to be not there. */
  get(key: number, n: number): Value | undefined {
    const part = this.#blocks.get(key)?.get(n);
    if (part?.text !== undefined) part.value ??= this.form.unpack(part.text, n);
    return part?.value;
  }

  numbers(key: number): readonly number[] {
    return [...(this.#blocks.get(key)?.keys() ?? [])];
  }

  /** Undefined takes the entity out. */
  set(key: number, n: number, value: Value | undefined): void {
    const block = this.#blocks.get(key) ?? new Map<number, Part<Value>>();
    this.#blocks.set(key, block);
    if (value === undefined) block.delete(n);
    else block.set(n, { value });
    this.#changed.add(key);
  }

  /** What was changed, as it is to be written; one without entities is to go. */
  changed(): readonly BlockRow[] {
    return [...this.#changed].map((key) => {
      const block = [...(this.#blocks.get(key) ?? [])].sort(([a], [b]) => a - b);
      return { key, entities: block.map(([n]) => n), texts: block.map(([, part]) => this.#textOf(part)) };
    });
  }

  /** Writes what was changed; that it is written, the transaction tells. */
  flush(store: BlockStore): void {
    const rows = this.changed();
    putAll<"dayBlocks">(
      store as never,
      rows.filter(({ entities }) => entities.length > 0),
    );
    deleteAll(
      store as never,
      rows.flatMap(({ key, entities }) => (entities.length > 0 ? [] : [key])),
    );
    this.#changed.clear();
  }

  #textOf({ text, value }: Part<Value>): string {
    return text ?? (value === undefined ? "" : this.form.pack(value));
  }
}
