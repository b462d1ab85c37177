import { condense } from "../src/ledger/condense";
import type { Connection } from "../src/ledger/connection";
import type { Changed } from "../src/messaging/protocol";
import { detailDay, keptMonths } from "../src/vault/keep-detail";
import type { VaultStore } from "../src/vault/vault-store";
import type { Job } from "./schedule";

export const SPACE_JOB = "space";
const DAY_MINUTES = 24 * 60;
const SOON_MS = 10 * 60_000;

export interface SpaceSurroundings {
  readonly vault: VaultStore;
  readonly connection: Connection;
  now(): number;
  setAlarm(name: string, when: number, everyMinutes: number): Promise<void>;
  clearAlarm(name: string): Promise<void>;
  nextAlarm(name: string): Promise<number | null>;
  announce(changed: Changed): void;
}

/** Once a day, what is older than the user wants to keep in detail is condensed. Off until the user says so. */
export function createSpaceJob(at: SpaceSurroundings): Job {
  return {
    section: "data",
    async arm() {
      if ((await keptMonths(at.vault)) === null) return at.clearAlarm(SPACE_JOB);
      if ((await at.nextAlarm(SPACE_JOB)) === null) await at.setAlarm(SPACE_JOB, at.now() + SOON_MS, DAY_MINUTES);
    },
    async run() {
      const months = await keptMonths(at.vault);
      if (months === null) return;
      const { readings } = await condense(await at.connection.writable(), detailDay(at.now(), months));
      if (readings > 0) at.announce({ what: "captures" });
    },
  };
}
