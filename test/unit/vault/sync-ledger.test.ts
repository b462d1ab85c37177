import { expect, it } from "vitest";
import { absorb } from "../../../src/ledger/absorb";
import type { NotePatch } from "../../../src/ledger/notes";
import { acceptsNote } from "../../../src/messaging/accepts-note";
import { compact } from "../../../src/vault/compact";
import { Keyring } from "../../../src/vault/keyring";
import { forgetSync, ledgerPeer } from "../../../src/vault/ledger-peer";
import { type ObjectStore, StoreError } from "../../../src/vault/object-store";
import { syncOnce } from "../../../src/vault/sync";
import { syncRound } from "../../../src/vault/sync-round";
import { vaultStore } from "../../../src/vault/vault-store";
import { expectSound } from "../ledger/invariant";
import { freshLedger, observation, reading, shanghai, video } from "../ledger/sample";
import { bundle } from "./sample";
import { BadBucket, seeded } from "./simulated";

// The 10,000 steps are walked by sync.test.ts on a store in memory; the product's own store writes each to disk.
const STEPS = 2_500;
const DEVICES = 5;
const HOUR = 3_600_000;

type Machine = ReturnType<typeof machine>;

/** A machine with the product's own store; its clock is off by `skew`. */
function machine(skew = 0) {
  const store = freshLedger();
  const clock = { now: 0 };
  const vault = vaultStore(store.connection);
  const at = () => clock.now + skew;
  const work = { connection: store.connection, vault, ring: null, accepts: acceptsNote, now: at };
  return {
    ...store,
    vault,
    clock,
    at,
    /** What was decided and is not written yet: views write several at once. */
    decided: [] as NotePatch[],
    async write(): Promise<void> {
      await store.writer.putNotes(this.decided.splice(0), at());
    },
    sync: async (bucket: ObjectStore) => syncOnce(await ledgerPeer(work), bucket, at()),
  };
}

const target = (id: string, value: number | null): NotePatch => ({
  kind: "target",
  id,
  fields: value === null ? null : { value },
});

/** All that must be the same on all machines: what was seen, what follows from it, what was decided. */
async function held({ ledger, connection }: Machine) {
  const { db } = await connection.open();
  const { readings, snapshots } = await ledger.view();
  const settings = await ledger.settings();
  const notes = (await db.getAll("notes")).map(({ kind, id, fields }) => [kind, id, fields]);
  const imports = (await db.getAll("imports")).map(({ id, undoneAt }) => [id, undoneAt]);
  const lines = readings.map((each) => JSON.stringify(each)).sort();
  const looks = [...snapshots.values()].map(({ id, firstSeen, lastSeen, state }) => [id, firstSeen, lastSeen, state]);
  return { lines, looks: looks.sort(), notes, imports, settings };
}

async function expectAlike(machines: readonly Machine[]): Promise<void> {
  const [first, ...others] = await Promise.all(machines.map(held));
  for (const other of others) expect(other).toEqual(first);
  for (const { connection } of machines) await expectSound(connection);
}

/** Twice, in turn: what the last one writes in the first round the others take in the second. */
async function calmDown(machines: readonly Machine[], bucket: BadBucket): Promise<void> {
  bucket.calm = true;
  for (let round = 0; round < 2; round += 1) for (const each of machines) await each.sync(bucket);
}

it(`five machines with the product's store over a bad bucket hold the same after ${STEPS} steps`, async () => {
  const random = seeded(3);
  const pick = (below: number) => Math.floor(random() * below);
  const bucket = new BadBucket(random);
  const machines = Array.from({ length: DEVICES }, (_, at) => machine((at - 2) * HOUR));
  for (let step = 0; step < STEPS; step += 1) {
    const each = machines[pick(DEVICES)] as Machine;
    for (const { clock } of machines) clock.now = shanghai("2026-11-20T08:00") + step * 10_000;
    const what = random();
    if (what < 0.12) {
      const list = [video(`春茶 ${pick(3)}`), video(`秋梨 ${pick(3)}`)];
      const seen = observation(list, [reading(0, "play_count", pick(3)), reading(1, "play_count", pick(3))]);
      await each.writer.keep(seen, { at: each.at(), tab: 1, reader: "x" });
    } else if (what < 0.985) {
      each.decided.push(target(`n${pick(300)}`, random() < 0.1 ? null : pick(1_000)));
      if (each.decided.length > 20) await each.write();
    } else if (what < 0.995) {
      await each.writer.patchSettings({ theme: random() < 0.5 ? "dark" : "light", draft: { goods: "drug" } });
    } else {
      await each.write();
      await each.sync(bucket).catch((error: unknown) => {
        if (!(error instanceof StoreError)) throw error;
      });
    }
  }
  for (const each of machines) await each.write();
  await calmDown(machines, bucket);
  await expectAlike(machines);
  expect(bucket.lost).toBeGreaterThan(10);
  const before = bucket.objects.size;
  for (const each of machines) expect(await each.sync(bucket)).toMatchObject({ written: 0, taken: 0 });
  expect(bucket.objects.size).toBe(before);
  process.stdout.write(
    `  ${DEVICES} ledgers × ${STEPS} steps converged over ${before} segments, ${bucket.lost} lost\n`,
  );
});

