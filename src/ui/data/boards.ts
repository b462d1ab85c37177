import type { EntityKey } from "../../ledger/model";
import type { LedgerReader } from "../../ledger/reader";
import { addDays, shanghaiDay, weekStart } from "../../metrics/calendar";
import type { KpiBoard } from "../../metrics/kpi-card";
import { kpiCards } from "../../metrics/kpi-cards";
import type { LedgerView } from "../../metrics/ledger-view";
import { assumedOf, targetsOf } from "./user-numbers";

/** Days of captures that a card needs: 28 of its line and the period of 30 days before the one it shows. */
const CARD_DAYS = 62;

/** Cards of one own account or shop, of all of them without; null where none is named. */
export async function kpiBoard(ledger: LedgerReader, owner: EntityKey | null, now: number): Promise<KpiBoard> {
  const since = addDays(shanghaiDay(now), -CARD_DAYS);
  const monday = weekStart(shanghaiDay(now));
  const [view, targets, assumed] = await Promise.all([
    houses(ledger, since, monday),
    targetsOf(ledger),
    assumedOf(ledger),
  ]);
  const options = { now, targets, assumed };
  return kpiCards(view, owner === null ? options : { ...options, account: owner });
}

/**
 * The own accounts and shops since a day, and the pages on screen since another: of single posts, lives and goods a board
 * asks only for their sums and whether a metric was on screen, which those pages tell without reading each of them.
 */
export async function houses(ledger: LedgerReader, since: string, looksFrom: string): Promise<LedgerView> {
  const [view, looks] = await Promise.all([ledger.view({ type: ["account", "shop"], since }), ledger.looks(looksFrom)]);
  const seen = looks.map(({ snapshot }) => [snapshot.id, snapshot] as const);
  return { ...view, snapshots: new Map([...view.snapshots, ...seen]), looks };
}
