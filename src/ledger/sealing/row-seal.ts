import { toBase64 } from "../base64";
import { LedgerError } from "../errors";
import { STORES } from "../records";
import { fromText, toText } from "./codec";
import { isOpen, OPEN_NOTES, RULES, type StoreName } from "./rules";

/** The keys of an unlocked store. */
export interface SealKeys {
  /** AES-GCM-256, over rows. */
  readonly rows: CryptoKey;
  /** HMAC-SHA-256, for what rows are looked up by. */
  readonly names: CryptoKey;
}

/** Where the sealed rest of a row stands. */
const SEALED = "~";
const IV = 12;
const HASH_BYTES = 18;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

type Row = Readonly<Record<string, unknown>>;

/** Seals single rows and opens them again. Without keys it rejects with `locked` what would need them. */
export class RowSeal {
  constructor(readonly keys: SealKeys | null) {}

  async seal(store: StoreName, row: unknown, key?: IDBValidKey): Promise<unknown> {
    if (store === "settings" || isOpen(store, row, key)) return row;
    const { rows } = this.#need();
    const { open, hashed } = RULES[store];
    const shell: Record<string, unknown> = {};
    const fields = Object(row) as Row;
    for (const name of open) if (fields[name] !== undefined) shell[name] = fields[name];
    await Promise.all(
      hashed.map(async (name) => {
        const value = fields[name];
        shell[name] = Array.isArray(value)
          ? await Promise.all(value.map((each) => this.hash(String(each))))
          : await this.hash(String(value));
      }),
    );
    const iv = crypto.getRandomValues(new Uint8Array(IV));
    const text = ENCODER.encode(toText(row));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bound(store) }, rows, text);
    const bytes = new Uint8Array(IV + sealed.byteLength);
    bytes.set(iv);
    bytes.set(new Uint8Array(sealed), IV);
    return { ...shell, [SEALED]: bytes };
  }

  /** What is not sealed comes back as it is. */
  async open(store: StoreName, row: unknown): Promise<unknown> {
    const bytes = sealedBytes(row);
    if (bytes === null || store === "settings") return row;
    const { rows } = this.#need();
    const iv = bytes.subarray(0, IV);
    const opened = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv, additionalData: bound(store) },
      rows,
      bytes.subarray(IV),
    );
    const value = fromText(DECODER.decode(opened));
    // The number that the database gave is not inside.
    for (const name of RULES[store].open) {
      const given = (row as Row)[name];
      if (given !== undefined) (value as Record<string, unknown>)[name] = given;
    }
    return value;
  }

  /** A primary key, or what an index is asked for, as it stands in the sealed store. */
  async query<Q>(store: StoreName, index: string | null, query: Q): Promise<Q> {
    if (!isHashed(store, index) || query === undefined || query === null) return query;
    if (store === "notes") {
      if (!Array.isArray(query)) return query;
      const [kind, id] = query as readonly string[];
      return (kind === OPEN_NOTES ? query : [kind, await this.hash(id ?? "")]) as Q;
    }
    if (!(query instanceof IDBKeyRange)) return (await this.hash(String(query))) as Q;
    const { lower, upper, lowerOpen, upperOpen } = query;
    const [from, to] = await Promise.all([this.hash(lower), this.hash(upper)]);
    return IDBKeyRange.bound(from, to, lowerOpen, upperOpen) as Q;
  }

  /**
   * A keyed hash of a name. What stands after the last `@`, the local number of another row, stays: names within any row are
   * asked for as a range from `name@` to `name@\uffff`.
   */
  async hash(text: string): Promise<string> {
    const { names } = this.#need();
    const [, head = text, tail = ""] = /^(.*)(@(?:\d*|\uffff))$/s.exec(text) ?? [];
    const digest = new Uint8Array(await crypto.subtle.sign("HMAC", names, ENCODER.encode(head)));
    return toBase64(digest.subarray(0, HASH_BYTES)) + tail;
  }

  #need(): SealKeys {
    if (this.keys === null) throw locked();
    return this.keys;
  }
}

export const locked = (): LedgerError => new LedgerError("locked", "数据已锁定，请先输入口令解锁。");

/** Null for a row that is not sealed. */
export function sealedBytes(row: unknown): Uint8Array<ArrayBuffer> | null {
  const bytes = typeof row === "object" && row !== null ? (row as Row)[SEALED] : undefined;
  return ArrayBuffer.isView(bytes) ? (bytes as Uint8Array<ArrayBuffer>) : null;
}

/** Whether the key of a store (index null), or what an index holds, is hashed. */
export function isHashed(store: StoreName, index: string | null): boolean {
  if (store === "notes") return index === null;
  if (store === "entities") return index === "key" || index === "alias";
  return store === "snapshots" && index === "id";
}

/** A sealed row opens only in the store it was written to. */
const bound = (store: StoreName): Uint8Array<ArrayBuffer> => BOUND[store];
const BOUND = Object.fromEntries(STORES.map((store) => [store, ENCODER.encode(store)])) as Readonly<
  Record<StoreName, Uint8Array<ArrayBuffer>>
>;
