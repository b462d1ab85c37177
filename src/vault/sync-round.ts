import type { SyncState } from "./cloud-plan";
import { compact } from "./compact";
import { ledgerPeer, type Merged, type PeerWork } from "./ledger-peer";
import type { ObjectStore } from "./object-store";
import { segmentOf, syncOnce } from "./sync";

/** One round of this machine with the others, and what the user may know of it. Rejects as {@link syncOnce}. */
export async function syncRound(
  work: Omit<PeerWork, "onMerged">,
  store: ObjectStore,
  before: SyncState | null,
): Promise<SyncState> {
  let merged: Merged = before?.merged ?? { snapshots: 0, readings: 0, notes: 0 };
  const onMerged = (more: Merged): void => {
    merged = {
      snapshots: merged.snapshots + more.snapshots,
      readings: merged.readings + more.readings,
      notes: merged.notes + more.notes,
    };
  };
  const peer = await ledgerPeer({ ...work, onMerged });
  const { written, taken, left, others } = await syncOnce(peer, store, work.now());
  await compact(peer, store, work.now());
  const here = (await peer.marks()).taken;
  const devices = new Map<string, { at: number; segments: number }>();
  for (const name of others) {
    const segment = segmentOf(name);
    if (segment === null) continue;
    const known = devices.get(segment.device) ?? { at: 0, segments: 0 };
    devices.set(segment.device, {
      at: Math.max(known.at, segment.at),
      segments: known.segments + (here.has(name) ? 1 : 0),
    });
  }
  return {
    at: work.now(),
    written,
    taken,
    left,
    devices: [...devices].map(([device, each]) => ({ device, ...each })),
    merged,
  };
}
