import type { Entity, Observation } from "../console/observation";
import { packPeriod, packValue } from "./pack";
import type { Resolved } from "./resolve";

/**
 * The identity of a content: SHA-256 (hex) over page, account, Shanghai day, entities and readings in a fixed order,
 * so that the same facts in another row order are the same content. Time of day, address and completeness are not in it.
 */
export async function contentId(observation: Observation, resolved: Resolved): Promise<string> {
  const { account, page } = observation;
  const named = (entity: Entity | null | undefined) => (entity ? [entity.type, entity.id, entity.name] : null);
  const subjects = resolved.entities.map((entity) =>
    JSON.stringify([named(entity), named(entity.owner), entity.publishedAt ?? null]),
  );
  const readings = resolved.readings.map((reading) =>
    JSON.stringify([subjects[reading.entity], reading.metric, packPeriod(reading.period), packValue(reading.value)]),
  );
  const head = [1, page, account && [account.id, account.name], resolved.ownType, resolved.day];
  return sha256(JSON.stringify([head, [...new Set(subjects)].sort(), [...new Set(readings)].sort()]));
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
