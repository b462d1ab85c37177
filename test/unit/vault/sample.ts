import type { Connection } from "../../../src/ledger/connection";
import { gather } from "../../../src/ledger/gather";
import { MIGRATIONS } from "../../../src/ledger/migrations";
import type { Bundle } from "../../../src/ledger/portable";
import type { LedgerWriter } from "../../../src/ledger/writer";
import { type Bytes, concat } from "../../../src/vault/bytes";
import type { Keyring } from "../../../src/vault/keyring";
import { type ReadOptions, readArchive } from "../../../src/vault/read-archive";
import { writeArchive } from "../../../src/vault/write-archive";
import { bundleOf } from "../ledger/bundle";
import { observation, reading, shanghai } from "../ledger/sample";

export const SCHEMA = MIGRATIONS.length;

export async function archiveOf(connection: Connection, ring: Keyring | null, schema = SCHEMA): Promise<Bytes> {
  const parts: Bytes[] = [];
  const head = { schema, madeAt: 1_795_000_000_000, device: null };
  for await (const bytes of writeArchive(gather((await connection.open()).db), head, ring)) parts.push(bytes);
  return concat(parts);
}

/** In pieces of odd sizes, as a disk or a network may hand them over. */
export async function* drip(bytes: Bytes, size = 70_001): AsyncGenerator<Bytes> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

export const read = (bytes: Bytes, ring: Keyring | null, more: Partial<ReadOptions> = {}) =>
  readArchive(drip(bytes), { schema: SCHEMA, ring, ...more });

export const bundle = async (connection: Connection): Promise<Bundle> => bundleOf((await connection.open()).db);

/** Lists of `rows` goods on as many days as it takes for this many readings. */
export async function fillWith(writer: LedgerWriter, readings: number, rows = 100): Promise<void> {
  const perLook = rows * 2;
  for (let look = 0; look * perLook < readings; look += 1) {
    const goods = Array.from({ length: rows }, (_, at) => ({
      type: "product" as const,
      id: `${1_000 + at}`,
      name: `春茶 ${at}`,
    }));
    const seen = goods.flatMap((_, at) => [
      reading(at, "stock", 5_000 - look - at),
      reading(at, "sold_count", look * 3 + at),
    ]);
    const day = new Date(shanghai("2026-01-01T10:00") + look * 86_400_000);
    await writer.keep(observation(goods, seen, { page: "goods_list" }), { at: day.getTime(), tab: 1, reader: "test" });
  }
}
