import type { Connection } from "../../ledger/connection";
import { alone } from "../../ledger/presence";
import { STORES } from "../../ledger/records";
import { convert } from "../../ledger/sealing/convert";
import { LOCK } from "../../ledger/sealing/rules";
import type { VaultStore } from "../vault-store";
import { openLetters } from "./inbox";
import { inboxKey, rowKeys } from "./lock-keys";
import { type LockRecord, lockOf } from "./lock-record";
import type { LockSession } from "./lock-session";

interface ChangeWork {
  readonly connection: Connection;
  readonly vault: VaultStore;
  readonly session: LockSession;
  /** Every page begins anew. */
  turned(): void;
  /** How much of the rows is sealed or opened, 0 to 1. */
  onPart(part: number): void;
}

/**
 * Turning a lock on or off. First its record says so, written while nobody has the store open; from then on nobody reads or
 * writes rows, and what is seen waits. Then the rows are changed one batch at a time; a worker that is stopped in it goes on
 * with the next. When all are, the record says that too.
 */
export function lockChange(at: ChangeWork) {
  const { connection, vault, session } = at;
  let running: Promise<void> | null = null;
  let part = 0;
  let stop = new AbortController();

  const anew = async (): Promise<void> => {
    await connection.close();
    at.turned();
  };

  const change = async (): Promise<void> => {
    const record = await lockOf(vault);
    const master = record && (await session.master(record.id));
    if (record === null || record.state === "on" || master === null) return;
    const bare = await connection.bare();
    const onPart = (done: number): void => {
      part = done;
      at.onPart(done);
    };
    const options = { onPart, signal: stop.signal };
    try {
      if (record.state === "sealing") {
        await convert(bare, await rowKeys(master), "sealed", options);
        await bare.put("vault", { ...(await lockOf(vault)), state: "on" }, LOCK);
      } else {
        await convert(bare, await rowKeys(master), "open", options);
        const key = await inboxKey(record, master);
        while (!(await openLetters(bare, key, (store) => void store.delete(LOCK))));
        await session.close();
      }
    } finally {
      bare.close();
    }
    await anew();
  };

  return {
    anew,

    /** Rejects with `blocked` when a page does not let go of the store; then nothing was changed. */
    async turn(record: LockRecord): Promise<void> {
      await connection.close();
      // Asked for before the pages hear of it: whoever opens the store from then on waits behind this.
      const turned = alone(connection.name, async () => {
        const bare = await connection.bare();
        try {
          // Over all stores, so that it comes after every write that is on its way.
          const tx = bare.transaction([...STORES], "readwrite", { durability: "strict" });
          await tx.objectStore("vault").put(record, LOCK);
          await tx.done;
        } finally {
          bare.close();
        }
      });
      at.turned();
      await turned;
      await anew();
    },

    /** How much of the rows is changed, 0 to 1. */
    part: (): number => part,

    /** Goes on with changing rows, where that is to be done and the passphrase was given. */
    resume(): Promise<void> {
      running ??= change().finally(() => {
        running = null;
      });
      return running;
    },

    /** Before everything is deleted: no row may come back after it. */
    async stop(): Promise<void> {
      stop.abort();
      await running?.catch(() => {});
      stop = new AbortController();
    },
  };
}
