import { expect, it } from "vitest";
import { createSpaceJob } from "../../../background/space-job";
import { keepMonths } from "../../../src/vault/keep-detail";
import { vaultStore } from "../../../src/vault/vault-store";
import { expectSound } from "../ledger/invariant";
import { capture, freshLedger, observation, reading, shanghai, video } from "../ledger/sample";

it("condenses what is older than the user said, once a day, and nothing unless the user said so", async () => {
  const { connection, writer, ledger } = freshLedger();
  for (const wall of ["2026-08-01T10:00", "2026-08-01T11:00", "2026-11-20T10:00", "2026-11-20T11:00"]) {
    const plays = reading(0, "play_count", Number(wall.slice(11, 13)));
    await writer.keep(observation([video("茶")], [plays]), capture(wall));
  }
  const vault = vaultStore(connection);
  const alarms: unknown[] = [];
  const job = createSpaceJob({
    vault,
    connection,
    now: () => shanghai("2026-11-26T10:00"),
    setAlarm: async (...alarm) => void alarms.push(alarm),
    clearAlarm: async () => void alarms.push(null),
    nextAlarm: async () => null,
    announce: () => {},
  });
  await job.arm();
  await job.run("");
  expect([alarms, (await ledger.usage()).snapshots]).toEqual([[null], 4]);
  await keepMonths(vault, 3);
  await job.arm();
  expect(alarms.at(-1)).toEqual(["space", shanghai("2026-11-26T10:10"), 1_440]);
  await job.run("");
  expect((await ledger.usage()).snapshots).toBe(3);
  await expectSound(connection);
});
