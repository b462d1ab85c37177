import type { EntityKey, EntityRecord } from "../ledger/model";
import type { LedgerView } from "./ledger-view";

/** Keys that speak of an entity also kept under another key, each with that other key. */
export type Aliases = ReadonlyMap<EntityKey, EntityKey>;

export const canonical = (aliases: Aliases, key: EntityKey): EntityKey => aliases.get(key) ?? key;

/**
 * A page without links knows an entity by its name alone, another page shows its id too. The nameless-id record joins
 * the one with an id when nothing speaks against it: same type, name and owner, no other bearer of that name with an
 * id, publish minutes that do not contradict, and the two never side by side on one page.
 */
export function resolveAliases(view: LedgerView): Aliases {
  const aliases = new Map<EntityKey, EntityKey>();
  const records = [...view.entities.values()];
  join(
    view,
    aliases,
    records.filter((record) => record.owner === null),
  );
  join(
    view,
    aliases,
    records.filter((record) => record.owner !== null),
  );
  return aliases;
}

function join(view: LedgerView, aliases: Map<EntityKey, EntityKey>, records: readonly EntityRecord[]): void {
  const found = candidates(aliases, records);
  if (found.length === 0) return;
  const snapshots = snapshotsOf(view, new Set(found.flatMap(([bare, known]) => [bare.key, known.key])));
  for (const [bare, known] of found) {
    const beside = snapshots.get(known.key);
    const together = [...(snapshots.get(bare.key) ?? [])].some((snapshot) => beside?.has(snapshot));
    if (!together) aliases.set(bare.key, known.key);
  }
}

/** Pairs of a record without an id and the only record with one that it can be. */
function candidates(aliases: Aliases, records: readonly EntityRecord[]): [EntityRecord, EntityRecord][] {
  const byName = new Map<string, EntityRecord[]>();
  for (const record of records) {
    if (record.name === null) continue;
    const owner = record.owner === null ? "" : canonical(aliases, record.owner);
    const name = `${record.type}\n${owner}\n${record.name}`;
    const bearers = byName.get(name);
    if (bearers) bearers.push(record);
    else byName.set(name, [record]);
  }
  return [...byName.values()].flatMap((bearers) => {
    const known = bearers.filter((record) => record.id !== null);
    const bare = bearers.filter((record) => record.id === null);
    return bare.flatMap((record): [EntityRecord, EntityRecord][] => {
      const fits = known.filter((other) => canBeSame(record, other));
      const [only] = fits;
      if (!only || fits.length > 1) return [];
      const rivals = bare.filter((other) => other.publishedAt !== record.publishedAt && canBeSame(other, only));
      return rivals.length > 0 ? [] : [[record, only]];
    });
  });
}

const canBeSame = (a: EntityRecord, b: EntityRecord): boolean =>
  (a.publishedAt === null || b.publishedAt === null || a.publishedAt === b.publishedAt) &&
  (isOther(a) || a.account === null || b.account === null || a.account === b.account);

/** A talent or shop is the same one from whichever console it was seen. */
const isOther = (record: EntityRecord): boolean => record.type === "talent" || record.type === "shop";

function snapshotsOf(view: LedgerView, keys: ReadonlySet<EntityKey>): Map<EntityKey, Set<string>> {
  const snapshots = new Map<EntityKey, Set<string>>();
  for (const reading of view.readings) {
    if (!keys.has(reading.entity)) continue;
    const seen = snapshots.get(reading.entity);
    if (seen) seen.add(reading.snapshot);
    else snapshots.set(reading.entity, new Set([reading.snapshot]));
  }
  return snapshots;
}
