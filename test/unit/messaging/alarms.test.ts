import { expect, it } from "vitest";
import { DraftDesk } from "../../../background/draft-desk";
import { createHandlers } from "../../../background/handlers";
import { createJobs } from "../../../background/jobs";
import { createServer } from "../../../src/messaging/server";
import { putPlan } from "../../../src/vault/cloud-plan";
import { keepMonths } from "../../../src/vault/keep-detail";
import { lockSession, unsealBy } from "../../../src/vault/lock/lock-session";
import { vaultStore } from "../../../src/vault/vault-store";
import { freshLedger, shanghai } from "../ledger/sample";
import { ownPage, SELF } from "./sample";

const NOW = shanghai("2026-11-26T10:00");

/** The worker as background/index.ts puts it together, with alarms that can be looked at. */
function worker(memory = new Map<string, unknown>()) {
  const session = lockSession({
    get: async (name) => memory.get(name),
    put: async (name, value) => void memory.set(name, value),
    drop: async (name) => void memory.delete(name),
  });
  const store = freshLedger(unsealBy(session));
  const desk = new DraftDesk(async () => ({ packs: [], switchedOff: () => [], session: () => ({ update: () => [] }) }));
  const alarms = new Map<string, number>();
  const ran: string[] = [];
  const at = {
    ...store,
    desk,
    session,
    now: () => NOW,
    announce: () => {},
    setBadge: async () => {},
    putScripts: async () => {},
    tellTabs: async () => {},
    languages: ["zh-CN"],
    readJson: async () => ({}),
    notify: async (id: string) => ran.push(id) > 0,
    setAlarm: async (name: string, when: number) => void alarms.set(name, when),
    clearAlarm: async (name: string) => void alarms.delete(name),
    nextAlarm: async (name: string) => alarms.get(name) ?? null,
    mayReach: async () => false,
    openOptions: () => {},
    report: (error: unknown) => {
      throw error;
    },
  };
  const { schedule, cloud, lock } = createJobs(at);
  const handlers = createHandlers({ ...at, reader: "x", arm: schedule.arm, cloud, lock });
  let clock = 0;
  const serve = createServer(handlers, SELF, lock.isLocked, () => (clock += 1_000));
  const ask = (kind: string, input: unknown) => serve({ kind, input }, ownPage);
  return { ...store, alarms, ask, schedule, lock, vault: vaultStore(store.connection) };
}

/** Turns on everything that is woken by an alarm. */
async function withAll() {
  const at = worker();
  const reminder = { kind: "rival_reminder", id: "all", fields: { on: true, weekday: 1, hour: 10 } };
  const alerts = { kind: "alerts", id: "all", fields: { target: true } };
  expect(await at.ask("put_notes", { notes: [reminder, alerts] })).toMatchObject({ ok: true });
  await keepMonths(at.vault, 3);
  await putPlan(at.vault, { bucket: "b-1250000000", region: "ap-guangzhou", every: "day", hour: 3, sync: true });
  expect(await at.ask("cloud", { act: "arm" })).toMatchObject({ ok: true });
  return at;
}
const ALL = ["alerts", "cloud", "rivals", "space"];

it("every wish has its alarm, and takes it back with it", async () => {
  const { alarms, ask, vault } = await withAll();
  expect([...alarms.keys()].sort()).toEqual(ALL);
  const off = { kind: "rival_reminder", id: "all", fields: { on: false } };
  await ask("put_notes", { notes: [off, { kind: "alerts", id: "all", fields: null }] });
  await keepMonths(vault, null);
  await ask("cloud", { act: "arm" });
  // Alerts are on unless they were turned off.
  expect([...alarms.keys()].sort().filter((name) => name !== "alerts")).toEqual(["cloud"]);
});

it("deleting everything leaves no alarm, but for what stands by default on an empty store", async () => {
  const { alarms, ask, schedule } = await withAll();
  expect(await ask("delete_everything", {})).toMatchObject({ ok: true });
  expect([...alarms.keys()]).toEqual([]);
  await schedule.arm();
  expect([...alarms.keys()]).toEqual([]);
});

it("while the store is locked no job works or loses its alarm; unlocking arms them all, deleting everything none", async () => {
  const { alarms, ask, schedule, connection, ledger, writer } = await withAll();
  const open = () => ask("lock", { act: "state" });
  await ask("lock", { act: "on", passphrase: "锁的口令有八个字", minutes: 15 });
  await expect.poll(open, { timeout: 20_000 }).toMatchObject({ value: { state: "open" } });
  await expect.poll(() => [...alarms.keys()].sort()).toEqual([...ALL, "lock"].sort());
  expect(await ask("lock", { act: "lock" })).toMatchObject({ value: { state: "locked" } });
  await expect.poll(() => alarms.has("lock")).toBe(false);
  for (const name of ALL) await schedule.alarm(name);
  await schedule.arm();
  expect([...alarms.keys()].sort()).toEqual(ALL);
  expect(await ask("put_notes", { notes: [] })).toMatchObject({ ok: false, error: { code: "locked" } });
  expect(await ask("delete_everything", {})).toMatchObject({ ok: true });
  expect([...alarms.keys()]).toEqual([]);
  expect([await ledger.lock(), (await connection.open()).lock]).toEqual(["none", "none"]);
  await writer.putNotes([{ kind: "pins", id: "popup", fields: { metrics: [] } }], 1);
});
