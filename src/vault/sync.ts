import type { Bytes } from "./bytes";
import type { ObjectStore } from "./object-store";

/**
 * Several machines of a team over one bucket. Each machine writes what it saw and decided into segments that never change
 * once written, and takes in those of the others, each once. Segments may come late, in any order and twice, and what a
 * machine does not see today it sees tomorrow: taking in is a union of facts and a merge of notes, so all machines that
 * have seen all segments hold the same.
 */
export interface Peer {
  readonly device: string;
  /** Names of the segments that were taken in, and how many were written. */
  marks(): Promise<Marks>;
  /** Some of what is new here since the last segment; null when nothing is. `written` is called once the bucket has it. */
  next(): Promise<{ readonly bytes: Bytes; readonly written: () => Promise<void> } | null>;
  /** Takes a segment in, all or nothing, and marks it as taken. A rejection other than {@link Unreadable} stops the round. */
  take(name: string, bytes: Blob): Promise<void>;
  /** Own segments as one, oldest first; null where they cannot be made one. */
  merge(segments: readonly Blob[]): Promise<Bytes | null>;
}

export interface Marks {
  readonly taken: ReadonlySet<string>;
  readonly written: number;
}

/** A segment that this machine cannot take: another passphrase, a newer version, not whole. It is tried again next time. */
export class Unreadable extends Error {}

export interface Synced {
  readonly written: number;
  readonly taken: number;
  /** Names of segments that could not be taken, with why. */
  readonly left: readonly (readonly [name: string, why: string])[];
  /** All segments of others that the bucket named. */
  readonly others: readonly string[];
}

export const SEGMENTS = "channels-companion/segments/";

/** One round: write what is new, take what others wrote. Rejects with {@link StoreError}; what was done until then holds. */
export async function syncOnce(peer: Peer, store: ObjectStore, now: number): Promise<Synced> {
  let written = 0;
  for (let mine = await peer.next(); mine !== null; mine = await peer.next()) {
    // The name is new each time: one that was begun and not heard of again is never overwritten by another content.
    const number = String((await peer.marks()).written + 1).padStart(8, "0");
    const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(":", "-");
    await store.put(`${SEGMENTS}${peer.device}/${number}-${stamp}-${crypto.randomUUID().slice(0, 8)}`, mine.bytes);
    await mine.written();
    written += 1;
  }
  const { taken } = await peer.marks();
  const others = (await store.list(SEGMENTS)).filter(({ key }) => !key.startsWith(`${SEGMENTS}${peer.device}/`));
  const left: [string, string][] = [];
  let count = 0;
  for (const { key } of others) {
    if (taken.has(key)) continue;
    try {
      const bytes = await store.get(key);
      if (bytes === null) continue;
      await peer.take(key, bytes);
      count += 1;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      left.push([key, error.message]);
    }
  }
  return { written, taken: count, left, others: others.map(({ key }) => key) };
}

/** Whose segment it is and when it was written (ms, by the writer's clock); null for a name that is none. */
export function segmentOf(name: string): { readonly device: string; readonly at: number } | null {
  const found = /^([^/]+)\/\d+-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-/.exec(name.slice(SEGMENTS.length));
  if (!found) return null;
  const [, device = "", day, hour, minute, second] = found;
  return { device, at: Date.parse(`${day}T${hour}:${minute}:${second}Z`) };
}
