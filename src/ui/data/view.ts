import type { Sighting } from "../../ledger/model";

export type { RowChange, WatchBoard, WatchRow } from "../../competitors/board";
export type { SeenSeller } from "../../ledger/rivals";
export type { CardTarget, KpiBoard, KpiCard, MissingMetric, SeriesPoint } from "../../metrics/kpi-card";

/** What lies in front of the user: the tab, whether it is a console page, and the newest look at it. */
export interface Front {
  readonly tab: number | null;
  readonly isConsole: boolean;
  readonly sighting: Sighting | null;
}
