import { describe, expect, it } from "vitest";
import type { ObservedEntity } from "../../../src/console/observation";
import { absorb } from "../../../src/ledger/absorb";
import type { Connection } from "../../../src/ledger/connection";
import { openLedger } from "../../../src/ledger/ledger";
import type { Bundle } from "../../../src/ledger/portable";
import { STORES } from "../../../src/ledger/records";
import { fill, told } from "../../fixtures/databases/fill";
import fc from "../../harness/properties";
import { bundleOf } from "./bundle";
import { expectSound } from "./invariant";
import { capture, freshLedger, observation, reading, shanghai, video } from "./sample";

const merge = { mode: "merge" } as const;
const bundle = async (connection: Connection): Promise<Bundle> => bundleOf((await connection.open()).db);
const take = async (connection: Connection, from: Bundle, mode: "merge" | "replace" = "merge") =>
  absorb((await connection.open()).db, from, { mode });

async function everything(connection: Connection): Promise<unknown> {
  const { db } = await connection.open();
  return Promise.all(STORES.map(async (store) => [await db.getAllKeys(store), await db.getAll(store)]));
}

/** Facts and decisions, without what each machine numbers for itself. */
async function facts(connection: Connection): Promise<unknown> {
  const { db } = await connection.open();
  const ledger = openLedger(connection);
  const snapshots = (await db.getAll("snapshots")).map(({ n: _, account: __, digest, ...row }) => {
    // Numbers of each machine's own; that they tell the readings, expectSound makes sure of.
    const { goods: ___, ...short } = digest ?? {};
    return { ...row, short };
  });
  snapshots.sort((a, b) => (a.id < b.id ? -1 : 1));
  const seen = await Promise.all(
    snapshots.map(async ({ id }) =>
      (await ledger.readings(id)).map(({ entity: _, at: __, ...row }) => JSON.stringify(row)).sort(),
    ),
  );
  return { snapshots, seen, notes: await db.getAll("notes") };
}

describe("a store taken into an empty one", () => {
  it.each(["merge", "replace"] as const)("by %s is the same to all views, and sound", async (mode) => {
    const from = await fill();
    const { connection, ledger } = freshLedger();
    await take(connection, await bundle(from), mode);
    const { sightings, settings, draft: _, ...rest } = (await told(openLedger(from))) as Record<string, unknown>;
    expect(await told(ledger)).toMatchObject(rest);
    await expectSound(connection);
    const now = (await told(ledger)) as Record<string, unknown>;
    if (mode === "replace") expect(now.settings).toEqual(settings);
    expect((now.sightings as unknown[]).length).toBe(mode === "replace" ? (sightings as unknown[]).length : 0);
  });

  it("twice is once", async () => {
    const from = await bundle(await fill());
    const { connection } = freshLedger();
    await take(connection, from);
    const once = await everything(connection);
    expect(await take(connection, from)).toMatchObject({ snapshots: 0, readings: 0, entities: 0, notes: 0 });
    expect(await everything(connection)).toEqual(once);
  });

  it("by replace leaves nothing of what was there", async () => {
    const from = await bundle(await fill());
    const { connection, writer } = freshLedger();
    await writer.keep(observation([video("旧的")], [reading(0, "play_count", 1)]), capture("2026-10-01T10:00"));
    await take(connection, from, "replace");
    expect(JSON.stringify(await everything(connection))).not.toContain("旧的");
    await expectSound(connection);
  });
});

describe("taking in that does not come to its end", () => {
  it("leaves the store as it was: cancelled, or of rows that do not fit together", async () => {
    const from = await bundle(await fill());
    const { connection, writer } = freshLedger();
    await writer.keep(observation([video("旧的")], [reading(0, "play_count", 1)]), capture("2026-10-01T10:00"));
    const before = await everything(connection);
    const { db } = await connection.open();
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error("cancelled"));
    await expect(absorb(db, from, { mode: "replace", onProgress, signal: stop.signal })).rejects.toThrow("cancelled");
    expect(await everything(connection)).toEqual(before);
    await expect(absorb(db, { ...from, entities: [] }, merge)).rejects.toThrow("not there");
    expect(await everything(connection)).toEqual(before);
  });
});