it("two machines that were away for a week agree, also on settings and an import taken back", async () => {
  const bucket = new BadBucket(seeded(5));
  bucket.calm = true;
  const [a, b] = [machine(), machine()];
  const start = shanghai("2026-11-20T08:00");
  for (const each of [a, b]) each.clock.now = start;
  const brought = {
    source: { kind: "import", name: "蝉妈妈", estimate: true },
    file: "a.csv",
    account: null,
    entities: [{ type: "talent", id: "t1", name: "茶山老周" }],
    readings: [
      {
        entity: 0,
        metric: "follower_count",
        value: { precision: "exact", value: 5 },
        period: null,
        day: "2026-11-19",
        unit: "count",
      },
    ],
  } as unknown as Parameters<typeof a.writer.keepImport>[0];
  const kept = await a.writer.keepImport(brought, { at: start, reader: "x" } as never);
  await a.sync(bucket);
  await b.sync(bucket);
  expect((await held(b)).imports).toEqual([[kept.batch, null]]);
  await a.writer.undoImport(kept.batch, start + 1);
  for (let day = 1; day <= 7; day += 1) {
    for (const each of [a, b]) {
      each.clock.now = start + day * 24 * HOUR;
      const seen = observation([video("春茶")], [reading(0, "play_count", day * (each === a ? 1 : 2))]);
      await each.writer.keep(seen, { at: each.at() + (each === a ? 0 : 60_000), tab: 1, reader: "x" });
    }
    await a.writer.putNotes([target("pay_gmv", day)], a.at());
    await b.writer.putNotes([target("pay_gmv", 100 + day), target(`only b ${day}`, day)], b.at() + 1);
  }
  await a.writer.patchSettings({ theme: "dark", reading: { all: false } });
  await b.writer.patchSettings({ rise: "green" });
  await calmDown([a, b], bucket);
  expect(await a.ledger.settings()).toMatchObject({ theme: "dark", rise: "green", reading: { all: false } });
  // Whether a machine reads is its own matter.
  expect(await b.ledger.settings()).toMatchObject({ theme: "dark", rise: "green", reading: { all: true } });
  await b.writer.patchSettings({ reading: { all: false } });
  await expectAlike([a, b]);
  expect((await held(b)).imports).toEqual([[kept.batch, start + 1]]);
  const [note] = (await a.ledger.notes("target")).filter(({ id }) => id === "pay_gmv");
  expect(note?.value).toEqual({ value: 107 });
});

it("segments made one hold all they held, for who had them and for who comes later; of two numberings nothing is made one", async () => {
  const bucket = new BadBucket(seeded(8));
  bucket.calm = true;
  const [a, b, late] = [machine(), machine(), machine()];
  const start = shanghai("2026-11-20T08:00");
  for (let day = 0; day < 6; day += 1) {
    for (const each of [a, b]) each.clock.now = start + day * 24 * HOUR;
    const things = [video(`春茶 ${day % 3}`), video("秋梨")];
    const seen = observation(things, [reading(0, "play_count", day), reading(1, "play_count", day % 2)]);
    await a.writer.keep(seen, { at: a.at(), tab: 1, reader: "x" });
    await a.writer.putNotes([target("pay_gmv", day)], a.at());
    await a.sync(bucket);
    if (day === 3) await b.sync(bucket);
  }
  const peer = await ledgerPeer({ ...a, ring: null, now: a.at });
  const options = { many: 4, olderThan: 0 };
  const before = bucket.objects.size;
  const later = a.clock.now + HOUR;
  expect(await compact(peer, bucket, later, { ...options, olderThan: 2 * 24 * HOUR })).toBe(4);
  expect(bucket.objects.size).toBe(before - 3);
  expect(await compact(peer, bucket, later, options)).toBe(0);
  for (const each of [b, late]) await each.sync(bucket);
  await expectAlike([a, b, late]);

  // Everything of another machine takes the place of what was here: the numbers now mean other things.
  await late.writer.keep(observation([video("先来的")], [reading(0, "play_count", 1)]), { at: 1, tab: 1, reader: "x" });
  const other = machine();
  await other.writer.keep(observation([video("别的")], [reading(0, "play_count", 9)]), {
    at: start,
    tab: 1,
    reader: "x",
  });
  await absorb((await a.connection.open()).db, await bundle(other.connection), { mode: "replace" });
  await forgetSync(a.vault);
  await a.sync(bucket);
  const size = bucket.objects.size;
  expect(await compact(peer, bucket, later + HOUR, { many: 2, olderThan: 0 })).toBe(0);
  expect(bucket.objects.size).toBe(size);
});

