import * as z from "zod/mini";
import { fromBase64, toBase64 } from "../ledger/base64";
import { type ByteSource, type Bytes, type Cutter, encode, pieces } from "./bytes";
import { VaultError } from "./errors";
import type { Kdf, Keyring } from "./keyring";

/**
 * How bytes are sealed. A random key of the file, itself sealed with a key made from the passphrase, encrypts pieces of
 * 256 KiB by AES-GCM. A piece's nonce is 7 random bytes of the file, its number (4 bytes) and 1 for the last piece or 0: so
 * none can be moved, left out, doubled or cut off (the STREAM construction, Hoang, Reyhanitabar, Rogaway, Vizár 2015). The
 * header is authenticated with every piece.
 */
export interface Seal {
  readonly kdf: Kdf;
  /** The file's key under the passphrase's, base64. */
  readonly key: { readonly iv: string; readonly sealed: string };
  /** First 7 bytes of every nonce, base64. */
  readonly nonce: string;
}

const PIECE = 262_144;
const TAG = 16;
/** More would be no stronger, only slower: a file that asks for it wants to keep the machine busy. */
const ITERATIONS_MAX = 10_000_000;

const base64 = z.string().check(z.maxLength(200), z.regex(/^[A-Za-z0-9+/]+=*$/));
export const sealSchema: z.ZodMiniType<Seal> = z.strictObject({
  kdf: z.strictObject({
    name: z.literal("PBKDF2"),
    hash: z.literal("SHA-256"),
    iterations: z.int().check(z.gte(1), z.lte(ITERATIONS_MAX)),
    salt: base64,
  }),
  key: z.strictObject({ iv: base64, sealed: base64 }),
  nonce: base64,
});

export interface FileKey {
  readonly seal: Seal;
  readonly key: CryptoKey;
}

export async function freshFileKey(ring: Keyring): Promise<FileKey> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await ring.key(), raw);
  const nonce = crypto.getRandomValues(new Uint8Array(7));
  return {
    seal: {
      kdf: ring.kdf,
      key: { iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) },
      nonce: toBase64(nonce),
    },
    key: await fileKey(raw),
  };
}

/** Throws `wrong_passphrase`. */
export async function openFileKey(seal: Seal, ring: Keyring): Promise<FileKey> {
  try {
    const algorithm = { name: "AES-GCM", iv: fromBase64(seal.key.iv) };
    const raw = await crypto.subtle.decrypt(algorithm, await ring.key(seal.kdf), fromBase64(seal.key.sealed));
    return { seal, key: await fileKey(new Uint8Array(raw)) };
  } catch {
    throw new VaultError("wrong_passphrase", "the passphrase does not open this file");
  }
}

const fileKey = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

/** `header`: bytes that stand before, bound to every piece. */
export async function* sealed(source: ByteSource, { seal, key }: FileKey, header: string): AsyncGenerator<Bytes> {
  const additionalData = encode(header);
  let number = 0;
  for await (const { bytes, isLast } of pieces(source, PIECE)) {
    const iv = nonceOf(seal, number, isLast);
    yield new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, bytes));
    number += 1;
  }
}

/** Throws `damaged` where a byte is not what was written, and `cut` where the last piece is missing. */
export async function* unsealed(source: Cutter, { seal, key }: FileKey, header: string): AsyncGenerator<Bytes> {
  const additionalData = encode(header);
  for (let number = 0; ; number += 1) {
    const bytes = await source.upTo(PIECE + TAG);
    const isLast = await source.isDone();
    const open = async (asLast: boolean) => {
      const algorithm = { name: "AES-GCM", iv: nonceOf(seal, number, asLast), additionalData };
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes));
    };
    const opened = await open(isLast).catch(async () => {
      // It opens as a piece that is not the last one: what came after it is gone.
      const isCut =
        isLast &&
        (await open(false).then(
          () => true,
          () => false,
        ));
      const isShort = bytes.length <= TAG;
      throw new VaultError(isCut || (isLast && isShort) ? "cut" : "damaged", "the file is not what was written");
    });
    yield opened;
    if (isLast) return;
  }
}

function nonceOf({ nonce }: Seal, number: number, isLast: boolean): Bytes {
  const bytes = new Uint8Array(12);
  bytes.set(fromBase64(nonce).subarray(0, 7));
  new DataView(bytes.buffer).setUint32(7, number);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}
