import type { Observation } from "../../console/observation";
import type { Connection } from "../../ledger/connection";
import { LedgerError } from "../../ledger/errors";
import type { Capture, Stored } from "../../ledger/keep";
import type { VaultStore } from "../vault-store";
import { letterNames, putLetter, readLetter, sealLetter } from "./inbox";
import { inboxKey } from "./lock-keys";
import { lockOf } from "./lock-record";
import type { LockSession } from "./lock-session";

interface Waiting {
  readonly observation: Observation;
  readonly capture: Capture;
}

interface RoomWork {
  readonly connection: Connection;
  readonly vault: VaultStore;
  readonly session: LockSession;
  keep(observation: Observation, capture: Capture): Promise<Stored>;
  /** What had waited was taken in. */
  taken(): Promise<void>;
}

/** Keeps what is seen; while the store is locked, or older looks still wait, it waits sealed, and is taken in on unlocking. */
export function waitingRoom({ connection, vault, session, keep, taken }: RoomWork) {
  let reading: Promise<void> | null = null;

  const mustWait = async (): Promise<boolean> => {
    const { lock } = await connection.open();
    return lock !== "none" && (lock === "locked" || (await letterNames(connection, 1)).length > 0);
  };

  /** Null where there is no lock any more. */
  const wait = async (waiting: Waiting): Promise<Stored | null> => {
    const record = await lockOf(vault);
    const letter = record && (await sealLetter(record.publicKey, waiting));
    return letter && (await putLetter(connection, record.id, waiting.capture.at, letter)) ? "new" : null;
  };

  /** False where it cannot be read yet. */
  const takeIn = async (name: string): Promise<boolean> => {
    const record = await lockOf(vault);
    const master = record && (await session.master(record.id));
    if (record !== null && master === null) return false;
    const key = record && master && (await inboxKey(record, master));
    const letter = await vault.get(name);
    // One that the right key does not open is damaged, and would stand in the way of all after it.
    const waiting = (await readLetter(key, letter).catch(() => null)) as Waiting | null;
    try {
      if (waiting === null) await vault.delete(name);
      else await keep(waiting.observation, { ...waiting.capture, waited: name });
    } catch (error) {
      // A page would have been told that it is not kept; what there is no room for waits on.
      if (!(error instanceof LedgerError) || error.code !== "unfit") throw error;
      await vault.delete(name);
    }
    return true;
  };

  const takeAll = async (): Promise<void> => {
    let count = 0;
    while ((await connection.open()).lock !== "locked") {
      const [name] = await letterNames(connection, 1);
      if (name === undefined || !(await takeIn(name))) break;
      count += 1;
    }
    if (count > 0) await taken();
  };

  return {
    async keep(observation: Observation, capture: Capture): Promise<Stored> {
      const later = async (): Promise<Stored | null> => ((await mustWait()) ? wait({ observation, capture }) : null);
      const waits = await later();
      if (waits !== null) return waits;
      try {
        return await keep(observation, capture);
      } catch (error) {
        // It was locked between asking and keeping.
        const waitsNow = await later();
        if (waitsNow === null) throw error;
        return waitsNow;
      }
    },

    /** Takes in what waits, oldest first; each goes from here in the transaction that keeps it. */
    takeAll(): Promise<void> {
      reading ??= takeAll().finally(() => {
        reading = null;
      });
      return reading;
    },

    count: async (): Promise<number> => (await letterNames(connection)).length,
  };
}
