import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { absorb } from "../../../src/ledger/absorb";
import { condense } from "../../../src/ledger/condense";
import { dayNumber } from "../../../src/ledger/day";
import { STORES } from "../../../src/ledger/records";
import { keepKeys, keepPassphrase, keptKeys, keptRing } from "../../../src/vault/secrets";
import { fill, told } from "../../fixtures/databases/fill";
import { expectSound } from "../ledger/invariant";
import { capture, observation, reading, shopDay, video } from "../ledger/sample";
import { type Memory, onDisk, worker } from "./lock-rig";
import { bundle } from "./sample";

const PASSPHRASE = "茶山的口令足够长了";
const KEYS = { secretId: "AKID-planted-id", secretKey: "planted-secret" };
/** What was put into the store and must be found nowhere in it. */
const PLANTED = [
  ..."明前春茶怎么泡|秋月梨开箱|茶山老周|手工红糖|山里人家|全网最好的春茶|sph_t1|v2_test|最近卖得好|播种口令".split(
    "|",
  ),
  ..."play_count|follower_count|sales_gmv|912300|905100|905200|100000000|post_list".split("|"),
  ..."待审的文案|张三|进货单|planted-id|planted-secret|planted-bucket".split("|"),
];

/** A store with some of everything, and what all of it says. */
async function filled() {
  const { name } = await fill();
  const { writer, ledger, vault, connection } = worker(name);
  const entry = { case: "c1", at: 1_795_000_000_000, step: { title: "待审的文案", by: "张三" } };
  await writer.addReview(entry);
  await writer.putNotes([{ kind: "allow_phrase", id: "最近卖得好", fields: { reason: "张三" } }], 1_795_000_000_001);
  await writer.putNotes([{ kind: "label", id: "成交金额(新)", fields: { metric: "pay_gmv" } }], 1_795_000_000_001);
  await vault.put("cloud-plan", { bucket: "planted-bucket" });
  await keepKeys(vault, KEYS);
  await keepPassphrase(vault, "播种口令12345");
  const all = async () => ({ told: await told(ledger), notes: await ledger.notes("allow_phrase") });
  const before = await all();
  await connection.close();
  return { name, before };
}
const everything = async (at: ReturnType<typeof worker>) => ({
  told: await told(at.ledger),
  notes: await at.ledger.notes("allow_phrase"),
});

async function lockedStore() {
  const { name, before } = await filled();
  const at = worker(name);
  await at.lock.turnOn(PASSPHRASE, 15);
  await at.settle();
  return { name, before, at };
}

const found = (text: string): readonly string[] => PLANTED.filter((each) => text.includes(each));
afterEach(() => vi.restoreAllMocks());

// One derivation of a key from a passphrase takes a third of a second on purpose.
const hasty = (): void => {
  const real = crypto.subtle.deriveKey.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, "deriveKey").mockImplementation((algorithm, ...rest) =>
    real({ ...(algorithm as Pbkdf2Params), ...("iterations" in Object(algorithm) ? { iterations: 2 } : {}) }, ...rest),
  );
};
beforeEach(hasty);

