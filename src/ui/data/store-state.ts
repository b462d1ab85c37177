import { FULL } from "../../ledger/full";
import type { Ledger } from "../../ledger/ledger";
import type { CloudFailure, CloudState } from "../../vault/cloud-plan";

/** What the user must know of the store itself, on whatever view. */
export interface StoreState {
  /** Written by a newer version: it is shown, and nothing is written. */
  readonly newer: boolean;
  /** The last thing that was seen could not be kept: the disk is full. */
  readonly full: boolean;
  /** What failed with the bucket, and when it is tried next (ms). */
  readonly failure: CloudFailure | null;
  readonly next: number | null;
}

export async function storeState(ledger: Ledger): Promise<StoreState> {
  const [newer, cloud, full] = await Promise.all([
    ledger.isNewer(),
    ledger.vaultEntry("cloud-state") as Promise<CloudState | undefined>,
    ledger.vaultEntry(FULL),
  ]);
  return { newer, full: full !== undefined, failure: cloud?.failures[0] ?? null, next: cloud?.next ?? null };
}
