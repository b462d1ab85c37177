import { LedgerError } from "../src/ledger/errors";

/** Who is woken by which alarm, and what a click on a notification opens. The part before the first `:` of a name is the job. */
export interface Job {
  /** `name` is what stands after the colon, empty without one. */
  run(name: string): Promise<void>;
  /** Sets the job's alarms as the store now wants them, or takes them back. */
  arm(): Promise<void>;
  /** Section of the options page that a click on a notification of this job opens. */
  readonly section: string;
  /** Whether it also works while the store is locked. */
  readonly whileLocked?: boolean;
}

interface ScheduleWork {
  openOptions(section: string): void;
  isLocked(): Promise<boolean>;
  report(error: unknown): void;
}

/** The lock came down while a job was at it: unlocking arms them all again. */
const isLockedMeanwhile = (error: unknown): boolean => error instanceof LedgerError && error.code === "locked";

/** Unknown names belong to an older version of the extension: nothing is done. Failures are the job's to tell the user; here they are logged. */
export function createSchedule(jobs: Readonly<Record<string, Job>>, at: ScheduleWork) {
  const find = (name: string): Job | undefined => {
    const [job = ""] = name.split(":", 1);
    return Object.hasOwn(jobs, job) ? jobs[job] : undefined;
  };
  const report = (error: unknown): void => {
    if (!isLockedMeanwhile(error)) at.report(error);
  };
  const mayWork = async (job: Job): Promise<boolean> => job.whileLocked === true || !(await at.isLocked());
  return {
    async alarm(name: string): Promise<void> {
      const job = find(name);
      try {
        if (job && (await mayWork(job))) await job.run(name.slice(name.indexOf(":") + 1 || name.length));
      } catch (error) {
        report(error);
      }
    },
    notificationClicked(name: string): void {
      const job = find(name);
      if (job) at.openOptions(job.section);
    },
    /**
     * Sets every alarm as the store now wants it: the one way for all jobs, to be called whenever what they go by may have
     * changed. What cannot be read while the store is locked stays as it is until it is unlocked.
     */
    async arm(): Promise<void> {
      const arming = Object.values(jobs).map(async (job) => ((await mayWork(job)) ? job.arm() : undefined));
      for (const outcome of await Promise.allSettled(arming)) {
        if (outcome.status === "rejected") report(outcome.reason);
      }
    },
  };
}
