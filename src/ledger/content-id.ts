import type { Entity, Observation, Period } from "../console/observation";
import type { Brought } from "./brought";
import { packPeriod, packValue } from "./pack";
import type { Resolved, ResolvedReading } from "./resolve";

/**
 * The identity of a content: SHA-256 (hex) over page, account, Shanghai day, entities and readings in a fixed order,
 * so that the same facts in another row order are the same content. Time of day, address and completeness are not in it.
 */
export function contentId(observation: Observation, resolved: Resolved): Promise<string> {
  const { account, page } = observation;
  const named = (entity: Entity | null | undefined) => (entity ? [entity.type, entity.id, entity.name] : null);
  const subjects = resolved.entities.map((entity) =>
    JSON.stringify([named(entity), named(entity.owner), entity.publishedAt ?? null]),
  );
  const told = new Map(subjects.map((subject) => [subject, new Set<string>()]));
  for (const { entity, metric, period, value } of resolved.readings) {
    told.get(subjects[entity] ?? "")?.add(`${metric} ${daysOf(period)} ${JSON.stringify(packValue(value))}`);
  }
  const head = [2, page, account && [account.id, account.name], resolved.ownType, resolved.day];
  // A line each: what is said of a subject stands under it, and no line of JSON begins as a metric does.
  const lines = [...told.keys()].sort().flatMap((subject) => [subject, ...[...(told.get(subject) ?? [])].sort()]);
  return sha256([JSON.stringify(head), ...lines].join("\n"));
}

const daysOf = (period: Period | null): string => (period === null ? "" : `${period.from}/${period.to}`);

/** The same for what an import files under one day: who says it, and of whom what. */
export function broughtId(brought: Brought, day: number, readings: readonly ResolvedReading[]): Promise<string> {
  const { source, account } = brought;
  const told = readings.map(({ entity, metric, period, value }) =>
    JSON.stringify([brought.entities[entity], metric, packPeriod(period), packValue(value)]),
  );
  const head = ["import", source.kind, source.name, source.estimate, account, day];
  return sha256(JSON.stringify([head, told.sort()]));
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
