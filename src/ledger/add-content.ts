import { addUp, type Unnumbered } from "./add-up";
import type { KeepTx } from "./keep";
import type { SnapshotRow } from "./records";

/** Adds a content that is not there yet: its snapshot, its readings, and these to the aggregates. Answers its number. */
export async function addContent(
  tx: KeepTx,
  snapshot: Omit<SnapshotRow, "n">,
  unnumbered: Unnumbered,
  day: number,
): Promise<number> {
  const number = tx.objectStore("snapshots").add(snapshot as SnapshotRow);
  const addReadings = async (): Promise<unknown> => tx.objectStore("readings").add({ n: await number, ...unnumbered });
  await Promise.all([addReadings(), addUp(tx, unnumbered, number, day, snapshot.lastSeen)]);
  return number;
}
