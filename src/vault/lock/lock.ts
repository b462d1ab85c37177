import type { Connection } from "../../ledger/connection";
import { inTurn } from "../../ledger/in-turn";
import { dropUpload } from "../backup";
import type { Bytes } from "../bytes";
import { PASSPHRASE_MIN } from "../keyring";
import { forgetSecrets } from "../secrets";
import type { VaultStore } from "../vault-store";
import type { lockChange } from "./lock-change";
import { makeLock, masterOf, wrapped } from "./lock-keys";
import { type LockRecord, lockOf, putLock, waitAfter, waitLeft } from "./lock-record";
import type { LockSession } from "./lock-session";
import type { LockView, Refused } from "./lock-view";
import type { waitingRoom } from "./waiting-room";

interface LockWork {
  readonly connection: Connection;
  readonly vault: VaultStore;
  readonly session: LockSession;
  readonly change: ReturnType<typeof lockChange>;
  readonly room: ReturnType<typeof waitingRoom>;
  now(): number;
}

export type Lock = ReturnType<typeof createLock>;

/**
 * What the user does with the lock. One passphrase is tried at a time, and counted before it is tried, so that stopping the
 * worker gives no free tries.
 */
export function createLock({ connection, vault, session, change, room, now }: LockWork) {
  const queue = inTurn();

  const view = async (refused: Refused | null = null): Promise<LockView> => {
    const record = await lockOf(vault);
    if (record === null) return { state: "none", minutes: 0, waiting: 0, part: null, refused, waitMs: 0 };
    const isOpen = (await session.master(record.id)) !== null;
    const state = !isOpen ? "locked" : record.state === "on" ? "open" : record.state;
    return {
      state,
      minutes: record.minutes,
      waiting: await room.count(),
      part: isOpen && record.state !== "on" ? change.part() : null,
      refused,
      waitMs: waitLeft(record, now()),
    };
  };

  const tried = async (record: LockRecord, passphrase: string): Promise<Bytes | Refused> => {
    if (waitLeft(record, now()) > 0) return "wait";
    const wrong = record.wrong + 1;
    await putLock(vault, { ...record, wrong, notBefore: now() + waitAfter(wrong) });
    const master = await masterOf(record, passphrase);
    if (master !== null) await putLock(vault, { ...record, wrong: 0, notBefore: 0 });
    return master ?? "wrong";
  };

  const withPassphrase = (
    passphrase: string,
    act: (record: LockRecord, master: Bytes) => Promise<void>,
  ): Promise<LockView> =>
    queue(async () => {
      const record = await lockOf(vault);
      if (record === null) return view();
      const master = await tried(record, passphrase);
      if (typeof master === "string") return view(master);
      await act({ ...record, wrong: 0, notBefore: 0 }, master);
      return view();
    });

  /** What cannot be sealed, or must not lie open, is to be typed in again. */
  const forgetBucket = async (): Promise<void> => {
    await dropUpload(vault);
    await forgetSecrets(vault);
  };

  const close = async (): Promise<void> => {
    const record = await lockOf(vault);
    if (record?.state !== "on") return;
    await session.close();
    await change.anew();
  };

  return {
    view: () => view(),
    isLocked: async (): Promise<boolean> => (await connection.open()).lock === "locked",

    /** `minutes`: see {@link LockRecord}. The rows are sealed after this, by `change.resume`. */
    turnOn: (passphrase: string, minutes: number): Promise<LockView> =>
      queue(async () => {
        if (passphrase.length < PASSPHRASE_MIN) return view("short");
        if ((await lockOf(vault)) !== null) return view();
        const { record, master } = await makeLock(passphrase, minutes);
        await forgetBucket();
        await session.open(record.id, master, now());
        await change.turn(record).catch(async (error) => {
          await session.close();
          throw error;
        });
        return view();
      }),

    unlock: (passphrase: string): Promise<LockView> =>
      withPassphrase(passphrase, async ({ id, state }, master) => {
        await session.open(id, master, now());
        if (state === "on") await change.anew();
      }),

    lock: (): Promise<LockView> =>
      queue(async () => {
        await close();
        return view();
      }),

    /** The rows are opened after this, by `change.resume`. Only where it is unlocked. */
    turnOff: (passphrase: string): Promise<LockView> =>
      withPassphrase(passphrase, async (record) => {
        if ((await connection.open()).lock !== "open") return;
        await forgetBucket();
        await change.turn({ ...record, state: "unsealing" });
      }),

    changePassphrase: async (passphrase: string, next: string): Promise<LockView> =>
      next.length < PASSPHRASE_MIN
        ? view("short")
        : withPassphrase(passphrase, async (record, master) =>
            putLock(vault, { ...record, ...(await wrapped(master, next)) }),
          ),

    setMinutes: (minutes: number): Promise<LockView> =>
      queue(async () => {
        const record = await lockOf(vault);
        if (record && (await session.master(record.id))) await putLock(vault, { ...record, minutes });
        return view();
      }),

    touch: (): Promise<void> => session.touch(now()),

    /** Locks where nobody has used it for as long as the user wants; answers when to look again (ms), null for never. */
    lookAtClock: (): Promise<number | null> =>
      queue(async () => {
        const record = await lockOf(vault);
        if (record === null || (await session.master(record.id)) === null) return null;
        if (record.state !== "on") return now() + AGAIN_MS;
        if (record.minutes === 0) return null;
        const until = Math.min(await session.touchedAt(), now()) + record.minutes * 60_000;
        if (until > now()) return until;
        await close();
        return null;
      }),
  };
}

/** A worker that is stopped while rows are changed is woken after so long to go on. */
const AGAIN_MS = 60_000;
