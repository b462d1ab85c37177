import type { Connection } from "../src/ledger/connection";
import type { LedgerWriter } from "../src/ledger/writer";
import type { Changed, LockAct } from "../src/messaging/protocol";
import { createLock } from "../src/vault/lock/lock";
import { lockChange } from "../src/vault/lock/lock-change";
import type { LockSession } from "../src/vault/lock/lock-session";
import type { LockView } from "../src/vault/lock/lock-view";
import { waitingRoom } from "../src/vault/lock/waiting-room";
import type { VaultStore } from "../src/vault/vault-store";
import type { Job } from "./schedule";

export const LOCK_JOB = "lock";

interface DeskWork {
  readonly connection: Connection;
  readonly vault: VaultStore;
  readonly session: LockSession;
  readonly writer: LedgerWriter;
  now(): number;
  announce(changed: Changed): void;
  setAlarm(name: string, when: number): Promise<void>;
  clearAlarm(name: string): Promise<void>;
  report(error: unknown): void;
  /** It was locked or unlocked, or a lock was turned on or off. */
  turned(): Promise<void>;
  /** What had waited while it was locked was kept. */
  taken(): Promise<void>;
}

/** The lock as the worker works it: what the user asks, what follows from it, and the clock. */
export function createLockDesk(at: DeskWork) {
  const { connection, vault, session, writer, now } = at;
  const change = lockChange({
    connection,
    vault,
    session,
    turned: () => at.announce({ what: "lock" }),
    onPart: (part) => at.announce({ what: "lock", part }),
  });
  const room = waitingRoom({
    connection,
    vault,
    session,
    keep: (observation, capture) => writer.keep(observation, capture),
    taken: at.taken,
  });
  const lock = createLock({ connection, vault, session, change, room, now });

  const look = async (): Promise<void> => {
    const when = await lock.lookAtClock();
    if (when === null) await at.clearAlarm(LOCK_JOB);
    else await at.setAlarm(LOCK_JOB, when);
  };
  /** What takes its time goes on after the answer; a worker that is stopped in it is woken to go on. */
  const goOn = async (): Promise<void> => {
    await look();
    await change.resume();
    await room.takeAll();
    await look();
  };

  const perform = (asked: LockAct): Promise<LockView> => {
    switch (asked.act) {
      case "on":
        return lock.turnOn(asked.passphrase, asked.minutes);
      case "unlock":
        return lock.unlock(asked.passphrase);
      case "off":
        return lock.turnOff(asked.passphrase);
      case "change":
        return lock.changePassphrase(asked.passphrase, asked.next);
      case "minutes":
        return lock.setMinutes(asked.minutes);
      case "lock":
        return lock.lock();
      default:
        return lock.view();
    }
  };

  const follow = async (before: LockView): Promise<void> => {
    await goOn();
    if ((await lock.view()).state !== before.state) await at.turned();
  };

  return {
    isLocked: lock.isLocked,
    keep: room.keep,
    async handle(asked: LockAct): Promise<LockView> {
      if (asked.act === "touch") await lock.touch();
      if (asked.act === "touch" || asked.act === "state") {
        const view = await lock.view();
        if (view.state === "sealing" || view.state === "unsealing") goOn().catch(at.report);
        return view;
      }
      const before = await lock.view();
      const view = await perform(asked);
      follow(before).catch(at.report);
      return view;
    },
    /** Empties the store, its lock with it. */
    async clear<T>(empty: () => Promise<T>): Promise<T> {
      const isLockable = (await connection.open()).lock !== "none";
      await change.stop();
      const answer = await empty();
      if (isLockable) {
        await session.close();
        await change.anew();
      }
      return answer;
    },
    job: {
      section: "lock",
      whileLocked: true,
      arm: look,
      async run() {
        const before = await lock.view();
        await follow(before);
      },
    } satisfies Job,
  };
}
export type LockDesk = ReturnType<typeof createLockDesk>;
