import type { Unit, Value } from "../../console/observation";

/** What a chart shows, without a word about how it is drawn: the same spec gives the picture, its table and its CSV. */
export interface ChartSpec {
  /** histogram: bars without a gap over neighbouring bands. */
  readonly kind: "line" | "bar" | "histogram";
  /** Name of the picture and of its files. */
  readonly title: string;
  /** What the columns along the x axis are: a day, a band of prices. */
  readonly xName: string;
  readonly x: readonly ChartPlace[];
  readonly series: readonly ChartSeries[];
  /** A number to stay above or below, drawn as a line across. */
  readonly target?: { readonly value: number; readonly text: string };
  readonly notes?: readonly ChartNote[];
}

export interface ChartPlace {
  /** Unique along the axis: `2026-11-20`. */
  readonly key: string;
  /** As shown: `11-20`. */
  readonly text: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly unit: Unit;
  /** One for each place; null: not seen, a gap and never a zero. A range or a rounded number is drawn as an interval. */
  readonly values: readonly (Value | null)[];
}

/** What happened: a campaign spans days, a post stands at one. */
export interface ChartNote {
  readonly kind: "campaign" | "post";
  /** Keys of places. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
}
