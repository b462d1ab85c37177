import type { Connection, LedgerDb } from "../../ledger/connection";
import { INBOX, LOCK } from "../../ledger/sealing/rules";
import type { Bytes } from "../bytes";
import { encode } from "../bytes";
import { CURVE, opened, shut } from "./lock-keys";
import type { Box, LockRecord } from "./lock-record";

/**
 * Where what is seen while the store is locked waits: anybody can put in, by the lock's public key, and only who knows the
 * passphrase can read. Each entry has a key of its own, agreed between the public key and a pair that is then forgotten
 * (ECDH on P-256, HKDF-SHA-256, AES-GCM-256).
 */
export interface Letter extends Box {
  readonly from: Bytes;
}
/** One that needs no key any more: the lock was turned off before it was read. */
interface OpenLetter {
  readonly text: string;
}

const { subtle } = crypto;

async function agreed(own: CryptoKey, other: Bytes, salt: Bytes): Promise<CryptoKey> {
  const theirs = await subtle.importKey("raw", other, CURVE, false, []);
  const shared = await subtle.deriveBits({ name: "ECDH", public: theirs }, own, 256);
  const base = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt, info: encode("letter") };
  return subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function sealLetter(publicKey: Bytes, value: unknown): Promise<Letter> {
  const pair = await subtle.generateKey(CURVE, false, ["deriveBits"]);
  const from = new Uint8Array(await subtle.exportKey("raw", pair.publicKey));
  return { from, ...(await shut(await agreed(pair.privateKey, publicKey, from), encode(JSON.stringify(value)))) };
}

/** Rejects where it was not written for this key. `key` may be null for what is open. */
export async function readLetter(key: CryptoKey | null, letter: unknown): Promise<unknown> {
  const { text } = letter as Partial<OpenLetter>;
  if (typeof text === "string") return JSON.parse(text);
  if (key === null) throw new Error("a sealed letter without a key");
  const sealed = letter as Letter;
  const bytes = await opened(await agreed(key, sealed.from, sealed.from), sealed);
  return JSON.parse(new TextDecoder().decode(bytes));
}

const ALL = (): IDBKeyRange => IDBKeyRange.bound(INBOX, `${INBOX}\uffff`);

/** Names in the order of putting in. */
export const letterNames = async (connection: Connection, count?: number): Promise<readonly string[]> =>
  (await connection.open()).db.getAllKeys("vault", ALL(), count);

/** False, and nothing put in, when the lock of that id is gone: nobody could read it. */
export async function putLetter(connection: Connection, lock: string, at: number, letter: Letter): Promise<boolean> {
  const { db } = await connection.open();
  const tx = db.transaction("vault", "readwrite", { durability: "strict" });
  const isThere = ((await tx.store.get(LOCK)) as LockRecord | undefined)?.id === lock;
  if (!isThere) return false;
  // The clock may stand still or be set back: a later one must never be read before an earlier one.
  const last = (await tx.store.openKeyCursor(ALL(), "prev"))?.key;
  const before = last === undefined ? 0 : Number(last.slice(INBOX.length));
  await tx.store.add(letter, nameOf(Math.max(at, before + 1)));
  await tx.done;
  return true;
}
const nameOf = (at: number): string => INBOX + String(at).padStart(15, "0");

/** Leaves every letter open, in one transaction with `also`. False, and nothing done, when one came meanwhile. */
export async function openLetters(
  bare: LedgerDb,
  key: CryptoKey,
  also: (vault: IDBObjectStoreLike) => void,
): Promise<boolean> {
  const reading = bare.transaction("vault").store;
  const [names, letters] = await Promise.all([reading.getAllKeys(ALL()), reading.getAll(ALL())]);
  const texts = await Promise.all(letters.map(async (letter) => JSON.stringify(await readLetter(key, letter))));
  const tx = bare.transaction("vault", "readwrite", { durability: "strict" });
  const isSame = (await tx.store.count(ALL())) === names.length;
  if (isSame) {
    names.forEach((name, at) => void tx.store.put({ text: texts[at] ?? "" } satisfies OpenLetter, name));
    also(tx.store);
  }
  await tx.done;
  return isSame;
}
interface IDBObjectStoreLike {
  delete(name: string): Promise<void>;
}
