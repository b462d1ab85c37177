import type { CosBucket } from "./cos-address";
import type { StoreErrorCode } from "./object-store";
import type { VaultStore } from "./vault-store";

/** What the user wants of this machine's bucket. Kept in the vault: it is never in an archive. */
export interface CloudPlan extends CosBucket {
  readonly every: Every;
  /** Shanghai hour, 0 to 23, of a backup by day or week. */
  readonly hour: number;
  /** Whether this machine shares segments with others over the bucket. */
  readonly sync: boolean;
}
export type Every = "off" | "day" | "week";
export const EVERY = ["day", "week", "off"] as const satisfies readonly Every[];

/** Why the last round failed; views have a sentence for each, with what to do. */
export type CloudFailureCode =
  | StoreErrorCode
  /** The browser's permission for the bucket's host is not there, or no more. */
  | "no_permission"
  /** Keys or passphrase are not there. */
  | "no_keys"
  /** This machine's store did not take it: full, or written by a newer version. */
  | "store";

export type CloudAct = "backup" | "sync";

export interface CloudFailure {
  readonly act: CloudAct;
  readonly code: CloudFailureCode;
  /** What the bucket or the browser said. */
  readonly detail: string;
  readonly at: number;
  /** Failures in a row. */
  readonly tries: number;
}

/** How it went so far. Instants are ms. */
export interface CloudState {
  readonly backup: { readonly at: number; readonly key: string; readonly bytes: number } | null;
  readonly sync: SyncState | null;
  readonly failures: readonly CloudFailure[];
  /** When it is tried next; null when nothing is planned. */
  readonly next: number | null;
}

export interface SyncState {
  readonly at: number;
  /** Segments of the last round. */
  readonly written: number;
  readonly taken: number;
  /** Segments that could not be taken, with why. */
  readonly left: readonly (readonly [name: string, why: string])[];
  /** The other machines, when each one's last segment was written (ms), and how many of its segments are here. */
  readonly devices: readonly { readonly device: string; readonly at: number; readonly segments: number }[];
  /** Merged from others, ever. */
  readonly merged: { readonly snapshots: number; readonly readings: number; readonly notes: number };
}

export const NO_STATE: CloudState = { backup: null, sync: null, failures: [], next: null };
const [PLAN, STATE] = ["cloud-plan", "cloud-state"] as const;

export const planOf = async (vault: VaultStore): Promise<CloudPlan | null> =>
  ((await vault.get(PLAN)) as CloudPlan | undefined) ?? null;
export const putPlan = (vault: VaultStore, plan: CloudPlan): Promise<void> => vault.put(PLAN, plan);
export const dropPlan = async (vault: VaultStore): Promise<void> => {
  for (const name of [PLAN, STATE]) await vault.delete(name);
};
export const stateOf = async (vault: VaultStore): Promise<CloudState> => ({
  ...NO_STATE,
  ...((await vault.get(STATE)) as Partial<CloudState> | undefined),
});
export const putState = (vault: VaultStore, state: CloudState): Promise<void> => vault.put(STATE, state);
