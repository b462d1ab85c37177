import { mergeNotes, type NoteRow, writeNote } from "../../../src/ledger/notes";
import { type ObjectStore, type StoredObject, StoreError } from "../../../src/vault/object-store";
import type { Peer } from "../../../src/vault/sync";

/** Random numbers that are the same in every run of a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A bucket that loses, delays, doubles and shuffles: as bad as any real one, and worse. */
export class BadBucket implements ObjectStore {
  readonly objects = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Nothing goes wrong from now on. */
  calm = false;
  lost = 0;

  constructor(private readonly random: () => number) {}

  async put(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#fails(0.1)) throw new StoreError("network", "lost on its way");
    this.objects.set(key, bytes);
    // It arrived, and the answer did not.
    if (this.#fails(0.1)) throw new StoreError("timeout", "no answer");
  }
  async get(key: string): Promise<Blob | null> {
    if (this.#fails(0.1)) throw new StoreError("server", "500");
    const bytes = this.objects.get(key);
    return bytes === undefined || this.#fails(0.05) ? null : new Blob([bytes]);
  }
  async list(prefix: string): Promise<readonly StoredObject[]> {
    const seen = [...this.objects].filter(([key]) => key.startsWith(prefix) && !this.#fails(0.2));
    // Some are named twice, all in any order.
    const doubled = seen.flatMap((each) => (this.#fails(0.1) ? [each, each] : [each]));
    const keyed = doubled.map(([key, bytes]) => [this.random(), { key, size: bytes.length }] as const);
    return keyed.sort((a, b) => a[0] - b[0]).map(([, each]) => each);
  }
  async remove(key: string): Promise<void> {
    this.objects.delete(key);
  }
  startParts = () => Promise.reject(new StoreError("refused", "no parts here"));
  putPart = () => Promise.reject(new StoreError("refused", "no parts here"));
  finishParts = () => Promise.reject(new StoreError("refused", "no parts here"));
  listUploads = async () => [];
  dropParts = async () => {};

  #fails(chance: number): boolean {
    const fails = !this.calm && this.random() < chance;
    if (fails) this.lost += 1;
    return fails;
  }
}

/** A machine that keeps facts by hash and notes by the product's own rules; its clock is off by up to a day. */
export class SimulatedDevice implements Peer {
  readonly facts = new Set<string>();
  readonly notes = new Map<string, NoteRow>();
  readonly #fresh = { facts: new Set<string>(), notes: new Set<string>() };
  readonly #taken = new Set<string>();
  #written = 0;

  constructor(
    readonly device: string,
    private readonly skew: number,
  ) {}

  see(fact: string): void {
    if (!this.facts.has(fact)) this.#fresh.facts.add(fact);
    this.facts.add(fact);
  }

  /** `value` null removes the note. */
  decide(id: string, value: number | null, at: number): void {
    const fields = value === null ? null : { value };
    this.notes.set(id, writeNote(this.notes.get(id), { kind: "target", id, fields }, at + this.skew, this.device));
    this.#fresh.notes.add(id);
  }

  marks = async () => ({ taken: this.#taken, written: this.#written });

  async next() {
    const [facts, notes] = [[...this.#fresh.facts], [...this.#fresh.notes]];
    if (facts.length + notes.length === 0) return null;
    const rows = notes.flatMap((id) => this.notes.get(id) ?? []);
    const written = async () => {
      this.#written += 1;
      for (const fact of facts) this.#fresh.facts.delete(fact);
      for (const id of notes) this.#fresh.notes.delete(id);
    };
    return { bytes: new TextEncoder().encode(JSON.stringify({ facts, notes: rows })), written };
  }

  async take(name: string, blob: Blob): Promise<void> {
    const { facts, notes } = JSON.parse(await blob.text()) as { facts: string[]; notes: NoteRow[] };
    for (const fact of facts) this.facts.add(fact);
    for (const row of notes) {
      const own = this.notes.get(row.id);
      this.notes.set(row.id, own ? mergeNotes(own, row) : row);
    }
    this.#taken.add(name);
  }

  async merge(segments: readonly Blob[]) {
    const all = await Promise.all(
      segments.map(async (blob) => JSON.parse(await blob.text()) as { facts: string[]; notes: NoteRow[] }),
    );
    const notes = new Map<string, NoteRow>();
    for (const row of all.flatMap((each) => each.notes)) {
      const before = notes.get(row.id);
      notes.set(row.id, before ? mergeNotes(before, row) : row);
    }
    const facts = [...new Set(all.flatMap((each) => each.facts))];
    return new TextEncoder().encode(JSON.stringify({ facts, notes: [...notes.values()] }));
  }

  state(): unknown {
    const held = [...this.notes].map(([id, { fields }]) => [id, fields] as const);
    return { facts: [...this.facts].sort(), notes: held.sort(([a], [b]) => (a < b ? -1 : 1)) };
  }
}
