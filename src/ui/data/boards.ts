import type { CompetitorBoard } from "../../competitors/board";
import { competitorBoard as competitorsOf } from "../../competitors/competitor-board";
import type { EntityKey } from "../../ledger/model";
import type { HistoryFilter, LedgerReader, ProfileFilter, ReadingsView } from "../../ledger/reader";
import { addDays, shanghaiDay, weekStart } from "../../metrics/calendar";
import type { KpiBoard } from "../../metrics/kpi-card";
import { kpiCards } from "../../metrics/kpi-cards";
import { assumedOf, targetsOf } from "./user-numbers";

/** Days of captures that a card needs: 28 of its line and the period of 30 days before the one it shows. */
const CARD_DAYS = 62;
const COMPETITOR_DAYS = 84;

/** Cards of one own account or shop, of all of them without; null where none is named. */
export async function kpiBoard(ledger: LedgerReader, owner: EntityKey | null, now: number): Promise<KpiBoard> {
  const since = addDays(shanghaiDay(now), -CARD_DAYS);
  const monday = weekStart(shanghaiDay(now));
  const view = await together(ledger, [
    { type: "account", since },
    { type: "shop", since },
    // Of single videos, lives and goods a board only asks whether a metric was on screen this week.
    { type: "video", since: monday },
    { type: "live", since: monday },
    { type: "product", since: monday },
  ]);
  const options = { now, targets: await targetsOf(ledger), assumed: await assumedOf(ledger) };
  return kpiCards(view, owner === null ? options : { ...options, account: owner });
}

export async function competitorBoard(ledger: LedgerReader, now: number): Promise<CompetitorBoard> {
  const since = addDays(shanghaiDay(now), -COMPETITOR_DAYS);
  const [view, watched] = await Promise.all([
    together(ledger, [
      { type: "talent", since },
      { type: "shop", since },
      { type: "product", since },
    ]),
    ledger.watched(),
  ]);
  return competitorsOf(
    view,
    watched.map(({ entity }) => entity.key),
    now,
  );
}

/** The views of several filters as one. */
export async function together(
  ledger: LedgerReader,
  filters: readonly (ProfileFilter & HistoryFilter)[],
): Promise<ReadingsView> {
  const views = await Promise.all(filters.map((filter) => ledger.view(filter)));
  return {
    readings: views.flatMap((view) => view.readings),
    entities: new Map(views.flatMap((view) => [...view.entities])),
    snapshots: new Map(views.flatMap((view) => [...view.snapshots])),
  };
}
