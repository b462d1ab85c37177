import type { StoredReading } from "../ledger/model";
import { periodDays } from "../metrics/calendar";
import type { LedgerView } from "../metrics/ledger-view";
import { type Series, seriesOf } from "../metrics/series";
import type { Dossier } from "./dossier";
import { formMoves } from "./forms";
import { goodsChanges } from "./goods";
import { type Move, moveBetween } from "./move";
import { changeSize } from "./size";

/** What changed between the two newest days on which the competitor was seen: certain before possible, biggest first. */
export function changesOf(dossier: Dossier, view: LedgerView): Move[] {
  const [before, after] = dossier.days.slice(-2);
  if (!before || !after) return [];
  const moves = [
    ...metricMoves(before.own, after.own, view),
    ...formMoves(before.own, after.own, view),
    ...goodsChanges(before, after, view),
  ];
  const rank = (move: Move): number => (move.certainty === "certain" ? 0 : 1);
  return moves.sort((a, b) => rank(a) - rank(b) || changeSize(b) - changeSize(a));
}

type Readings = readonly StoredReading[];

/** How each metric moved from the last that was known to the last of the later readings; like periods with like, estimates with estimates. */
export function metricMoves(before: Readings, after: Readings, view: LedgerView): Move[] {
  const earlier = new Map(seriesOf(before, view).map((series) => [idOf(series), series]));
  return seriesOf(after, view).flatMap((series): Move[] => {
    const [to, from] = [series.points.at(-1), earlier.get(idOf(series))?.points.at(-1)];
    const isAlike = from && to && periodDays(from.period) === periodDays(to.period);
    const move = isAlike ? moveBetween(from, to, series.unit) : null;
    if (!move) return [];
    return [
      {
        kind: "metric",
        metric: series.metric,
        ...move,
        ...(series.estimate === undefined ? {} : { estimate: series.estimate }),
      },
    ];
  });
}

const idOf = ({ metric, kind, estimate = "" }: Series): string => `${metric} ${kind} ${estimate}`;
