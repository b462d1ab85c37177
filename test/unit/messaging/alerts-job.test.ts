import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { ALERTS_JOB, type AlertSurroundings, createAlertsJob } from "../../../background/alerts-job";
import { vaultStore } from "../../../src/vault/vault-store";
import { workspaceWords } from "../../harness/workspace-words.mjs";
import { capture, freshLedger, shanghai, shopDay } from "../ledger/sample";

/** A worker with a store, a clock and a browser that grants notifications or not. */
function stage() {
  const { connection, ledger, writer } = freshLedger();
  const state = { now: shanghai("2026-11-24T12:00"), mayNotify: true };
  const shown: { id: string; title: string; message: string }[] = [];
  const alarms = new Map<string, number>();
  const at: AlertSurroundings = {
    ledger,
    writer,
    vault: vaultStore(connection),
    languages: ["zh-CN"],
    now: () => state.now,
    readJson: async (path) =>
      JSON.parse(
        path.endsWith("workspace.json")
          ? await workspaceWords("zh_CN")
          : readFileSync(new URL(`../../../assets/${path.replace("_locales", "locales")}`, import.meta.url), "utf8"),
      ),
    notify: async (id, title, message) => {
      if (state.mayNotify) shown.push({ id, title, message });
      return state.mayNotify;
    },
    setAlarm: async (name, when) => void alarms.set(name, when),
    clearAlarm: async (name) => void alarms.delete(name),
    nextAlarm: async (name) => alarms.get(name) ?? null,
  };
  const turn = (stale: boolean) => writer.putNotes([{ kind: "alerts", id: "all", fields: { stale } }], state.now);
  return { job: createAlertsJob(at), ledger, writer, state, shown, alarms, turn };
}

describe("the job of alerts", () => {
  it("is awake only while an alert is on", async () => {
    const { job, alarms, turn } = stage();
    await job.arm();
    expect(alarms.size).toBe(0);
    await turn(true);
    await job.arm();
    expect([...alarms.keys()]).toEqual([ALERTS_JOB]);
    await turn(false);
    await job.arm();
    expect(alarms.size).toBe(0);
  });

  it("tells a cause once, in words, and opens its settings by a click", async () => {
    const { job, writer, shown, turn, state } = stage();
    await writer.keep(shopDay(100_000), capture("2026-11-20T10:00"));
    await turn(true);
    await job.run("");
    await job.run("");
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ title: "1 件事值得看一眼", message: "山里人家旗舰店 已经 4 天没看后台" });
    expect(shown[0]?.id.startsWith(`${ALERTS_JOB}:`)).toBe(true);
    expect(job.section).toBe("alerts");
    state.now = shanghai("2026-11-26T12:00");
    await job.run("");
    expect(shown).toHaveLength(1);
  });

  it("keeps a cause for later when it may not be shown", async () => {
    const { job, writer, shown, turn, state } = stage();
    await writer.keep(shopDay(100_000), capture("2026-11-20T10:00"));
    await turn(true);
    state.mayNotify = false;
    await job.run("");
    state.mayNotify = true;
    await job.run("");
    expect(shown).toHaveLength(1);
  });

  it("reads the numbers only when they can tell something: not in quiet hours, and not again while nothing changed", async () => {
    const { job, ledger, writer, turn, state } = stage();
    await writer.keep(shopDay(100_000), capture("2026-11-24T10:00"));
    await turn(true);
    const view = vi.spyOn(ledger, "view");
    const reads = async (): Promise<number> => {
      const before = view.mock.calls.length;
      await job.run("");
      return view.mock.calls.length - before;
    };
    state.now = shanghai("2026-11-24T23:00");
    expect(await reads()).toBe(0);
    state.now = shanghai("2026-11-25T09:00");
    expect(await reads()).toBeGreaterThan(0);
    expect(await reads()).toBe(0);
    await writer.keep(shopDay(90_000), capture("2026-11-25T09:10"));
    expect(await reads()).toBeGreaterThan(0);
    expect(await reads()).toBe(0);
    await writer.putNotes([{ kind: "target", id: "pay_gmv", fields: { value: 1 } }], state.now);
    expect(await reads()).toBeGreaterThan(0);
    state.now = shanghai("2026-11-26T09:00");
    expect(await reads()).toBeGreaterThan(0);
  });
});
