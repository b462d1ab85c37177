import { Connection } from "../../../src/ledger/connection";
import { openLedger } from "../../../src/ledger/ledger";
import { STORES } from "../../../src/ledger/records";
import { createWriter } from "../../../src/ledger/writer";
import { createLock } from "../../../src/vault/lock/lock";
import { lockChange } from "../../../src/vault/lock/lock-change";
import { lockSession, unsealBy } from "../../../src/vault/lock/lock-session";
import { waitingRoom } from "../../../src/vault/lock/waiting-room";
import { vaultStore } from "../../../src/vault/vault-store";

export type Memory = Map<string, unknown>;

/** A worker on a store, and what the browser remembers until it closes. */
export function worker(name: string, memory: Memory = new Map(), clock = { now: 1_795_600_000_000 }) {
  const session = lockSession({
    get: async (key) => structuredClone(memory.get(key)),
    put: async (key, value) => void memory.set(key, structuredClone(value)),
    drop: async (key) => void memory.delete(key),
  });
  const connection = new Connection(name, undefined, unsealBy(session));
  const vault = vaultStore(connection);
  const writer = createWriter(connection);
  const turns: string[] = [];
  const parts: number[] = [];
  const change = lockChange({
    connection,
    vault,
    session,
    turned: () => void turns.push("turned"),
    onPart: (part) => void parts.push(part),
  });
  const room = waitingRoom({
    connection,
    vault,
    session,
    keep: (observation, capture) => writer.keep(observation, capture),
    taken: async () => void turns.push("taken"),
  });
  const lock = createLock({ connection, vault, session, change, room, now: () => clock.now });
  const ledger = openLedger(connection);
  /** What follows on whatever is done with the lock. */
  const settle = async (): Promise<void> => {
    await change.resume();
    await room.takeAll();
  };
  return { connection, vault, session, writer, change, room, lock, ledger, settle, memory, clock, turns, parts };
}

/** Everything that lies in the database, as text: keys, values and whatever text is in bytes. */
export async function onDisk(name: string): Promise<string> {
  const connection = new Connection(name);
  const bare = await connection.bare();
  const stores = await Promise.all(STORES.map((store) => Promise.all([bare.getAllKeys(store), bare.getAll(store)])));
  bare.close();
  const bytes = (value: Uint8Array): string => new TextDecoder().decode(value);
  return JSON.stringify(stores, (_, value) =>
    ArrayBuffer.isView(value)
      ? bytes(value as Uint8Array)
      : value instanceof ArrayBuffer
        ? bytes(new Uint8Array(value))
        : value,
  );
}
