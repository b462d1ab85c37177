import { expect, it } from "vitest";
import { createSchedule } from "../../../background/schedule";
import { LedgerError } from "../../../src/ledger/errors";

/** A schedule of one job that fails, with what it told of. */
function failing(error: Error) {
  const reported: unknown[] = [];
  const fail = async (): Promise<void> => {
    throw error;
  };
  const schedule = createSchedule(
    { job: { run: fail, arm: fail, section: "look" } },
    { openOptions: () => {}, isLocked: async () => false, report: (told) => void reported.push(told) },
  );
  return { schedule, reported };
}

it("tells of a job that failed", async () => {
  const broken = new Error("broken");
  const { schedule, reported } = failing(broken);
  await schedule.alarm("job");
  await schedule.arm();
  expect(reported).toEqual([broken, broken]);
});

it("does not call it a failure that the lock came down while a job was at work", async () => {
  const { schedule, reported } = failing(new LedgerError("locked", "数据已锁定"));
  await schedule.alarm("job");
  await schedule.arm();
  expect(reported).toEqual([]);
});
