import type { Finding } from "../../src/compliance/finding";
import type { Entity, PageKind, PageState, Period, Unit, Value } from "../../src/console/observation";
import type { EntityKey, StoredDraft } from "../../src/ledger/model";
import type { SeenReading } from "../../src/ledger/reader";
import type { Stored } from "./stored";

export type ReadingReport = { readonly entity: Entity; readonly metric: string; readonly unit: Unit } & Value & {
    readonly period: Period | null;
  };

/** What one visit left in the store, as `npm run read` prints it. */
export interface VisitReport {
  readonly url: string;
  readonly page: PageKind;
  readonly state: PageState;
  /** The account or shop whose console it is: its name as the page shows it, or its id where only that is shown. */
  readonly account: string | null;
  readonly period: Period | null;
  readonly readings: readonly ReadingReport[];
  readonly unknownLabels: readonly string[];
  readonly draft: DraftReport | null;
}

interface DraftReport extends Pick<StoredDraft, "text" | "goods" | "channel"> {
  readonly findings: readonly Omit<Finding, "exemption">[];
}

/** A page that the extension said nothing of is not one it reads. */
const UNREAD = { page: "unknown", state: "off", account: null, period: null } as const;

/** Sums up the looks of tab `tab` after look number `after`: the last one says what the page is, all of them what was read. */
export async function reportVisit(stored: Stored, url: string, tab: number, after: number): Promise<VisitReport> {
  const looks = (await stored.sightingsSince(after)).filter((look) => look.tab === tab);
  const snapshots = [...new Set(looks.map((look) => look.snapshot).filter((id) => id !== null))];
  const captured = await stored.snapshots(snapshots);
  const readings = captured.flatMap((each) => each.readings);
  const { page, state, account, period } = looks.at(-1) ?? UNREAD;
  const key = captured.at(-1)?.snapshot?.account ?? null;
  // A screen that came over what was read speaks of no period itself.
  const inTheWay = state === "needs_login" || state === "risk_control";
  const draft = await stored.draft(tab);
  return {
    url,
    page,
    state,
    account: account ?? (key && idOf(key)),
    period: period ?? (inTheWay ? (captured.at(-1)?.snapshot?.period ?? null) : null),
    readings: latestOfEach(readings).map(reportReading),
    unknownLabels: [...new Set(looks.flatMap((look) => look.unknownLabels))],
    draft: draft && reportDraft(draft),
  };
}

/** The id in an entity's key; a key made without one has # in its place. */
const idOf = (key: EntityKey): string | null => /^\w+:([^#].*)$/.exec(key)?.[1] ?? null;

/** A page that filled in while it was read, or whose tabs were opened in turn, says some things more than once. */
function latestOfEach(readings: readonly SeenReading[]): SeenReading[] {
  const latest = new Map<string, SeenReading>();
  for (const reading of readings) {
    latest.set(JSON.stringify([reading.entity, reading.metric, reading.period]), reading);
  }
  return [...latest.values()];
}

const reportReading = ({ shown, metric, unit, value, period }: SeenReading): ReadingReport => ({
  entity: shown,
  metric,
  unit,
  ...value,
  period,
});

const reportDraft = ({ text, goods, channel, findings }: StoredDraft): DraftReport => ({
  text,
  goods,
  channel,
  findings: findings.map(({ exemption: _, ...finding }) => finding),
});
