import { isoWeek } from "../metrics/calendar";
import type { LedgerView } from "../metrics/ledger-view";
import { changesOf } from "./changes";
import type { Competitor, CompetitorChange } from "./competitor";
import { type Dossier, dossiers } from "./dossier";
import type { Move } from "./move";

/** Every talent or other shop read: its weeks and what changed between its two newest days. Last seen first. */
export function competitors(view: LedgerView): Competitor[] {
  return dossiers(view)
    .sort((a, b) => b.lastSeen - a.lastSeen)
    .map((dossier) => competitorOf(dossier, changesOf(dossier, view).map(plain)));
}

function competitorOf<C extends CompetitorChange>({ entity, days }: Dossier, changes: readonly C[]) {
  return {
    id: entity.id,
    name: entity.name ?? entity.id ?? "",
    type: entity.type === "shop" ? ("shop" as const) : ("talent" as const),
    weeks: [...new Set(days.map(({ day }) => isoWeek(day)))],
    changes,
  };
}

const plain = ({ unit: _, direction: __, estimate: ___, ...change }: Move): CompetitorChange => change;
