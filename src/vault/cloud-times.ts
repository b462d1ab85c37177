import type { CloudAct, CloudFailure, CloudFailureCode, CloudPlan, CloudState } from "./cloud-plan";

/** When which act is due. All instants are ms. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;
/** 1970-01-05, the first Monday, in days. */
const MONDAY = 4;
const SYNC_EVERY = HOUR;

/** What passes by itself is tried again after these waits, the last one over and over. */
const WAITS = [5 * MINUTE, 15 * MINUTE, HOUR] as const;
const PASSING: readonly CloudFailureCode[] = ["network", "timeout", "server", "no_upload"];
/** What the user has to mend first is tried again so seldom, in case it was mended elsewhere. */
const LASTING_WAIT = 6 * HOUR;

/** Null where the act is not wanted. An instant that is past means: now. */
export function dueAt(act: CloudAct, plan: CloudPlan, state: CloudState, now: number): number | null {
  const failure = state.failures.find((each) => each.act === act);
  const planned = act === "backup" ? backupDue(plan, state.backup?.at ?? null, now) : plan.sync ? syncDue(state) : null;
  if (planned === null || failure === undefined) return planned;
  return failure.at + waitAfter(failure);
}

/** The soonest of both; null when nothing is wanted. */
export function nextDue(plan: CloudPlan, state: CloudState, now: number): number | null {
  const times = (["backup", "sync"] as const).flatMap((act) => dueAt(act, plan, state, now) ?? []);
  return times.length === 0 ? null : Math.max(now, Math.min(...times));
}

function waitAfter({ code, tries }: CloudFailure): number {
  if (!PASSING.includes(code)) return LASTING_WAIT;
  return WAITS[Math.min(tries, WAITS.length) - 1] ?? WAITS[0];
}

const syncDue = ({ sync }: CloudState): number => (sync === null ? 0 : sync.at + SYNC_EVERY);

/** The first time of the plan's hour after the last backup; one that was missed is due at once. */
function backupDue({ every, hour }: CloudPlan, last: number | null, now: number): number | null {
  if (every === "off") return null;
  if (last === null) return now;
  const [step, phase] = every === "day" ? [DAY, 0] : [7 * DAY, MONDAY * DAY];
  const shift = hour * HOUR + phase - SHANGHAI;
  return Math.floor((last - shift) / step) * step + shift + step;
}
