import { afterEach, expect, it, vi } from "vitest";
import { DraftDesk } from "../../../background/draft-desk";
import { createHandlers } from "../../../background/handlers";
import { STORES } from "../../../src/ledger/records";
import { POLICY, type Sender } from "../../../src/messaging/policy";
import type { Kind } from "../../../src/messaging/protocol";
import { createServer } from "../../../src/messaging/server";
import fc from "../../harness/properties";
import { expectSound } from "../ledger/invariant";
import { lockable } from "./lock-desk";
import { consoleTab, ownPage, SELF, seen } from "./sample";

const RUNS = 10_000;
afterEach(() => vi.restoreAllMocks());

const kinds = Object.keys(POLICY) as Kind[];

function surroundings() {
  const { store, lock } = lockable();
  const { connection, ledger, writer } = store;
  const desk = new DraftDesk(async () => ({ packs: [], switchedOff: () => [], session: () => ({ update: () => [] }) }));
  const quiet = {
    announce: () => {},
    setBadge: async () => {},
    putScripts: async () => {},
    tellTabs: async () => {},
    report: () => {},
    arm: async () => {},
    cloud: { now: async () => null, alone: <T>(work: () => Promise<T>) => work() },
    lock,
  };
  let now = 0;
  const handlers = createHandlers({ ledger, writer, desk, reader: "x", now: () => 1_800_000_000_000, ...quiet });
  // A second passes between messages, so that none is turned away for coming too fast.
  const serve = createServer(handlers, SELF, lock.isLocked, () => (now += 1_000));
  return { connection, serve };
}

const sender: fc.Arbitrary<Sender> = fc.oneof(
  fc.constant(consoleTab(1)),
  fc.constant(ownPage),
  fc.record(
    {
      id: fc.oneof(fc.constant(SELF.id), fc.string()),
      url: fc.oneof(fc.constant("https://channels.weixin.qq.com/platform"), fc.webUrl(), fc.string()),
      frameId: fc.nat(3),
      tab: fc.record({ id: fc.nat(5) }),
    },
    { requiredKeys: [] },
  ),
);

/** A value with one place of it, at any depth, replaced. */
function bend(value: unknown, place: number, junk: unknown): unknown {
  let left = place;
  const walk = (each: unknown): unknown => {
    left -= 1;
    if (left === 0) return junk;
    if (Array.isArray(each)) return each.map(walk);
    if (typeof each !== "object" || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value);
}

const bent = fc.tuple(fc.nat(40), fc.anything()).map(([place, junk]) => ({ observation: bend(seen, place, junk) }));
const lockAct = fc.record(
  {
    act: fc.constantFrom("state", "touch", "lock", "unlock", "off", "change", "minutes"),
    passphrase: fc.oneof(fc.string(), fc.anything()),
    next: fc.string(),
    minutes: fc.oneof(fc.constantFrom(0, 5, 15), fc.integer()),
  },
  { requiredKeys: ["act"] },
);
const message = fc.oneof(
  fc.anything(),
  fc.record({ kind: fc.oneof(fc.constantFrom(...kinds), fc.string()), input: fc.oneof(fc.anything(), fc.object()) }),
  fc.record({ kind: fc.constant("observe"), input: bent }),
  fc.record({ kind: fc.constant("lock"), input: lockAct }),
);

/** Whether anything was asked to be written or deleted since the last time. */
function watchWrites(): () => boolean {
  let writes = 0;
  for (const method of ["put", "add", "delete", "clear"] as const) {
    const real = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args: unknown[]) {
      writes += 1;
      return Reflect.apply(real, this, args);
    });
  }
  return () => {
    const since = writes;
    writes = 0;
    return since > 0;
  };
}

it(`answers ${RUNS} messages of all sorts, throws at none, and keeps the store sound`, async () => {
  const { connection, serve } = surroundings();
  const { db } = await connection.open();
  const counts = async () => Promise.all(STORES.map((store) => db.count(store)));
  const touched = watchWrites();
  let before = await counts();
  let answered = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(message, sender, async (any, from) => {
      const answer = await serve(any, from);
      answered += 1;
      expect(typeof answer.ok).toBe("boolean");
      if (!answer.ok) {
        refused += 1;
        expect(answer.error.message).not.toBe("");
      }
      if (!touched()) return;
      const after = await counts();
      if (!answer.ok) expect(after).toEqual(before);
      before = after;
    }),
    { numRuns: RUNS },
  );
  expect(answered).toBeGreaterThanOrEqual(RUNS);
  expect(refused).toBeGreaterThan(RUNS / 2);
  await expectSound(connection);
});

it.each(kinds)("refuses %s that is longer than any fair one, before its shape is looked at", async (kind) => {
  const { serve } = surroundings();
  const from = POLICY[kind] === "console" ? consoleTab() : ownPage;
  const answer = await serve({ kind, input: { text: "长".repeat(5_000_000) } }, from);
  expect(answer).toMatchObject({ ok: false, error: { code: "too_large" } });
});

it("stores nothing of an observation bent in any one place out of its shape", async () => {
  const { connection, serve } = surroundings();
  const { db } = await connection.open();
  const junks: fc.Arbitrary<unknown> = fc.constantFrom(undefined, [], {}, Number.NaN, "x".repeat(25_000), { $: 1 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 24 }), junks, async (place, junk) => {
      const observation = bend(seen, place, junk);
      const same = JSON.stringify(observation) === JSON.stringify(seen);
      const answer = await serve({ kind: "observe", input: { observation } }, consoleTab());
      // An empty list of readings, entities or labels is a fair thing to say.
      const fair = same || (Array.isArray(junk) && answer.ok);
      if (!fair) expect(answer).toMatchObject({ ok: false, error: { code: "bad_message" } });
    }),
    { numRuns: 300 },
  );
  const snapshots = await db.getAll("snapshots");
  expect(snapshots.every((row) => row.readingCount <= 1)).toBe(true);
  await expectSound(connection);
});
