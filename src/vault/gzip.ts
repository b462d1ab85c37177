import type { ByteSource, Bytes } from "./bytes";
import { VaultError } from "./errors";

export const gzip = (source: ByteSource): AsyncGenerator<Bytes> => through(source, new CompressionStream("gzip"));

/** Throws `damaged` or `cut` on bytes that are no gzip stream or not a whole one. */
export async function* gunzip(source: ByteSource): AsyncGenerator<Bytes> {
  // What fails in the source says itself why.
  let cause: unknown = null;
  const watched = async function* (): AsyncGenerator<Bytes> {
    try {
      yield* source;
    } catch (error) {
      cause = error;
      throw error;
    }
  };
  try {
    yield* through(watched(), new DecompressionStream("gzip"));
  } catch (error) {
    if (cause !== null) throw cause;
    const isShort =
      error instanceof Error && /unexpected end|input was truncated|Compressed input/i.test(error.message);
    throw new VaultError(isShort ? "cut" : "damaged", "the file cannot be unpacked");
  }
}

/** The stream is fed only as fast as it is read. */
async function* through(source: ByteSource, { readable, writable }: GenericTransformStream): AsyncGenerator<Bytes> {
  const writer = writable.getWriter();
  const fed = (async () => {
    try {
      for await (const bytes of source) await writer.write(bytes);
      await writer.close();
    } catch (error) {
      await writer.abort(error).catch(() => {});
      throw error;
    }
  })();
  // Told by the reading side; here only so that it is not unhandled.
  fed.catch(() => {});
  const reader = (readable as ReadableStream<Bytes>).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
    await fed;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
