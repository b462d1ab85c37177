import type { EntityKey, Snapshot } from "../../ledger/model";
import type { LedgerReader, SeenReading } from "../../ledger/reader";
import { addDays, shanghaiDay } from "../../metrics/calendar";
import { type Dashboard, dashboard } from "../../metrics/dashboard";
import { type PostTable, postTable } from "../../metrics/posts";
import { type WeekReport, weekOf, weekReport } from "../../metrics/week-report";
import { houses } from "./boards";
import { assumedOf, campaignsOf, targetsOf } from "./user-numbers";

/** Days of captures that every comparison needs: 28 of a median and the period of 30 days before, or the month before. */
const DAYS = 62;
/** Days of lists of posts: sums over hundreds of posts are read for this week and the one before. */
const LIST_DAYS = 8;

export async function dashboardOf(ledger: LedgerReader, owner: EntityKey | null, now: number): Promise<Dashboard> {
  const since = addDays(shanghaiDay(now), -DAYS);
  const [view, targets, assumed, campaigns] = await Promise.all([
    houses(ledger, since, addDays(shanghaiDay(now), -LIST_DAYS)),
    targetsOf(ledger),
    assumedOf(ledger),
    campaignsOf(ledger),
  ]);
  const options = { now, targets, assumed, campaigns };
  return dashboard(view, owner === null ? options : { ...options, account: owner });
}

/** The newest numbers of every post; history is not read for it. */
export async function postsOf(ledger: LedgerReader, owner: EntityKey | null): Promise<PostTable> {
  const [profiles, notes] = await Promise.all([
    ledger.profiles(owner === null ? { type: "video" } : { type: "video", account: owner }),
    ledger.notes("post"),
  ]);
  return postTable(profiles, new Map(notes.map(({ id, value }) => [id, value])));
}

/** Of the week that begins on `monday`; what was captured up to five weeks before it is read, for rates of growth. */
export async function reportOf(ledger: LedgerReader, owner: EntityKey | null, monday: string): Promise<WeekReport> {
  const since = addDays(monday, -40);
  const [view, targets, assumed] = await Promise.all([
    houses(ledger, since, addDays(monday, -7)),
    targetsOf(ledger),
    assumedOf(ledger),
  ]);
  const options = { targets, assumed };
  return weekReport(view, weekOf(monday), owner === null ? options : { ...options, account: owner });
}

export interface SnapshotView {
  readonly snapshot: Snapshot;
  readonly readings: readonly SeenReading[];
}

export async function snapshotOf(ledger: LedgerReader, id: string): Promise<SnapshotView | null> {
  const [snapshot, readings] = await Promise.all([ledger.snapshot(id), ledger.readings(id)]);
  return snapshot && { snapshot, readings };
}
