import type { EntityKey, Snapshot } from "../../ledger/model";
import type { LedgerReader, SeenReading } from "../../ledger/reader";
import { addDays, shanghaiDay } from "../../metrics/calendar";
import { type Dashboard, dashboard } from "../../metrics/dashboard";
import type { LedgerView } from "../../metrics/ledger-view";
import { type WeekReport, weekOf, weekReport } from "../../metrics/week-report";
import { houses } from "./boards";
import { type Depth, depthOf } from "./depth";
import { assumedOf, campaignsOf, targetsOf } from "./user-numbers";

/** Days of captures that every comparison needs: 28 of a median and the period of 30 days before, or the month before. */
const DAYS = 62;
/** Days of pages whose sums over posts are read: this week and the one before. */
const LIST_DAYS = 8;

/**
 * first: what the houses' own numbers tell, at once · whole: with what single goods, lives and posts tell of them, which
 * takes several times as long.
 */
export type DashboardPart = "first" | "whole";

export async function dashboardOf(
  ledger: LedgerReader,
  owner: EntityKey | null,
  now: number,
  part: DashboardPart,
): Promise<Dashboard> {
  const since = addDays(shanghaiDay(now), -DAYS);
  const [view, targets, assumed, campaigns] = await Promise.all([
    houses(ledger, since, addDays(shanghaiDay(now), -LIST_DAYS)),
    targetsOf(ledger),
    assumedOf(ledger),
    campaignsOf(ledger),
  ]);
  const depth = part === "whole" ? await depthOf(ledger, view, assumed, now) : null;
  return dashboard(depth ? withPages(view, depth) : view, {
    ...{ now, targets, assumed, campaigns },
    ...(depth ? { depth: depth.houses, lives: depth.liveDays } : {}),
    ...(owner === null ? {} : { account: owner }),
  });
}

const withPages = (view: LedgerView, { snapshots }: Depth): LedgerView => ({
  ...view,
  snapshots: new Map([...view.snapshots, ...snapshots]),
});

/** Of the week that begins on `monday`; what was captured up to five weeks before it is read, for rates of growth. */
export async function reportOf(ledger: LedgerReader, owner: EntityKey | null, monday: string): Promise<WeekReport> {
  const since = addDays(monday, -40);
  const [view, targets, assumed, campaigns] = await Promise.all([
    houses(ledger, since, addDays(monday, -7)),
    targetsOf(ledger),
    assumedOf(ledger),
    campaignsOf(ledger),
  ]);
  const sunday = Date.parse(`${addDays(monday, 7)}T12:00:00+08:00`);
  const depth = await depthOf(ledger, view, assumed, sunday);
  return weekReport(withPages(view, depth), weekOf(monday), {
    ...{ targets, assumed, depth: depth.houses, occasions: [...campaigns, ...depth.liveDays] },
    ...(owner === null ? {} : { account: owner }),
  });
}

export interface SnapshotView {
  readonly snapshot: Snapshot;
  readonly readings: readonly SeenReading[];
}

export async function snapshotOf(ledger: LedgerReader, id: string): Promise<SnapshotView | null> {
  const [snapshot, readings] = await Promise.all([ledger.snapshot(id), ledger.readings(id)]);
  return snapshot && { snapshot, readings };
}
