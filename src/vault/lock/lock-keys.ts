import type { SealKeys } from "../../ledger/sealing/row-seal";
import type { Bytes } from "../bytes";
import { encode } from "../bytes";
import { freshKdf, Keyring } from "../keyring";
import type { Box, LockRecord } from "./lock-record";

const { subtle } = crypto;
const MASTER_BYTES = 32;
/** Of the pair by which what is seen while locked is sealed. */
export const CURVE = { name: "ECDH", namedCurve: "P-256" } as const;

export async function makeLock(passphrase: string, minutes: number): Promise<{ record: LockRecord; master: Bytes }> {
  const master = crypto.getRandomValues(new Uint8Array(MASTER_BYTES));
  const pair = await subtle.generateKey(CURVE, true, ["deriveBits"]);
  const [publicKey, pkcs8] = await Promise.all([
    subtle.exportKey("raw", pair.publicKey),
    subtle.exportKey("pkcs8", pair.privateKey),
  ]);
  const record: LockRecord = {
    id: crypto.randomUUID(),
    state: "sealing",
    ...(await wrapped(master, passphrase)),
    publicKey: new Uint8Array(publicKey),
    privateKey: await shut(await part(master, "inbox"), new Uint8Array(pkcs8)),
    minutes,
    wrong: 0,
    notBefore: 0,
  };
  return { record, master };
}

/** The master key under another passphrase. */
export async function wrapped(master: Bytes, passphrase: string): Promise<Pick<LockRecord, "kdf" | "master">> {
  const kdf = freshKdf();
  return { kdf, master: await shut(await (await Keyring.of(passphrase, kdf)).key(), master) };
}

/** Null for a wrong passphrase. */
export async function masterOf(record: LockRecord, passphrase: string): Promise<Bytes | null> {
  const key = await (await Keyring.of(passphrase, record.kdf)).key();
  return opened(key, record.master).catch(() => null);
}

export async function rowKeys(master: Bytes): Promise<SealKeys> {
  const names = subtle.deriveKey(
    derivation("names"),
    await base(master),
    { name: "HMAC", hash: "SHA-256", length: 256 },
    false,
    ["sign"],
  );
  return { rows: await part(master, "rows"), names: await names };
}

/** The key with which what was seen while locked is read. */
export async function inboxKey(record: LockRecord, master: Bytes): Promise<CryptoKey> {
  const pkcs8 = await opened(await part(master, "inbox"), record.privateKey);
  return subtle.importKey("pkcs8", pkcs8, CURVE, false, ["deriveBits"]);
}

const base = (master: Bytes): Promise<CryptoKey> => subtle.importKey("raw", master, "HKDF", false, ["deriveKey"]);
const derivation = (purpose: string) => ({
  name: "HKDF",
  hash: "SHA-256",
  salt: new Uint8Array(),
  info: encode(purpose),
});

async function part(master: Bytes, purpose: "rows" | "inbox"): Promise<CryptoKey> {
  const algorithm = { name: "AES-GCM", length: 256 };
  return subtle.deriveKey(derivation(purpose), await base(master), algorithm, false, ["encrypt", "decrypt"]);
}

export async function shut(key: CryptoKey, bytes: Bytes): Promise<Box> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, sealed: new Uint8Array(await subtle.encrypt({ name: "AES-GCM", iv }, key, bytes)) };
}

/** Rejects where the key is another, or a byte is not what was written. */
export async function opened(key: CryptoKey, { iv, sealed }: Box): Promise<Bytes> {
  return new Uint8Array(await subtle.decrypt({ name: "AES-GCM", iv }, key, sealed));
}