it("a round that is cut off anywhere goes on in the next: each segment is taken, and all end alike", async () => {
  let stops = 0;
  for (const [step, isDone] of [0, 1, 2, 3, 4, 5].flatMap((at) => [[at, false] as const, [at, true] as const])) {
    const bucket = new BadBucket(seeded(9));
    bucket.calm = true;
    const [a, b] = [machine(), machine()];
    for (const [each, name] of [[a, "春茶"] as const, [b, "秋梨"] as const]) {
      const seen = observation([video(name)], [reading(0, "play_count", 5)]);
      await each.writer.keep(seen, { at: shanghai("2026-11-20T10:00"), tab: 1, reader: "x" });
      await each.writer.putNotes([target(name, step)], 1);
    }
    await b.sync(bucket);
    let left = step;
    // Cut off before it is done, or once it is done and before anybody knows.
    const guard =
      <A extends unknown[], R>(act: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        left -= 1;
        if (left >= 0) return act(...args);
        if (isDone && left === -1) await act(...args);
        throw new Error("stopped");
      };
    const vault = { ...a.vault, put: guard(a.vault.put) };
    const peer = await ledgerPeer({ connection: a.connection, vault, ring: null, accepts: acceptsNote, now: a.at });
    const cut = { put: bucket.put, get: bucket.get, list: bucket.list };
    const shaky = Object.create(bucket) as ObjectStore;
    for (const [name, act] of Object.entries(cut)) Object.assign(shaky, { [name]: guard(act.bind(bucket) as never) });
    stops += await syncOnce(peer, shaky, a.at()).then(
      () => 0,
      () => 1,
    );
    // The next worker knows only what is in the store.
    await a.connection.close();
    await calmDown([a, b], bucket);
    await expectAlike([a, b]);
    expect(await a.sync(bucket)).toMatchObject({ written: 0, taken: 0 });
  }
  expect(stops).toBeGreaterThan(8);
});

it("what was renamed on one machine goes by the new name on all", async () => {
  const bucket = new BadBucket(seeded(7));
  bucket.calm = true;
  const machines = [machine(), machine(), machine()];
  const [a, b] = machines as [Machine, Machine];
  const look = async (each: Machine, name: string, wall: string) => {
    const seen = observation([{ type: "product", id: "1", name }], [reading(0, "stock", name.length)]);
    await each.writer.keep(seen, { at: shanghai(wall), tab: 1, reader: "x" });
  };
  await look(a, "春茶", "2026-11-20T10:00");
  await calmDown(machines, bucket);
  await look(b, "明前春茶", "2026-11-21T10:00");
  await calmDown(machines, bucket);
  for (const { ledger } of machines) {
    expect((await ledger.profiles({ type: "product" })).map(({ entity }) => entity.name)).toEqual(["明前春茶"]);
  }
  await expectAlike(machines);
});

it("a segment under another passphrase is left, told, and taken once the passphrase is right", async () => {
  const bucket = new BadBucket(seeded(6));
  bucket.calm = true;
  const [a, b] = [machine(), machine()];
  await a.writer.putNotes([target("pay_gmv", 5)], 1);
  const [right, wrong] = [await Keyring.of("八个字以上的口令"), await Keyring.of("另一个不对的口令")];
  const round = (each: Machine, ring: Keyring) =>
    syncRound({ connection: each.connection, vault: each.vault, ring, now: () => 1_795_000_000_000 }, bucket, null);
  expect(await round(a, right)).toMatchObject({ written: 1, devices: [] });
  const failed = await round(b, wrong);
  expect(failed).toMatchObject({ taken: 0, left: [[expect.any(String), "wrong_passphrase"]] });
  const device = await a.vault.device();
  expect(failed.devices).toEqual([{ device, at: 1_795_000_000_000, segments: 0 }]);
  expect(await b.ledger.notes("target")).toEqual([]);
  const taken = await round(b, right);
  expect(taken).toMatchObject({ taken: 1, left: [], merged: { notes: 1 }, devices: [{ device, segments: 1 }] });
});
