import { fromBase64, toBase64 } from "../base64";

/** Rows as text and back. Bytes, which only the vault holds, are written as base64. */
const BYTES = "~bytes";

export function toText(value: unknown): string {
  if (isText(value)) return JSON.stringify(value);
  return JSON.stringify(value, function (this: unknown, name: string, each: unknown) {
    const raw = (this as Record<string, unknown>)[name];
    if (raw instanceof ArrayBuffer || ArrayBuffer.isView(raw)) return { [BYTES]: toBase64(bytesOf(raw)) };
    const isPlain = raw === null || typeof raw !== "object" || Array.isArray(raw) || isRecord(raw);
    // What text cannot hold must not be lost in silence.
    if (!isPlain || typeof raw === "bigint") throw new TypeError(`no text for what ${name} holds`);
    return each;
  });
}

/** Whether a row holds nothing but what text can hold; asked first, since a row is written many times as fast without asking at each value. */
function isText(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "bigint";
  if (Array.isArray(value)) return value.every(isText);
  return isRecord(value) && Object.values(value).every(isText);
}

export function fromText(text: string): unknown {
  // Hardly any row holds bytes, and asking at every value takes many times as long as reading the row.
  if (!text.includes(BYTES)) return JSON.parse(text);
  return JSON.parse(text, (_, each: unknown) =>
    isRecord(each) && typeof each[BYTES] === "string" ? fromBase64(each[BYTES]) : each,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  Object.prototype.toString.call(value) === "[object Object]";

const bytesOf = (value: ArrayBuffer | ArrayBufferView): Uint8Array =>
  value instanceof ArrayBuffer
    ? new Uint8Array(value)
    : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
