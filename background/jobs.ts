import type { Badge } from "../src/browser/worker";
import type { Connection } from "../src/ledger/connection";
import type { Ledger } from "../src/ledger/ledger";
import type { LedgerWriter } from "../src/ledger/writer";
import { acceptsNote } from "../src/messaging/accepts-note";
import type { Changed, Notice } from "../src/messaging/protocol";
import { cosOrigin } from "../src/vault/cos-address";
import type { LockSession } from "../src/vault/lock/lock-session";
import { syncRound } from "../src/vault/sync-round";
import { vaultStore } from "../src/vault/vault-store";
import { ALERTS_JOB, createAlertsJob } from "./alerts-job";
import { CLOUD_JOB, createCloudJob } from "./cloud-job";
import type { DraftDesk } from "./draft-desk";
import { createLockDesk, LOCK_JOB } from "./lock-desk";
import type { WordSource } from "./notice-words";
import { createReminder, REMINDER } from "./rival-reminder";
import { createSchedule } from "./schedule";
import { createSpaceJob, SPACE_JOB } from "./space-job";
import { takenIn } from "./taken-in";

export interface JobWork extends WordSource {
  readonly connection: Connection;
  readonly ledger: Ledger;
  readonly writer: LedgerWriter;
  readonly session: LockSession;
  readonly desk: DraftDesk;
  now(): number;
  announce(changed: Changed): void;
  tellTabs(notice: Notice): Promise<void>;
  setBadge(tab: number, badge: Badge): Promise<void>;
  notify(id: string, title: string, message: string): Promise<boolean>;
  setAlarm(name: string, when: number, everyMinutes?: number): Promise<void>;
  clearAlarm(name: string): Promise<void>;
  nextAlarm(name: string): Promise<number | null>;
  mayReach(origin: string): Promise<boolean>;
  openOptions(section: string): void;
  report(error: unknown): void;
}

/** Everything that is woken by alarms, and the lock, which decides whether it may work. */
export function createJobs(at: JobWork) {
  const { connection, ledger, writer, desk, now } = at;
  const vault = vaultStore(connection);
  const cloud = createCloudJob({
    ...at,
    vault,
    mayReach: (plan) => at.mayReach(cosOrigin(plan)),
    round: {
      connection,
      sync: (ring, store, before) => syncRound({ connection, vault, ring, accepts: acceptsNote, now }, store, before),
    },
    merged: () => takenIn({ ...at, arm: schedule.arm }),
  });
  const lock = createLockDesk({
    ...at,
    vault,
    async turned() {
      desk.reload();
      // Pages send their drafts again once they may be checked; until then a badge says nothing of them.
      if (await lock.isLocked()) await Promise.all((await ledger.draftTabs()).map((tab) => at.setBadge(tab, null)));
      else await at.tellTabs({ notice: "permit" });
      await schedule.arm();
    },
    async taken() {
      await writer.bindRivals(now());
      at.announce({ what: "captures" });
      at.announce({ what: "notes" });
    },
  });
  const schedule = createSchedule(
    {
      [ALERTS_JOB]: createAlertsJob({ ...at, vault }),
      [REMINDER]: createReminder(at),
      [CLOUD_JOB]: cloud,
      [SPACE_JOB]: createSpaceJob({ ...at, vault }),
      [LOCK_JOB]: lock.job,
    },
    { openOptions: at.openOptions, isLocked: lock.isLocked, report: at.report },
  );
  return { schedule, cloud, lock };
}
