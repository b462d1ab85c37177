import { fromBase64, toBase64 } from "../ledger/base64";

/** How a key was made from a passphrase; stands beside what it sealed, so that it can be raised later. */
export interface Kdf {
  readonly name: "PBKDF2";
  readonly hash: "SHA-256";
  readonly iterations: number;
  /** 16 random bytes, base64. */
  readonly salt: string;
}

/** OWASP's figure for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
export const ITERATIONS = 600_000;
export const PASSPHRASE_MIN = 8;

/** A passphrase as a key that nothing can read back; may be kept in IndexedDB. */
export const passphraseKey = (passphrase: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase.normalize("NFKC")), "PBKDF2", false, [
    "deriveKey",
  ]);

export const freshKdf = (): Kdf => ({
  name: "PBKDF2",
  hash: "SHA-256",
  iterations: ITERATIONS,
  salt: toBase64(crypto.getRandomValues(new Uint8Array(16))),
});

/** Keys of one passphrase, each made once: making one takes a third of a second on purpose. */
export class Keyring {
  readonly #made = new Map<string, Promise<CryptoKey>>();
  /** What this ring seals with. */
  readonly kdf: Kdf;

  constructor(
    private readonly base: CryptoKey,
    kdf: Kdf = freshKdf(),
  ) {
    this.kdf = kdf;
  }

  static async of(passphrase: string, kdf?: Kdf): Promise<Keyring> {
    return new Keyring(await passphraseKey(passphrase), kdf);
  }

  /** AES-GCM-256 over other keys. */
  key(kdf: Kdf = this.kdf): Promise<CryptoKey> {
    const name = `${kdf.iterations} ${kdf.salt}`;
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const { hash, iterations } = kdf;
    const made = crypto.subtle.deriveKey(
      { name: "PBKDF2", hash, iterations, salt: fromBase64(kdf.salt) },
      this.base,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt", "decrypt"],
    );
    this.#made.set(name, made);
    return made;
  }
}
