import type { EntityType, PageKind } from "../console/observation";
import type { EntityRecord } from "../ledger/model";
import { shanghaiDay, weekStart } from "./calendar";
import { FORMULAS } from "./formulas";
import type { KpiCard, MissingMetric } from "./kpi-card";
import { type LedgerView, seenAt } from "./ledger-view";
import { PLAYBOOK, type PlaybookRow } from "./playbook";
import { findMetric } from "./registry";

type House = "account" | "shop";

/** In whose console a metric stands: goods and shops in a shop's; posts, and lives that no shop shows, in an account's. */
const isAbout = (house: House, types: readonly EntityType[]): boolean =>
  house === "shop"
    ? types.includes("shop") || types.includes("product")
    : types.includes("account") || types.includes("video") || (types.includes("live") && !types.includes("shop"));

/**
 * Metrics of the playbook that a page shows, or that follow from what pages show, and that were not on screen in the
 * ISO week of `now` for any of the houses (own accounts and shops); without a house, of both kinds.
 */
export function missingMetrics(
  view: LedgerView,
  houses: readonly EntityRecord[],
  cards: readonly KpiCard[],
  now: number,
): MissingMetric[] {
  const monday = weekStart(shanghaiDay(now));
  const lastSeen = lastSeenOf(view, houses);
  const isFresh = (at: number | undefined): boolean => at !== undefined && shanghaiDay(at) >= monday;
  const kinds = new Set(houses.map(({ type }): House => (type === "shop" ? "shop" : "account")));
  const asked: readonly House[] = kinds.size > 0 ? [...kinds] : ["account", "shop"];
  const shown = new Map(cards.map((card) => [card.metric, card.at]));
  const missing = new Map<string, MissingMetric>();
  for (const row of PLAYBOOK) {
    const source = sourceOf(row, asked);
    const at = Math.max(lastSeen.get(row.metric) ?? 0, shown.get(row.metric) ?? 0) || undefined;
    if (!source || missing.has(row.metric) || isFresh(at)) continue;
    const inputs = source.inputs.filter((input) => !isFresh(lastSeen.get(input)));
    const pages = [
      ...source.pages,
      ...(inputs.length > 0 ? inputs : source.inputs).flatMap((input) => findMetric(input)?.pages ?? []),
    ];
    missing.set(row.metric, {
      metric: row.metric,
      name: findMetric(row.metric)?.name ?? row.name,
      pages: [...new Set(pages)],
      inputs,
      lastSeen: at ?? null,
    });
  }
  return [...missing.values()];
}

/** Where a row's number comes from: pages that show it, else the inputs of its formula. Null for imports and for entities not in question. */
function sourceOf({ metric, from }: PlaybookRow, asked: readonly House[]) {
  const shown = from.includes("page") ? findMetric(metric) : null;
  const known = shown && shown.pages.length > 0 ? shown : null;
  if (known) return asked.some((house) => isAbout(house, known.entities)) ? { pages: known.pages, inputs: [] } : null;
  const formula = FORMULAS.find(
    (each) => each.metric === metric && asked.some((house) => isAbout(house, each.entities)),
  );
  return formula ? { pages: [], inputs: formula.inputs } : null;
}

/** When each metric was last on screen in the consoles of the houses, ms. Talents and other shops do not count. */
function lastSeenOf(view: LedgerView, houses: readonly EntityRecord[]): Map<string, number> {
  const own = new Set(houses.map(({ key }) => key));
  const counts = new Map<string, boolean>();
  const isOwn = (key: string): boolean => {
    let known = counts.get(key);
    if (known === undefined) {
      const entity = view.entities.get(key);
      const other = !entity || entity.type === "talent" || entity.owner !== null;
      known =
        own.has(key) ||
        (!other &&
          entity.type !== "shop" &&
          entity.type !== "account" &&
          (entity.account === null || own.has(entity.account)));
      counts.set(key, known);
    }
    return known;
  };
  const last = new Map<string, number>();
  for (const reading of view.readings) {
    if (!isOwn(reading.entity)) continue;
    const at = seenAt(view, reading);
    if (at > (last.get(reading.metric) ?? 0)) last.set(reading.metric, at);
  }
  for (const { snapshot, metrics } of view.looks ?? []) {
    if (OTHERS.has(snapshot.page) || (snapshot.account !== null && !own.has(snapshot.account))) continue;
    for (const metric of metrics) last.set(metric, Math.max(last.get(metric) ?? 0, snapshot.lastSeen));
  }
  return last;
}

/** Pages that speak of other people's accounts and goods. */
const OTHERS: ReadonlySet<PageKind> = new Set<PageKind>(["talent_square", "talent_detail"]);