describe("the same thing seen on two machines", () => {
  it("is one entity, also when only one of them knows its id; its key of the other machine still finds it", async () => {
    const [a, b] = [freshLedger(), freshLedger()];
    const list = (entity: ObservedEntity, plays: number) => observation([entity], [reading(0, "play_count", plays)]);
    await a.writer.keep(list(video("春茶", "2026-11-01T08:00"), 5), capture("2026-11-20T10:00"));
    await b.writer.keep(list({ ...video("春茶", "2026-11-01T08:00"), id: "77" }, 9), capture("2026-11-21T10:00"));
    const [fromA, fromB] = [await bundle(a.connection), await bundle(b.connection)];
    await take(b.connection, fromA);
    await take(a.connection, fromB);
    const keyOfA = fromA.entities.find(({ type }) => type === "video")?.key ?? "";
    for (const { ledger, connection } of [a, b]) {
      expect((await ledger.profiles({ type: "video" })).length).toBe(1);
      expect((await ledger.history(keyOfA)).map(({ value }) => value)).toEqual([
        { precision: "exact", value: 5 },
        { precision: "exact", value: 9 },
      ]);
      await expectSound(connection);
    }
  });

  it("by one name but different ids is two", async () => {
    const [a, b] = [freshLedger(), freshLedger()];
    for (const [at, { writer }] of [a, b].entries()) {
      await writer.keep(
        observation([{ ...video("春茶"), id: `${at}` }], [reading(0, "play_count", 5)]),
        capture("2026-11-20T10:00"),
      );
    }
    await take(a.connection, await bundle(b.connection));
    expect((await a.ledger.profiles({ type: "video" })).length).toBe(2);
    await expectSound(a.connection);
  });
});

const entity: fc.Arbitrary<ObservedEntity> = fc.record({
  type: fc.constant("product" as const),
  id: fc.constantFrom(null, "1", "2"),
  name: fc.constantFrom(null, "茶", "梨"),
});
const look = fc.record({
  entities: fc.array(entity, { minLength: 1, maxLength: 3 }),
  rows: fc.array(fc.tuple(fc.nat(2), fc.constantFrom("stock", "sold_count"), fc.nat(2)), { maxLength: 4 }),
  hour: fc.integer({ min: 0, max: 3 }),
  machine: fc.nat(2),
});

it("three machines that take each other's looks in in any order hold the same facts, each soundly", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(look, { minLength: 1, maxLength: 12 }), fc.nat(5), async (looks, turn) => {
      const machines = [freshLedger(), freshLedger(), freshLedger()];
      for (const { entities, rows, hour, machine } of looks) {
        const readings = rows
          .filter(([at]) => at < entities.length)
          .map(([at, name, value]) => reading(at, name, value));
        const at = shanghai(`2026-11-2${hour % 2}T0${hour}:00`);
        const seen = observation(entities, readings, { page: "goods_list" });
        await machines[machine]?.writer.keep(seen, { at, tab: 1, reader: "x" });
      }
      const bundles = await Promise.all(machines.map(({ connection }) => bundle(connection)));
      for (const [at, { connection }] of machines.entries()) {
        const order = [0, 1, 2].map((each) => (each * (turn % 2 ? 1 : 2) + turn + at) % 3);
        for (const each of order) await take(connection, bundles[each] as Bundle);
        await expectSound(connection);
      }
      const [first, ...others] = await Promise.all(machines.map(({ connection }) => facts(connection)));
      for (const other of others) expect(other).toEqual(first);
      await Promise.all(machines.map(({ connection }) => connection.close()));
    }),
    { numRuns: 25 },
  );
});
