import { expect, it } from "vitest";
import { absorb } from "../../../src/ledger/absorb";
import { condensable, condense } from "../../../src/ledger/condense";
import { parseDay } from "../../../src/ledger/day";
import { roomOf } from "../../../src/ledger/room";
import { survey } from "../../../src/ledger/survey";
import { fill } from "../../fixtures/databases/fill";
import fc from "../../harness/properties";
import { bundleOf } from "./bundle";
import { expectSound } from "./invariant";
import { capture, freshLedger, observation, reading, shanghai, video } from "./sample";

const BEFORE = parseDay("2026-11-22");
type Store = ReturnType<typeof freshLedger>;

async function told({ connection, ledger }: Pick<Store, "connection" | "ledger">) {
  const { db } = await connection.open();
  const { readings } = await ledger.view();
  return { readings, days: await db.getAll("dayBlocks"), latest: await db.getAll("latestBlocks") };
}

const look = fc.record({
  names: fc.array(fc.constantFrom("茶", "梨", "糖"), { minLength: 1, maxLength: 3 }),
  plays: fc.nat(2),
  day: fc.integer({ min: 20, max: 22 }),
  hour: fc.integer({ min: 10, max: 20 }),
});

it("takes away what later looks of a day replaced, and no aggregate changes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(look, { minLength: 1, maxLength: 12 }), async (looks) => {
      const store = freshLedger();
      for (const { names, plays, day, hour } of looks) {
        const seen = observation(
          names.map((name) => video(name)),
          names.map((_, at) => reading(at, "play_count", plays + at)),
        );
        await store.writer.keep(seen, { at: shanghai(`2026-11-${day}T${hour}:00`), tab: 1, reader: "x" });
      }
      const { db } = await store.connection.open();
      const [before, count] = [await told(store), (await store.ledger.usage()).readings];
      const planned = await condensable(db, BEFORE);
      expect(await condense(db, BEFORE)).toEqual(planned);
      expect(await told(store)).toEqual(before);
      await expectSound(store.connection);
      expect((await store.ledger.usage()).readings).toBe(count - planned.readings);
      expect(await condense(db, BEFORE)).toEqual({ readings: 0, snapshots: 0 });
      await store.connection.close();
    }),
    { numRuns: 40 },
  );
});

it("keeps the days from the given one on, and gives all back from a file that was made before", async () => {
  const store = freshLedger();
  for (const [wall, plays] of [
    ["20T10", 1],
    ["20T11", 2],
    ["20T12", 3],
    ["22T10", 1],
    ["22T11", 2],
  ] as const) {
    const seen = observation(
      [video("茶"), video("梨")],
      [reading(0, "play_count", plays), reading(1, "play_count", 9)],
    );
    await store.writer.keep(seen, capture(`2026-11-${wall}:00`));
  }
  const { db } = await store.connection.open();
  const whole = await bundleOf(db);
  expect(await condense(db, BEFORE)).toEqual({ readings: 4, snapshots: 2 });
  expect(await survey(db, whole)).toMatchObject({ snapshots: 2, readings: 4, known: 3 });
  expect(await absorb(db, whole, { mode: "merge" })).toMatchObject({ snapshots: 2, readings: 4 });
  const ids = (bundle: typeof whole) =>
    bundle.snapshots.map(({ snapshot }) => [snapshot.id, snapshot.readingCount]).sort();
  expect(ids(await bundleOf(db))).toEqual(ids(whole));
  await expectSound(store.connection);
});

it("a snapshot that was only thinned gets its readings back from a file", async () => {
  const store = freshLedger();
  const both = [reading(0, "play_count", 1), reading(1, "play_count", 5)];
  await store.writer.keep(observation([video("茶"), video("梨")], both), capture("2026-11-20T10:00"));
  await store.writer.keep(observation([video("茶")], [reading(0, "play_count", 2)]), capture("2026-11-20T11:00"));
  const { db } = await store.connection.open();
  const whole = await bundleOf(db);
  expect(await condense(db, BEFORE)).toEqual({ readings: 1, snapshots: 0 });
  expect(await survey(db, whole)).toMatchObject({ snapshots: 0, readings: 1 });
  expect(await absorb(db, whole, { mode: "merge" })).toMatchObject({ snapshots: 0, readings: 1 });
  expect((await bundleOf(db)).snapshots.map(({ readings }) => readings.rows.length / 4).sort()).toEqual([1, 2]);
  await expectSound(store.connection);
});

it("leaves a store sound when it is cancelled, and says how much room each kind takes", async () => {
  const connection = await fill();
  const { db } = await connection.open();
  const stop = new AbortController();
  const work = condense(db, BEFORE, { onProgress: () => stop.abort(), signal: stop.signal });
  await expect(work).rejects.toThrow();
  await expectSound(connection);
  const room = await roomOf(db);
  expect(room.find(({ kind }) => kind === "readings")).toMatchObject({ rows: await db.count("readings") });
  expect(room.every(({ rows, bytes }) => rows === 0 || bytes > 0)).toBe(true);
});
