import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCloudJob } from "../../../background/cloud-job";
import { createWriter } from "../../../src/ledger/writer";
import type { Changed } from "../../../src/messaging/protocol";
import { ALL_BACKUPS } from "../../../src/vault/backup";
import { type CloudPlan, type CloudState, NO_STATE, putPlan, stateOf } from "../../../src/vault/cloud-plan";
import { dueAt, nextDue } from "../../../src/vault/cloud-times";
import { cosStore } from "../../../src/vault/cos-store";
import type { Keyring } from "../../../src/vault/keyring";
import { keepKeys, keepPassphrase, keptRing } from "../../../src/vault/secrets";
import { syncRound } from "../../../src/vault/sync-round";
import { vaultStore } from "../../../src/vault/vault-store";
import { fill } from "../../fixtures/databases/fill";
import { type Bucket, openBucket } from "../../harness/bucket";
import { shanghai } from "../ledger/sample";
import { bundle, read } from "./sample";

let server: Bucket;
beforeAll(async () => {
  server = await openBucket();
});
afterAll(() => server?.close());
beforeEach(() => {
  server.faults.length = 0;
  server.asked.length = 0;
});

const MINUTE = 60_000;
const NOON = shanghai("2026-11-26T12:00");
const PASSPHRASE = "八个字以上的口令";

/** A machine that is set up, with a clock and alarms of the test's. */
async function machine(plan: Partial<CloudPlan> = {}, keys = server.keys) {
  const connection = await fill();
  const vault = vaultStore(connection);
  const clock = { now: NOON };
  const alarms: (number | null)[] = [];
  const announced: Changed[] = [];
  const at = { reach: true, merged: 0 };
  await putPlan(vault, { ...server.bucket, every: "day", hour: 12, sync: false, ...plan });
  await keepKeys(vault, keys);
  await keepPassphrase(vault, PASSPHRASE);
  const now = () => clock.now;
  const job = createCloudJob({
    vault,
    now,
    mayReach: async () => at.reach,
    setAlarm: async (_, when) => void alarms.push(when),
    clearAlarm: async () => void alarms.push(null),
    announce: (changed) => void announced.push(changed),
    round: {
      connection,
      sync: (ring, store, before) => syncRound({ connection, vault, ring, now }, store, before),
      fetch: server.fetch as typeof fetch,
      againMs: [],
    },
    async merged() {
      at.merged += 1;
    },
  });
  return { connection, vault, clock, alarms, announced, at, job };
}

it("is over before everything is deleted, and writes nothing after", async () => {
  const { connection, vault, job } = await machine();
  const round = job.run();
  // The first word with the bucket: the round is in its middle.
  await expect.poll(() => server.asked.length, { interval: 1, timeout: 20_000 }).toBeGreaterThan(0);
  await job.alone(() =>
    createWriter(connection)
      .clear()
      .then(() => {}),
  );
  await round;
  const { db } = await connection.open();
  expect(await db.getAllKeys("vault")).toEqual([]);
  expect(await vault.device()).toMatch(/-/);
});

const failure = (state: CloudState | null) => state?.failures[0];

