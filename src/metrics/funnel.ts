import type { Period, Value } from "../console/observation";
import { POINTS_NEEDED } from "./comparison";
import { evaluate, FORMULAS, type Formula } from "./formulas";
import { intervalOf, numberOf } from "./interval";
import { middleOf } from "./middle";
import type { Point, Series } from "./series";
import { robustDeviation } from "./statistics";
import { judge } from "./verdict";

const STEPS = ["product_exposure_uv", "product_click_uv", "pay_uv"] as const;
const RATES = ["exposure_click_rate", "click_pay_rate"] as const;

export interface FunnelRate {
  readonly metric: (typeof RATES)[number];
  readonly value: Value;
  /** The middle of the same rate over the 28 days before; null while there are under seven. */
  readonly usual: Value | null;
  /** Against the usual. */
  readonly direction: "up" | "down" | "flat" | "unknown";
  readonly relative: number | null;
}

/** 曝光 → 点击 → 成交 of one entity and period: how many people come to each step, and what share goes on. */
export interface Funnel {
  readonly period: Period;
  readonly steps: readonly { readonly metric: (typeof STEPS)[number]; readonly value: Value }[];
  readonly rates: readonly FunnelRate[];
  /**
   * The rate that fell most against its usual, certainly and further than its days stray; null when none did or nothing is
   * known to hold it against.
   */
  readonly leak: FunnelRate["metric"] | null;
}

/** Null until one page or two showed all three counts of one period; steps that contradict each other are none. */
export function funnelOf(series: readonly Series[]): Funnel | null {
  for (const kind of ["day", "7_days", "30_days"] as const) {
    const own = STEPS.map((metric) => series.find((each) => each.metric === metric && each.kind === kind));
    const slots = common(own);
    const newest = slots.findLast((points) => points.every(({ partial }) => !partial));
    const period = newest?.[0]?.period;
    if (!newest || !period || !isNarrowing(newest)) continue;
    const before = slots.filter((points) => (points[0]?.period.to ?? "") < period.from).slice(-28);
    const rates = RATES.map((metric, step) => rateOf(metric, step, newest, before));
    if (rates.some((rate) => rate === null)) continue;
    const known = rates.flatMap((each) => each?.rate ?? []);
    const fallen = rates.flatMap((each) => (each && !each.isStraying ? each.rate : []));
    const steps = STEPS.flatMap((metric, step) => {
      const value = newest[step]?.value;
      return value ? [{ metric, value }] : [];
    });
    return { period, steps, rates: known, leak: leakOf(fallen) };
  }
  return null;
}

/** Periods of which every step is known, oldest first. */
function common(own: readonly (Series | undefined)[]): Point[][] {
  const [first, ...rest] = own;
  return (first?.points ?? []).flatMap((point) => {
    const others = rest.map((each) =>
      each?.points.find(({ period }) => period.from === point.period.from && period.to === point.period.to),
    );
    const found = others.flatMap((each) => each ?? []);
    return found.length === rest.length ? [[point, ...found]] : [];
  });
}

const isNarrowing = (points: readonly Point[]): boolean =>
  points.every((point, step) => {
    const [wide, narrow] = [
      points[step - 1] && intervalOf(points[step - 1]?.value ?? point.value),
      intervalOf(point.value),
    ];
    return step === 0 || (wide && narrow ? narrow.low <= wide.high : false);
  });

const formulaOf = (metric: string): Formula | undefined => FORMULAS.find((each) => each.metric === metric);

function shareOf(metric: (typeof RATES)[number], step: number, points: readonly Point[]): Value | null {
  const formula = formulaOf(metric);
  const [wide, narrow] = [points[step], points[step + 1]];
  const [top, bottom] = [formula?.top[0], formula?.bottom];
  if (!formula || !wide || !narrow || !top || !bottom) return null;
  return evaluate(
    formula,
    new Map([
      [top, narrow.value],
      [bottom, wide.value],
    ]),
  );
}

function rateOf(
  metric: (typeof RATES)[number],
  step: number,
  newest: readonly Point[],
  before: readonly (readonly Point[])[],
): { readonly rate: FunnelRate; readonly isStraying: boolean } | null {
  const value = shareOf(metric, step, newest);
  if (!value) return null;
  const past = before.flatMap((points) => shareOf(metric, step, points) ?? []);
  const usual = past.length < POINTS_NEEDED ? null : middleOf(past);
  const verdict = usual && judge(value, usual, null);
  const [direction, relative] = [verdict?.direction ?? "unknown", verdict?.relative ?? null] as const;
  return {
    rate: { metric, value, usual, direction, relative },
    isStraying: usual !== null && strays(value, usual, past),
  };
}

/** A fall of less than a hundredth of the usual is none that anybody would look into. */
const LEAST = 0.01;
/** Of days that only wobble, one in twenty is as far away. */
const FAR = 2;

/** Whether a rate lies no further from its usual than other days do. */
function strays(value: Value, usual: Value, past: readonly Value[]): boolean {
  const [own, middle] = [numberOf(value), numberOf(usual)];
  const spread = robustDeviation(past.flatMap((each) => numberOf(each) ?? [])) ?? 0;
  return own !== null && middle !== null && Math.abs(own - middle) <= Math.max(FAR * spread, LEAST * middle);
}

function leakOf(rates: readonly FunnelRate[]): FunnelRate["metric"] | null {
  const fallen = rates.filter(({ direction, relative }) => direction === "down" && relative !== null);
  const [worst] = fallen.sort((a, b) => (a.relative ?? 0) - (b.relative ?? 0));
  return worst?.metric ?? null;
}
