import type { Observation } from "../console/observation";
import type { Capture, KeepTx } from "./keep";
import type { SightingRow } from "./records";
import type { Resolved } from "./resolve";

/** How many looks the log holds; the oldest go. */
export const SIGHTINGS_KEPT = 2_000;

export async function addSighting(
  tx: KeepTx,
  observation: Observation,
  resolved: Resolved | null,
  capture: Capture,
  snapshot: string | null,
): Promise<void> {
  const sighting: Omit<SightingRow, "seq"> = {
    at: capture.at,
    page: observation.page,
    state: observation.state,
    url: observation.url,
    account: observation.account?.name ?? null,
    period: resolved?.period ?? null,
    snapshot,
    readings: resolved?.readings.length ?? 0,
    unknownLabels: observation.unknownLabels,
    failed: observation.failed,
    ...(capture.tab === null ? {} : { tab: capture.tab }),
  };
  const store = tx.objectStore("sightings");
  const seq = await store.add(sighting as SightingRow);
  if (seq > SIGHTINGS_KEPT) await store.delete(IDBKeyRange.upperBound(seq - SIGHTINGS_KEPT));
}
