import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Batch } from "../../src/ledger/gather";
import { type Bundle, emptyBundle, type PortableSnapshot } from "../../src/ledger/portable";
import type { EntityRow } from "../../src/ledger/records";
import type { Bytes } from "../../src/vault/bytes";
import { Keyring } from "../../src/vault/keyring";
import { readArchive } from "../../src/vault/read-archive";
import { writeArchive } from "../../src/vault/write-archive";
import { type Figure, figure, median } from "./figure";

const SNAPSHOTS = 5_000;
const ROWS = 200;
const RUNS = 3;
const MEGABYTE = 1_048_576;

/** A million readings, sealed and unsealed in memory; MB are those of the rows as text. Throws when they differ. */
export async function measureArchive(): Promise<Figure[]> {
  const ring = await Keyring.of("a passphrase of the bench");
  await ring.key();
  const { entities, snapshots } = million();
  const size =
    JSON.stringify(entities).length + snapshots.reduce((sum, each) => sum + JSON.stringify(each).length + 1, 0);
  const text = snapshots.map((each) => JSON.stringify(each)).join("\n");
  type Speeds = number[];
  const [exported, imported, packed, parsed]: [Speeds, Speeds, Speeds, Speeds] = [[], [], [], []];
  const timed = async (into: number[], work: () => unknown): Promise<void> => {
    const from = performance.now();
    await work();
    into.push(size / MEGABYTE / ((performance.now() - from) / 1_000));
  };
  for (let run = 0; run < RUNS; run += 1) {
    const parts: Bytes[] = [];
    const head = { schema: 2, madeAt: 0, device: null };
    let bundle = emptyBundle() as Bundle;
    await timed(exported, async () => {
      for await (const bytes of writeArchive(batches(snapshots, entities), head, ring)) parts.push(bytes);
    });
    await timed(imported, async () => {
      ({ bundle } = await readArchive(inTurn(parts), { schema: 2, ring }));
    });
    // What the machine does today: packing alone, and parsing alone.
    await timed(packed, () => gzipSync(text));
    await timed(parsed, () => text.split("\n").map((line) => JSON.parse(line)));
    if (digest(bundle.snapshots) !== digest(snapshots)) throw new Error("an archive came back changed");
  }
  const against = (name: string, values: readonly number[], of: readonly number[]) => ({
    name,
    value: median(values),
    of: median(of),
  });
  return [
    figure("archive.export_mb_s", exported, "MB/s", 10, against("gzip alone", packed, exported)),
    figure("archive.import_mb_s", imported, "MB/s", 10, against("JSON.parse alone", parsed, imported)),
  ];
}

/** A store of a million readings. */
const million = (): Bundle => ({
  ...emptyBundle(),
  entities: Array.from({ length: ROWS }, (_, at) => entityRow(at + 1)),
  snapshots: Array.from({ length: SNAPSHOTS }, (_, at) => snapshotOf(at)),
});

async function* batches(snapshots: readonly PortableSnapshot[], entities: readonly EntityRow[]): AsyncGenerator<Batch> {
  for (let at = 0; at < snapshots.length; at += 500) yield { kind: "snapshots", rows: snapshots.slice(at, at + 500) };
  yield { kind: "entities", rows: entities };
}

async function* inTurn(parts: readonly Bytes[]): AsyncGenerator<Bytes> {
  yield* parts;
}

function digest(snapshots: readonly PortableSnapshot[]): string {
  const hash = createHash("sha256");
  for (const each of snapshots) hash.update(JSON.stringify(each));
  return hash.digest("hex");
}

function entityRow(n: number): EntityRow {
  const id = String(10_000_000 + n);
  const name = `明前春茶 ${n}`;
  return {
    n,
    key: `product:${id}`,
    aliases: [`product:${id}@0`, `product#${name}@0`],
    type: "product",
    id,
    name,
    names: [name],
    account: null,
    own: false,
    link: null,
    publishedAt: null,
    firstSeen: 1_795_000_000_000,
  };
}

function snapshotOf(at: number): PortableSnapshot {
  const seen = 1_700_000_000_000 + at * 3_600_000;
  const day = new Date(seen + 28_800_000).toISOString().slice(0, 10);
  return {
    snapshot: {
      id: createHash("sha256").update(String(at)).digest("hex"),
      page: "goods_list",
      state: "ok",
      url: "https://store.weixin.qq.com/shop/goods/list",
      account: null,
      accountName: "山里人家旗舰店",
      day,
      period: null,
      complete: true,
      firstSeen: seen,
      lastSeen: seen,
      readingCount: ROWS,
      reader: "0.1.0",
    },
    readings: {
      metrics: [["stock", "count"]],
      periods: [null],
      entities: Array.from({ length: ROWS }, (_, row) => [row + 1, 0, 1, -1]).flat(),
      rows: Array.from({ length: ROWS }, (_, row) => [row, 0, 0, (row * 7_919 + at * 104_729) % 99_991]).flat(),
    },
  };
}
