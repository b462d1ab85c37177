import type { Connection } from "../ledger/connection";
import { DEVICE_KEY } from "../ledger/note-store";

/** This machine's own keys, marks and progress, by name. Nothing of it is ever in an archive, a segment or a log. */
export interface VaultStore {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
  delete(name: string): Promise<void>;
  /** This machine's name among a user's machines. */
  device(): Promise<string>;
  /** Whether the store has a lock, and what is put here is sealed by it. */
  isSealed(): Promise<boolean>;
}

export function vaultStore(connection: Connection): VaultStore {
  const db = () => connection.writable();
  return {
    get: async (name) => (await connection.open()).db.get("vault", name),
    put: async (name, value) => void (await (await db()).put("vault", value, name)),
    delete: async (name) => (await db()).delete("vault", name),
    isSealed: async () => (await connection.open()).lock !== "none",
    device: async () => {
      const tx = (await db()).transaction("vault", "readwrite");
      const known = await tx.store.get(DEVICE_KEY);
      const device = typeof known === "string" ? known : crypto.randomUUID();
      if (known === undefined) await tx.store.put(device, DEVICE_KEY);
      await tx.done;
      return device;
    },
  };
}
