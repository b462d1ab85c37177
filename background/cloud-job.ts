import { inTurn } from "../src/ledger/in-turn";
import type { Changed } from "../src/messaging/protocol";
import type { CloudAct, CloudPlan, CloudState } from "../src/vault/cloud-plan";
import { planOf, stateOf } from "../src/vault/cloud-plan";
import { type CloudWork, runRound } from "../src/vault/cloud-round";
import { nextDue } from "../src/vault/cloud-times";
import type { VaultStore } from "../src/vault/vault-store";
import type { Job } from "./schedule";

export const CLOUD_JOB = "cloud";
/** A worker that is stopped in a round is woken after so long to go on with it. */
const AGAIN_MS = 6 * 60_000;

export interface CloudSurroundings {
  readonly vault: VaultStore;
  now(): number;
  mayReach(plan: CloudPlan): Promise<boolean>;
  setAlarm(name: string, when: number): Promise<void>;
  clearAlarm(name: string): Promise<void>;
  announce(changed: Changed): void;
  /** What a round does, but for what this job adds. */
  readonly round: Pick<CloudWork, "connection" | "sync" | "fetch" | "againMs">;
  /** Notes and settings came from other machines. */
  merged(): Promise<void>;
}

/** Backups and sync with the user's bucket: one round at a time, by alarm or when the user asks. */
export function createCloudJob(at: CloudSurroundings) {
  const queue = inTurn();
  let halt = new AbortController();

  const arm = async (): Promise<void> => {
    const plan = await planOf(at.vault);
    const next = plan && nextDue(plan, await stateOf(at.vault), at.now());
    if (next === null) await at.clearAlarm(CLOUD_JOB);
    else await at.setAlarm(CLOUD_JOB, next);
  };

  const round = async (asked: CloudAct | null): Promise<CloudState | null> => {
    if ((await planOf(at.vault)) === null) return null;
    await at.setAlarm(CLOUD_JOB, at.now() + AGAIN_MS);
    const before = (await stateOf(at.vault)).sync;
    halt = new AbortController();
    const state = await runRound(
      {
        ...at.round,
        signal: halt.signal,
        vault: at.vault,
        now: at.now,
        mayReach: at.mayReach,
        onProgress: (_act, part) => at.announce({ what: "cloud", part }),
      },
      asked,
    ).finally(arm);
    at.announce({ what: "cloud" });
    if (state?.sync && state.sync.at !== before?.at && state.sync.taken > 0) await at.merged();
    return state;
  };

  return {
    section: "cloud",
    run: async () => void (await queue(() => round(null))),
    now: (act: CloudAct) => queue(() => round(act)),
    /** Does something while no round is under way: what one still has to write would come after it. */
    alone<T>(work: () => Promise<T>): Promise<T> {
      halt.abort();
      return queue(work);
    },
    arm,
  } satisfies Job & { now(act: CloudAct): Promise<CloudState | null>; alone<T>(work: () => Promise<T>): Promise<T> };
}
export type CloudJob = ReturnType<typeof createCloudJob>;
