import playbook from "../../assets/playbook.json";
import type { Period, Unit, Value } from "../console/observation";
import type { EntityKey, EntityRecord } from "../ledger/model";
import type { NoteKinds } from "../ledger/note-kinds";
import { burstSeries } from "./burst";
import { addDays, periodDays } from "./calendar";
import { sumOf } from "./combined";
import { POINTS_NEEDED } from "./comparison";
import { intervalOf } from "./interval";
import { middleOf } from "./middle";
import { findMetric, type Name } from "./registry";
import type { Point, Series } from "./series";
import { type Judgement, judge } from "./verdict";

export type CampaignKind = NoteKinds["campaign"]["kind"];

/** What the playbook (B五) says of a kind of campaign: the share of clicks that pay, and how customers' value moves. */
export interface CampaignGuide {
  readonly kind: CampaignKind;
  readonly name: Name;
  readonly section: string;
  /** click_pay_rate; a null end is open. */
  readonly conversion: { readonly min: number | null; readonly max: number } | null;
  /** Rise of ltv, as the playbook words it; null where it says none. */
  readonly ltv: Name | null;
}

export const CAMPAIGN_GUIDES = playbook.campaigns as readonly CampaignGuide[];

export interface Campaign extends Period {
  readonly id: string;
  readonly name: string;
  readonly kind: CampaignKind;
  /** The shop that it is held in; null: all of them. */
  readonly house: EntityKey | null;
  /** Planned rise of a day's GMV over the days before, a ratio; null: none planned. */
  readonly lift: number | null;
}

/** Days before it begins and after it ends that it is held against. */
export const AROUND = 14;

/** One metric before, in and after a campaign: the middle of the days that were seen. */
export interface CampaignLine {
  readonly metric: string;
  readonly name: Name;
  readonly unit: Unit;
  /** Null under seven days. */
  readonly before: Value | null;
  readonly during: Value | null;
  readonly after: Value | null;
  readonly days: { readonly before: number; readonly during: number; readonly after: number };
  /** In the campaign, and after it, against before. */
  readonly change: Judgement | null;
  readonly lasting: Judgement | null;
}

export interface CampaignResult {
  readonly campaign: Campaign;
  readonly house: EntityRecord;
  readonly lines: readonly CampaignLine[];
  /** GMV of the days that were seen, and how many of them there are. */
  readonly total: Value | null;
  readonly days: { readonly seen: number; readonly all: number };
  /** The greatest gmv_burst of its days. */
  readonly burst: Value | null;
  /** Whether a day's GMV rose as planned; null without a plan, and while it cannot be told. */
  readonly asPlanned: boolean | null;
  /** Whether the share of clicks that paid lies as high as the playbook says of the kind; null where it says nothing. */
  readonly asGuided: boolean | null;
}

const METRICS = ["pay_gmv", "click_pay_rate", "pay_gmv_per_uv", "ltv", "pay_uv", "refund_rate"];
/** Brought for the campaign as a whole or for days of it; they have no before. */
const OWN = ["coupon_use_rate", "ugc_count", "topic_exposure"];

/** Of one campaign in one house, from all its series (houseSeries). Null when nothing of its days was seen. */
export function campaignResult(
  campaign: Campaign,
  house: EntityRecord,
  series: readonly Series[],
): CampaignResult | null {
  const lines = [
    ...METRICS.flatMap((metric) => lineOf(metric, campaign, series, ["day"]) ?? []),
    ...OWN.flatMap((metric) => lineOf(metric, campaign, series, ["day", "7_days", "30_days", "other"]) ?? []),
  ];
  if (lines.length === 0) return null;
  const gmv = within(daily("pay_gmv", series), campaign);
  const line = (metric: string): CampaignLine | undefined => lines.find((each) => each.metric === metric);
  const bursts = burstSeries(house, series, [campaign]).flatMap(({ points }) => points.map(({ value }) => value));
  return {
    campaign,
    house,
    lines,
    total: gmv.length === 0 ? null : sumOf(gmv.map(({ value }) => value)),
    days: { seen: gmv.length, all: periodDays(campaign) },
    burst: greatest(bursts),
    asPlanned: risenBy(line("pay_gmv"), campaign.lift),
    asGuided: isGuided(campaign.kind, line("click_pay_rate")?.during ?? null),
  };
}

function lineOf(
  metric: string,
  campaign: Campaign,
  series: readonly Series[],
  kinds: readonly Series["kind"][],
): CampaignLine | null {
  const known = findMetric(metric);
  const points = kinds.flatMap((kind) => pointsOf(metric, kind, series));
  const during = within(points, campaign);
  if (!known || during.length === 0) return null;
  const { from, to } = campaign;
  const past = within(points, { from: addDays(from, -AROUND), to: addDays(from, -1) });
  const next = within(points, { from: addDays(to, 1), to: addDays(to, AROUND) });
  const [before, middle, after] = [usual(past), middleOf(during.map(({ value }) => value)), usual(next)];
  return {
    metric,
    name: known.name,
    unit: known.unit,
    before,
    during: middle,
    after,
    days: { before: past.length, during: during.length, after: next.length },
    change: before && middle && judge(middle, before, null),
    lasting: before && after && judge(after, before, null),
  };
}

const daily = (metric: string, series: readonly Series[]): readonly Point[] => pointsOf(metric, "day", series);

const pointsOf = (metric: string, kind: Series["kind"], series: readonly Series[]): readonly Point[] =>
  series.find((each) => each.metric === metric && each.kind === kind && !each.estimate)?.points ?? [];

/** Points that are over and lie in the days wholly. */
const within = (points: readonly Point[], { from, to }: Period): readonly Point[] =>
  points.filter(({ period, partial }) => !partial && period.from >= from && period.to <= to);

const usual = (points: readonly Point[]): Value | null =>
  points.length < POINTS_NEEDED ? null : middleOf(points.map(({ value }) => value));

function greatest(values: readonly Value[]): Value | null {
  const high = (value: Value): number => intervalOf(value)?.high ?? 0;
  return [...values].sort((a, b) => high(b) - high(a))[0] ?? null;
}

function risenBy(line: CampaignLine | undefined, lift: number | null): boolean | null {
  const [now, before] = [line?.during, line?.before].map((value) => (value ? intervalOf(value) : null));
  if (lift === null || !now || !before || before.low <= 0) return null;
  if (now.low / before.high - 1 >= lift) return true;
  return now.high / before.low - 1 < lift ? false : null;
}

function isGuided(kind: CampaignKind, rate: Value | null): boolean | null {
  const guide = CAMPAIGN_GUIDES.find((each) => each.kind === kind)?.conversion;
  const known = rate && intervalOf(rate);
  if (!guide || !known) return null;
  const least = guide.min ?? guide.max;
  return known.low >= least ? true : known.high < least ? false : null;
}
