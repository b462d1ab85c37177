import { VaultError } from "./errors";

export type Bytes = Uint8Array<ArrayBuffer>;
export type ByteSource = AsyncIterable<Bytes>;

const encoder = new TextEncoder();
export const encode = (text: string): Bytes => encoder.encode(text);

export function concat(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export async function* blobBytes(blob: Blob, onRead?: (bytes: number) => void): AsyncGenerator<Bytes> {
  const reader = (blob.stream() as ReadableStream<Bytes>).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    yield read.value;
    onRead?.(read.value.length);
  }
}

/** Bytes in pieces of `size`, the last one shorter or, where nothing is left, empty. */
export async function* pieces(source: ByteSource, size: number): AsyncGenerator<{ bytes: Bytes; isLast: boolean }> {
  const cutter = new Cutter(source);
  for (;;) {
    const bytes = await cutter.upTo(size);
    const isLast = await cutter.isDone();
    yield { bytes, isLast };
    if (isLast) return;
  }
}

/** Takes a stream of bytes apart. */
export class Cutter {
  readonly #source: AsyncIterator<Bytes>;
  #held: Bytes[] = [];
  #size = 0;
  #ended = false;

  constructor(source: ByteSource) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** `size` bytes, fewer only at the end. */
  async upTo(size: number): Promise<Bytes> {
    while (this.#size < size && (await this.#more()));
    return this.#take(Math.min(size, this.#size));
  }

  /** Just `size` bytes; throws `cut`. */
  async exactly(size: number): Promise<Bytes> {
    const bytes = await this.upTo(size);
    if (bytes.length < size) throw new VaultError("cut", "the file ends too early");
    return bytes;
  }

  /** Up to the next line feed, which is dropped; throws `cut` at the end and `damaged` where a line has no end in `max`. */
  async line(max: number): Promise<string> {
    const found: Bytes[] = [];
    for (let size = 0; size <= max; ) {
      if (this.#held.length === 0 && !(await this.#more())) throw new VaultError("cut", "the file ends too early");
      const [first] = this.#held as [Bytes];
      const end = first.indexOf(10);
      const part = this.#take(end < 0 ? first.length : end + 1);
      found.push(end < 0 ? part : part.subarray(0, end));
      if (end >= 0) return new TextDecoder().decode(concat(found));
      size += part.length;
    }
    throw new VaultError("damaged", "a line has no end");
  }

  async isDone(): Promise<boolean> {
    return this.#size === 0 && !(await this.#more());
  }

  /** What is left. */
  async *rest(): AsyncGenerator<Bytes> {
    while (!(await this.isDone())) yield this.#take(this.#size);
  }

  async #more(): Promise<boolean> {
    while (!this.#ended) {
      const { value, done } = await this.#source.next();
      if (done) this.#ended = true;
      else if (value.length > 0) {
        this.#held.push(value);
        this.#size += value.length;
        return true;
      }
    }
    return false;
  }

  #take(size: number): Bytes {
    const taken: Bytes[] = [];
    let left = size;
    while (left > 0) {
      const [first] = this.#held as [Bytes];
      if (first.length <= left) {
        taken.push(first);
        this.#held.shift();
        left -= first.length;
      } else {
        taken.push(first.subarray(0, left));
        this.#held[0] = first.subarray(left);
        left = 0;
      }
    }
    this.#size -= size;
    return taken.length === 1 ? (taken[0] as Bytes) : concat(taken);
  }
}