describe("a backup by alarm", () => {
  it("goes to the bucket when it is due, sealed, and is next due a day later", async () => {
    const { connection, vault, alarms, job, clock } = await machine();
    await job.run();
    const state = await stateOf(vault);
    expect(state).toMatchObject({ backup: { at: NOON }, failures: [], next: NOON + 24 * 60 * MINUTE });
    // First the alarm that goes on after a death of the worker, then the next one.
    expect(alarms).toEqual([NOON + 6 * MINUTE, NOON + 24 * 60 * MINUTE]);
    const store = cosStore(server.bucket, server.keys, { fetch: server.fetch as typeof fetch });
    const back = new Uint8Array(await ((await store.get(state.backup?.key ?? "")) as Blob).arrayBuffer());
    const ring = (await keptRing(vault)) as Keyring;
    expect((await read(back, ring)).bundle.snapshots).toEqual((await bundle(connection)).snapshots);
    const before = server.asked.length;
    clock.now += 60 * MINUTE;
    await job.run();
    expect(server.asked.length).toBe(before);
  });

  it.each([
    ["500", "server", 5],
    ["cut", "network", 5],
    ["full", "full", 360],
  ] as const)("%s: is told with its cause and tried again in time", async (fault, code, minutes) => {
    const { vault, clock, job, alarms } = await machine();
    server.faults.push(fault);
    await job.run();
    expect(await stateOf(vault)).toMatchObject({
      backup: null,
      failures: [{ act: "backup", code, at: NOON, tries: 1 }],
      next: NOON + minutes * MINUTE,
    });
    expect(alarms.at(-1)).toBe(NOON + minutes * MINUTE);
    clock.now += minutes * MINUTE;
    await job.run();
    expect(await stateOf(vault)).toMatchObject({ backup: { at: clock.now }, failures: [] });
  });

  it("wrong keys, a permission that was taken back, another bucket's name: what to do is told, not tried over and over", async () => {
    const wrong = await machine({}, { secretId: "S3RVER", secretKey: "wrong" });
    expect(failure(await wrong.job.now("backup"))).toMatchObject({ code: "denied" });
    const nowhere = await machine({ bucket: "other-1250000000" });
    expect(failure(await nowhere.job.now("backup"))).toMatchObject({ code: "no_bucket" });
    const taken = await machine();
    taken.at.reach = false;
    server.asked.length = 0;
    expect(failure(await taken.job.now("backup"))).toMatchObject({ code: "no_permission" });
    expect(server.asked).toEqual([]);
    taken.at.reach = true;
    expect(await taken.job.now("backup")).toMatchObject({ failures: [] });
  });

  it("says nothing of the keys in its state, its messages or the bucket's listing", async () => {
    const { vault, announced, job } = await machine({}, { secretId: "AKIDverysecret", secretKey: "neverseen" });
    await job.now("backup");
    const said = JSON.stringify([await stateOf(vault), announced, server.asked]);
    expect(said).not.toMatch(/AKIDverysecret|neverseen|口令/);
    expect(failure(await stateOf(vault))?.code).toBe("denied");
  });

  it("rounds asked for at once go one after the other", async () => {
    const { job } = await machine();
    await Promise.all([job.now("backup"), job.now("backup"), job.run()]);
    const puts = server.asked.filter((line) => line.startsWith("PUT"));
    expect(puts.length).toBe(2);
  });
});

it("two machines back up and sync over one bucket", async () => {
  const [a, b] = [await machine({ sync: true }), await machine({ sync: true })];
  expect(await a.job.now("sync")).toMatchObject({ sync: { written: 1, devices: [] } });
  expect(await b.job.now("sync")).toMatchObject({ sync: { taken: 1, left: [], devices: [{ segments: 1 }] } });
  expect([a.at.merged, b.at.merged]).toEqual([0, 1]);
  const store = cosStore(server.bucket, server.keys, { fetch: server.fetch as typeof fetch });
  expect((await store.list(ALL_BACKUPS)).length).toBeGreaterThan(0);
});

describe("when", () => {
  const plan: CloudPlan = { bucket: "b-12345678", region: "ap-x", every: "day", hour: 12, sync: false };
  const last = (wall: string): CloudState => ({ ...NO_STATE, backup: { at: shanghai(wall), key: "", bytes: 1 } });
  const due = (each: CloudPlan, state: CloudState) => dueAt("backup", each, state, NOON);

  it("by day at its hour, by week on Mondays, one that was missed at once", () => {
    expect(due(plan, NO_STATE)).toBe(NOON);
    expect(due(plan, last("2026-11-25T12:00"))).toBe(NOON);
    expect(due(plan, last("2026-11-26T11:59"))).toBe(NOON);
    expect(due(plan, last("2026-11-26T12:01"))).toBe(shanghai("2026-11-27T12:00"));
    expect(nextDue(plan, last("2026-11-20T12:00"), NOON)).toBe(NOON);
    const weekly = { ...plan, every: "week" as const };
    expect(due(weekly, last("2026-11-23T12:00"))).toBe(shanghai("2026-11-30T12:00"));
    expect(due({ ...plan, every: "off" }, NO_STATE)).toBeNull();
    expect(nextDue({ ...plan, every: "off" }, NO_STATE, NOON)).toBeNull();
  });

  it("what fails waits longer each time", () => {
    const failed = (tries: number): CloudState => ({
      ...NO_STATE,
      failures: [{ act: "backup", code: "network", detail: "", at: NOON, tries }],
    });
    const waits = [1, 2, 3, 9].map((tries) => ((due(plan, failed(tries)) ?? 0) - NOON) / MINUTE);
    expect(waits).toEqual([5, 15, 60, 60]);
  });
});
