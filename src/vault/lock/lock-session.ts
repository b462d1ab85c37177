import { fromBase64, toBase64 } from "../../ledger/base64";
import type { Connection, Unseal } from "../../ledger/connection";
import type { Bytes } from "../bytes";
import { rowKeys } from "./lock-keys";
import type { LockRecord } from "./lock-record";

/** Memory that all pages of the extension and the worker share until the browser closes; see src/browser/session.ts. */
export interface SessionMemory {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
  drop(name: string): Promise<void>;
}

/** What is remembered of a lock while it is open. */
export interface LockSession {
  /** Null where the passphrase has not been given. `id`: the lock's. */
  master(id: string): Promise<Bytes | null>;
  open(id: string, master: Bytes, now: number): Promise<void>;
  close(): Promise<void>;
  /** Somebody uses it. */
  touch(now: number): Promise<void>;
  touchedAt(): Promise<number>;
}

const [KEY, TOUCHED] = ["lock-key", "lock-touched"] as const;

export const lockSession = (memory: SessionMemory): LockSession => ({
  master: async (id) => {
    const kept = Object(await memory.get(KEY)) as { readonly id?: string; readonly master?: string };
    return kept.id === id && kept.master ? fromBase64(kept.master) : null;
  },
  open: async (id, master, now) => {
    await memory.put(TOUCHED, now);
    await memory.put(KEY, { id, master: toBase64(master) });
  },
  close: async () => {
    await memory.drop(KEY);
    await memory.drop(TOUCHED);
  },
  touch: (now) => memory.put(TOUCHED, now),
  touchedAt: async () => Number((await memory.get(TOUCHED)) ?? 0),
});

/** For {@link Connection}: the keys of the rows where the lock is open. */
export const unsealBy =
  (session: LockSession): Unseal =>
  async (lock) => {
    const { id, state } = lock as LockRecord;
    const master = state === "on" ? await session.master(id) : null;
    return master && rowKeys(master);
  };