describe("a store with a lock", () => {
  it("holds nothing that can be read, locked or open, and gives all back to who has the passphrase", async () => {
    const { name, before } = await filled();
    expect(found(await onDisk(name)).length).toBeGreaterThan(PLANTED.length - 5);
    const at = worker(name);
    expect(await at.lock.turnOn(PASSPHRASE, 15)).toMatchObject({ state: "sealing" });
    await at.settle();
    expect(await at.lock.view()).toMatchObject({ state: "open", minutes: 15, waiting: 0 });
    expect(at.parts.at(-1)).toBe(1);
    expect(found(await onDisk(name))).toEqual([]);
    expect(await everything(at)).toEqual(before);
    await at.writer.keep(shopDay(91_230_077), capture("2026-11-25T10:00"));
    await at.writer.putNotes([{ kind: "allow_phrase", id: "最近卖得好", fields: { reason: "进货单" } }], Date.now());
    await keepKeys(at.vault, KEYS);
    await keepPassphrase(at.vault, "播种口令12345");
    expect([await keptKeys(at.vault), await keptRing(at.vault)]).toEqual([KEYS, expect.anything()]);
    expect(found(await onDisk(name))).toEqual([]);
    expect(await onDisk(name)).not.toContain("91230077");
    await expectSound(at.connection);
    await at.lock.lock();
    expect(found(await onDisk(name))).toEqual([]);
    // A new start of the browser: nothing is remembered.
    const later = worker(name);
    expect(await later.lock.view()).toMatchObject({ state: "locked" });
    expect(await later.lock.unlock(PASSPHRASE)).toMatchObject({ state: "open", refused: null });
    expect((await later.ledger.view()).readings.some(({ value }) => JSON.stringify(value).includes("91230077"))).toBe(
      true,
    );
    expect(await later.lock.turnOff(PASSPHRASE)).toMatchObject({ state: "unsealing" });
    await later.settle();
    expect(await later.lock.view()).toMatchObject({ state: "none" });
    await expectSound(worker(name).connection);
    // The bucket's keys do not come to lie open; they are typed in again.
    expect(found(await onDisk(name)).filter((each) => /planted-(id|secret)|口令/.test(each))).toEqual([]);
  });

  it("takes imports, undoing, cleaning up and another machine's rows as a store without a lock does", async () => {
    const other = worker((await fill()).name);
    await other.writer.keep(
      observation([video("别处看到的")], [reading(0, "play_count", 7)]),
      capture("2026-11-24T10:00", 9),
    );
    const incoming = await bundle(other.connection);
    const brought = {
      source: { kind: "import", name: "进货单", estimate: true },
      file: "a.csv",
      account: null,
      entities: [{ type: "talent", id: "t1", name: "茶山老周" }],
      readings: [{ ...reading(0, "follower_count", 5), day: "2026-11-19" }],
    } as unknown as Parameters<typeof other.writer.keepImport>[0];
    const change = async (at: ReturnType<typeof worker>) => {
      const { db } = await at.connection.open();
      const { batch } = await at.writer.keepImport(brought, { at: 1_795_500_000_000, reader: "x" } as never);
      const second = await at.writer.keepImport({ ...brought, file: "b.csv" }, {
        at: 1_795_500_000_001,
        reader: "x",
      } as never);
      await at.writer.undoImport(batch, 1_795_500_000_002);
      expect(second.batch).not.toBe(batch);
      await condense(db, dayNumber(1_795_400_000_000));
      await absorb(db, incoming, { mode: "merge" });
      await expectSound(at.connection);
      const { readings, ...rest } = (await told(at.ledger)) as { readings: unknown[] };
      return {
        ...rest,
        readings: readings.map((each) => JSON.stringify(each)).sort(),
        imports: (await at.ledger.imports()).length,
      };
    };
    const plain = await change(worker((await filled()).name));
    const { at, name } = await lockedStore();
    const sealed = await change(at);
    const same = (text: unknown) => JSON.stringify(text).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id");
    expect(same(sealed)).toBe(same(plain));
    expect(found(await onDisk(name))).toEqual([]);
  });

  it("answers every reading of rows with `locked`, and never with data, until it is unlocked", async () => {
    const { name } = await lockedStore();
    const { connection, ledger, writer } = worker(name);
    const { db } = await connection.open();
    const refused = { code: "locked" };
    for (const store of STORES) {
      if (store === "settings" || store === "vault") continue;
      await expect(db.getAll(store)).rejects.toMatchObject(refused);
      await expect(db.get(store, (store === "notes" ? ["rival", "x"] : 1) as never)).rejects.toMatchObject(refused);
      await expect(db.transaction(store).store.openCursor()).rejects.toMatchObject(refused);
    }
    await expect(db.getAll("vault")).rejects.toMatchObject(refused);
    await expect(db.getFromIndex("snapshots", "lastSeen", 1)).rejects.toMatchObject(refused);
    for (const ask of [ledger.owners(), ledger.view(), ledger.rivals(), ledger.notes("target"), ledger.reviews()]) {
      await expect(ask).rejects.toMatchObject(refused);
    }
    await expect(writer.keep(shopDay(1), capture("2026-11-25T10:00"))).rejects.toMatchObject(refused);
    await expect(writer.putNotes([{ kind: "pins", id: "popup", fields: { metrics: [] } }], 1)).rejects.toMatchObject(
      refused,
    );
    // What pages are read by must be known all the same.
    expect((await ledger.settings()).marks["store.weixin.qq.com"]).toBe(true);
    expect(await ledger.notes("label")).toMatchObject([{ id: "成交金额(新)" }]);
  });

  it("keeps what is seen while it is locked sealed, and takes it in on unlocking, each once and in order", async () => {
    const { name, at } = await lockedStore();
    await at.lock.lock();
    const wall = (minute: number) => capture(`2026-11-25T10:${minute}`);
    const seen = (plays: number) => observation([video("夜里看到的")], [reading(0, "play_count", plays)]);
    for (const minute of [10, 11, 12]) expect(await at.room.keep(seen(70_000 + minute), wall(minute))).toBe("new");
    // The worker is started anew, the clock stands still, and the same is seen once more.
    const other = worker(name, at.memory);
    expect(await other.room.keep(seen(70_012), wall(12))).toBe("new");
    expect(await onDisk(name)).not.toMatch(/夜里看到的|7001[0-2]/);
    expect(await other.lock.view()).toMatchObject({ state: "locked", waiting: 4 });
    await other.lock.unlock(PASSPHRASE);
    // What comes before the others are in waits behind them.
    expect(await other.room.keep(seen(70_013), wall(13))).toBe("new");
    await other.settle();
    expect(await other.lock.view()).toMatchObject({ state: "open", waiting: 0 });
    const key = (await other.ledger.profiles({ type: "video" })).find(({ entity }) => entity.name === "夜里看到的");
    expect(key?.latest).toMatchObject([{ value: { value: 70_013 } }]);
    expect((await other.ledger.recentSightings(5)).map(({ at: when }) => when)).toEqual(
      [13, 12, 12, 11, 10].map((minute) => wall(minute).at),
    );
    await expectSound(other.connection);
    expect(await onDisk(name)).not.toContain("夜里看到的");
  });

  it("asks for the passphrase again, later and later, after wrong ones; a stopped worker gives no free tries", async () => {
    const { name, at } = await lockedStore();
    await at.lock.lock();
    for (const _ of [1, 2]) expect(await at.lock.unlock("不是这个口令")).toMatchObject({ refused: "wrong", waitMs: 0 });
    expect(await at.lock.unlock("不是这个口令")).toMatchObject({ refused: "wrong", waitMs: 5_000 });
    const next = worker(name, at.memory, at.clock);
    expect(await next.lock.unlock(PASSPHRASE)).toMatchObject({ state: "locked", refused: "wait", waitMs: 5_000 });
    at.clock.now += 5_000;
    expect(await next.lock.unlock("不是这个口令")).toMatchObject({ refused: "wrong", waitMs: 10_000 });
    at.clock.now += 10_000;
    expect(await next.lock.unlock(PASSPHRASE)).toMatchObject({ state: "open", refused: null, waitMs: 0 });
    expect(await next.lock.turnOff("不是这个口令")).toMatchObject({ state: "open", refused: "wrong" });
    expect(await next.lock.turnOn("短", 0)).toMatchObject({ refused: "short" });
  });

  it("opens by a changed passphrase alone, with every row as it was", async () => {
    const { name, before, at } = await lockedStore();
    expect(await at.lock.changePassphrase(PASSPHRASE, "换过的口令也够长")).toMatchObject({ refused: null });
    await at.lock.lock();
    const later = worker(name);
    expect(await later.lock.unlock(PASSPHRASE)).toMatchObject({ refused: "wrong" });
    expect(await later.lock.unlock("换过的口令也够长")).toMatchObject({ state: "open" });
    expect(await everything(later)).toEqual(before);
  });

  it("locks itself when nobody used it for as long as the user said, also when its clock was set back", async () => {
    const { at } = await lockedStore();
    const { clock, lock } = at;
    expect(await lock.lookAtClock()).toBe(clock.now + 15 * 60_000);
    clock.now += 14 * 60_000;
    await lock.touch();
    clock.now += 14 * 60_000;
    expect(await lock.lookAtClock()).toBe(clock.now + 60_000);
    clock.now += 60_000;
    expect(await lock.lookAtClock()).toBeNull();
    expect(await lock.view()).toMatchObject({ state: "locked" });
    await lock.unlock(PASSPHRASE);
    await lock.setMinutes(0);
    expect(await lock.lookAtClock()).toBeNull();
    expect(await lock.view()).toMatchObject({ state: "open", minutes: 0 });
  });

  it("can be deleted without the passphrase, and is then a store without a lock", async () => {
    const { name, at } = await lockedStore();
    await at.lock.lock();
    expect(await at.writer.clear()).toEqual([4]);
    await at.connection.close();
    const later = worker(name);
    expect([await later.lock.view(), await later.ledger.owners()]).toEqual([
      expect.objectContaining({ state: "none" }),
      [],
    ]);
  });
});

