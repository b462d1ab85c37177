import type { ObjectStore, StoredObject } from "./object-store";
import { type Peer, SEGMENTS, segmentOf } from "./sync";

/**
 * A machine that shares every hour writes thousands of segments a year, and all are named in every round of every machine. So each
 * makes one of its own old, small ones. The new one holds all that they held, and they go only once the bucket names it: a machine
 * that was away takes it instead of them, one that had them takes it once more, which adds nothing.
 */
export interface CompactOptions {
  /** So many must have gathered. */
  readonly many: number;
  /** Those of the last days stay, so that machines that are up to date take each change once. Ms. */
  readonly olderThan: number;
}
const USUAL: CompactOptions = { many: 48, olderThan: 2 * 86_400_000 };
/** One that is larger is no small one; and what is made of them is at most so large. */
const SMALL_BYTES = 1_048_576;
const LARGEST_BYTES = 4_194_304;

/** Answers how many segments became one; 0 where nothing was to be done. Rejects with {@link StoreError}. */
export async function compact(
  peer: Peer,
  store: ObjectStore,
  now: number,
  { many, olderThan }: CompactOptions = USUAL,
): Promise<number> {
  const prefix = `${SEGMENTS}${peer.device}/`;
  const own = new Map((await store.list(prefix)).map((each) => [each.key, each]));
  const old = [...own.values()]
    .filter(({ key, size }) => size < SMALL_BYTES && (segmentOf(key)?.at ?? now) < now - olderThan)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const chosen = upTo(LARGEST_BYTES, old);
  if (chosen.length < many) return 0;
  const blobs: Blob[] = [];
  for (const { key } of chosen) {
    const blob = await store.get(key);
    // One that is not there now is there another day.
    if (blob === null) return 0;
    blobs.push(blob);
  }
  const bytes = await peer.merge(blobs);
  if (bytes === null) return 0;
  const number = /\d+/.exec((chosen.at(-1) as StoredObject).key.slice(prefix.length))?.[0] ?? "0";
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(":", "-");
  const key = `${prefix}${number}-${stamp}-${crypto.randomUUID().slice(0, 8)}`;
  await store.put(key, bytes);
  const isThere = (await store.list(prefix)).some((each) => each.key === key && each.size === bytes.length);
  if (!isThere) return 0;
  for (const each of chosen) await store.remove(each.key);
  return chosen.length;
}

function upTo(most: number, objects: readonly StoredObject[]): readonly StoredObject[] {
  let left = most;
  const end = objects.findIndex(({ size }) => {
    left -= size;
    return left < 0;
  });
  return end < 0 ? objects : objects.slice(0, end);
}
