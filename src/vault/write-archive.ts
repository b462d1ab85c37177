import type { Batch } from "../ledger/gather";
import { type Cover, FORMAT, FORMAT_VERSION, type Head, type Part, sha256 } from "./archive-lines";
import { type Bytes, encode } from "./bytes";
import { gzip } from "./gzip";
import type { Keyring } from "./keyring";
import { freshFileKey, sealed } from "./seal";

/** Most rows of one part. */
const PART_ROWS = 5_000;

/** The bytes of an archive of these rows, sealed with the ring's passphrase or, with null, readable by anyone. */
export async function* writeArchive(
  batches: AsyncIterable<Batch>,
  head: Head,
  ring: Keyring | null,
): AsyncGenerator<Bytes> {
  const file = ring && (await freshFileKey(ring));
  const cover: Cover = { format: FORMAT, version: FORMAT_VERSION, seal: file?.seal ?? null };
  const line = JSON.stringify(cover);
  yield encode(`${line}\n`);
  const packed = gzip(content(batches, head));
  yield* file ? sealed(packed, file, line) : packed;
}

async function* content(batches: AsyncIterable<Batch>, head: Head): AsyncGenerator<Bytes> {
  const parts: Part[] = [];
  yield encode(`${JSON.stringify(head)}\n`);
  for await (const { kind, rows } of batches) {
    for (let at = 0; at < rows.length; at += PART_ROWS) {
      const some = rows.slice(at, at + PART_ROWS);
      const bytes = encode(some.map((row) => `${JSON.stringify(row)}\n`).join(""));
      const part: Part = { part: kind, rows: some.length, bytes: bytes.length, sha256: await sha256(bytes) };
      parts.push(part);
      yield encode(`${JSON.stringify(part)}\n`);
      yield bytes;
    }
  }
  yield encode(`${JSON.stringify({ manifest: parts })}\n`);
}
