import { fromBase64, toBase64 } from "../base64";

/** Rows as text and back. Bytes, which only the vault holds, are written as base64. */
const BYTES = "~bytes";

export function toText(value: unknown): string {
  return JSON.stringify(value, function (this: unknown, name: string, each: unknown) {
    const raw = (this as Record<string, unknown>)[name];
    if (raw instanceof ArrayBuffer || ArrayBuffer.isView(raw)) return { [BYTES]: toBase64(bytesOf(raw)) };
    const isPlain = raw === null || typeof raw !== "object" || Array.isArray(raw) || isRecord(raw);
    // What text cannot hold must not be lost in silence.
    if (!isPlain || typeof raw === "bigint") throw new TypeError(`no text for what ${name} holds`);
    return each;
  });
}

export function fromText(text: string): unknown {
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
