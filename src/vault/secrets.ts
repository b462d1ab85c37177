import type { CosKeys } from "./cos-address";
import { freshKdf, type Kdf, Keyring, passphraseKey } from "./keyring";
import type { VaultStore } from "./vault-store";

/**
 * What this machine must know to back up while nobody is there. The passphrase is kept only as a key that cannot be read
 * back, the bucket's keys encrypted with another such key. Both can be used by this extension's code and by nothing else,
 * and neither leaves the machine. In a store with a lock the lock seals them, which is more: such a key is nothing that it
 * could seal, and lies plain on the disk.
 */
const PASSPHRASE = "passphrase";
const LOCK = "keys-lock";
const KEYS = "keys";

interface SealedKeys {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** As they are put in a store with a lock. */
interface OpenKeys {
  readonly keys: CosKeys;
}
interface OpenPassphrase {
  readonly passphrase: string;
  readonly kdf: Kdf;
}

export async function keepPassphrase(store: VaultStore, passphrase: string): Promise<void> {
  if (await store.isSealed()) return store.put(PASSPHRASE, { passphrase, kdf: freshKdf() } satisfies OpenPassphrase);
  await store.put(PASSPHRASE, { key: await passphraseKey(passphrase), kdf: freshKdf() });
}

/** Null where none is kept. */
export async function keptRing(store: VaultStore): Promise<Keyring | null> {
  const kept = (await store.get(PASSPHRASE)) as { key: CryptoKey; kdf: Kdf } | OpenPassphrase | undefined;
  if (kept === undefined) return null;
  return "key" in kept ? new Keyring(kept.key, kept.kdf) : Keyring.of(kept.passphrase, kept.kdf);
}

export async function keepKeys(store: VaultStore, keys: CosKeys): Promise<void> {
  if (await store.isSealed()) return store.put(KEYS, { keys } satisfies OpenKeys);
  const known = (await store.get(LOCK)) as CryptoKey | undefined;
  const lock =
    known ?? (await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]));
  if (known === undefined) await store.put(LOCK, lock);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv },
    lock,
    new TextEncoder().encode(JSON.stringify(keys)),
  );
  await store.put(KEYS, { iv, sealed } satisfies SealedKeys);
}

/** Null where none are kept. */
export async function keptKeys(store: VaultStore): Promise<CosKeys | null> {
  const [lock, kept] = [
    (await store.get(LOCK)) as CryptoKey | undefined,
    (await store.get(KEYS)) as SealedKeys | OpenKeys | undefined,
  ];
  if (kept !== undefined && "keys" in kept) return kept.keys;
  if (lock === undefined || kept === undefined) return null;
  const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, lock, kept.sealed);
  return JSON.parse(new TextDecoder().decode(opened)) as CosKeys;
}

export async function forgetSecrets(store: VaultStore): Promise<void> {
  for (const name of [PASSPHRASE, LOCK, KEYS]) await store.delete(name);
}
