import type { Ledger } from "../../ledger/ledger";
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

/** Under what a board is kept: another version of the extension, another day and another house see other boards. */
export const boardName = (owner: EntityKey | null, now: number, version: string): string =>
  JSON.stringify([version, shanghaiDay(now), owner]);

/** The house of a board that was kept; undefined for what is none. */
export function houseOfBoard(name: string | null): EntityKey | null | undefined {
  if (name === null) return undefined;
  return (JSON.parse(name) as readonly [string, string, EntityKey | null])[2];
}

/**
 * The board as it was kept ready, if nothing has changed since; else worked out. `isKept` false: to be kept for the next
 * time. As text a board is what it was: it holds plain values alone.
 */
export async function readyBoard(
  ledger: Pick<Ledger, "keptView"> & LedgerReader,
  owner: EntityKey | null,
  now: number,
  version: string,
): Promise<{ readonly board: KpiBoard; readonly isKept: boolean }> {
  const kept = await ledger.keptView(boardName(owner, now, version));
  if (kept !== null) return { board: JSON.parse(kept) as KpiBoard, isKept: true };
  return { board: await kpiBoard(ledger, owner, now), isKept: false };
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