/** Stops at the `allowed`-th write, as a worker that is stopped there would. */
function stopAfter(allowed: number): () => boolean {
  let writes = 0;
  const real = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
    writes += 1;
    if (writes > allowed) throw new Error("stopped");
    return real.apply(this, args);
  });
  return () => writes > allowed;
}

describe("a worker that is stopped in the middle of", () => {
  const steps = [0, 1, 2, 5, 13, 21, 34, 55];
  /** Runs `act` with a worker that is stopped after so many writes; the next one goes on. */
  async function stopped(
    act: (at: ReturnType<typeof worker>) => Promise<unknown>,
    name: string,
    memory: Memory,
    step: number,
  ) {
    const first = worker(name, memory);
    const stop = stopAfter(step);
    await act(first).catch(() => {});
    const wasStopped = stop();
    vi.restoreAllMocks();
    hasty();
    await first.connection.close();
    return wasStopped;
  }

  it("sealing: the next one goes on, all is there, and all of it is sealed", async () => {
    let stops = 0;
    for (const step of steps) {
      const { name, before } = await filled();
      const memory: Memory = new Map();
      const act = async (at: ReturnType<typeof worker>) => {
        await at.lock.turnOn(PASSPHRASE, 15);
        await at.settle();
      };
      if (await stopped(act, name, memory, step)) stops += 1;
      // Every other time the browser was closed with it.
      const next = worker(name, step % 2 === 0 ? memory : new Map());
      const { state } = await next.lock.view();
      if (state === "none") {
        expect(await everything(next)).toEqual(before);
        continue;
      }
      expect(await next.room.keep(shopDay(66_000_066), capture("2026-11-25T10:00"))).toBe("new");
      if (state === "locked") await next.lock.unlock(PASSPHRASE);
      await next.settle();
      expect(found(await onDisk(name))).toEqual([]);
      expect(JSON.stringify((await next.ledger.view()).readings)).toContain("66000066");
      await expectSound(next.connection);
    }
    expect(stops).toBeGreaterThan(4);
  });

  it("opening the rows again: the next one goes on, and all is there, what waited too", async () => {
    let stops = 0;
    for (const step of steps) {
      const { name, at } = await lockedStore();
      await at.connection.close();
      const act = async (each: ReturnType<typeof worker>) => {
        await each.lock.turnOff(PASSPHRASE);
        await each.room.keep(shopDay(66_000_066), capture("2026-11-25T10:00"));
        await each.settle();
      };
      const cut = await stopped(act, name, at.memory, step);
      if (cut) stops += 1;
      const next = worker(name, at.memory);
      if (cut) await next.room.keep(shopDay(66_000_066), capture("2026-11-25T10:00"));
      await next.settle();
      const state = (await next.lock.view()).state;
      if (state === "open") await next.lock.turnOff(PASSPHRASE);
      await next.settle();
      expect(await next.lock.view()).toMatchObject({ state: "none" });
      expect(JSON.stringify((await next.ledger.view()).readings)).toContain("66000066");
      expect((await next.ledger.reviews()).length).toBe(1);
      await expectSound(next.connection);
    }
    expect(stops).toBeGreaterThan(4);
  });

  it("taking in what waited: none is lost, none is kept twice", async () => {
    for (const step of [1, 4, 16]) {
      const { name, at } = await lockedStore();
      await at.lock.lock();
      for (const minute of [10, 11, 12]) await at.room.keep(shopDay(minute), capture(`2026-11-25T10:${minute}`));
      await at.connection.close();
      await stopped(
        async (each) => {
          await each.lock.unlock(PASSPHRASE);
          await each.settle();
        },
        name,
        at.memory,
        step,
      );
      const next = worker(name, at.memory);
      await next.lock.unlock(PASSPHRASE);
      await next.settle();
      expect((await next.ledger.recentSightings(3)).map(({ at: when }) => when)).toEqual(
        [12, 11, 10].map((minute) => capture(`2026-11-25T10:${minute}`).at),
      );
      expect(
        (await next.ledger.recentSightings(100)).filter(({ at: when }) => when >= capture("2026-11-25T10:00").at),
      ).toHaveLength(3);
      await expectSound(next.connection);
    }
  });
});
