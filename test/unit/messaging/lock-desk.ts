import { createLockDesk } from "../../../background/lock-desk";
import { lockSession, unsealBy } from "../../../src/vault/lock/lock-session";
import { vaultStore } from "../../../src/vault/vault-store";
import { freshLedger } from "../ledger/sample";

/** A ledger with a lock that can be turned on; what the browser would remember until it closes is in `memory`. */
export function lockable(now: () => number = Date.now) {
  const memory = new Map<string, unknown>();
  const session = lockSession({
    get: async (name) => memory.get(name),
    put: async (name, value) => void memory.set(name, value),
    drop: async (name) => void memory.delete(name),
  });
  const store = freshLedger(unsealBy(session));
  const lock = createLockDesk({
    ...store,
    vault: vaultStore(store.connection),
    session,
    now,
    announce: () => {},
    setAlarm: async () => {},
    clearAlarm: async () => {},
    report: (error) => {
      throw error;
    },
    turned: async () => {},
    taken: async () => {},
  });
  return { store, lock, memory, session };
}
