import type { EntityKey, EntityRecord, Snapshot, StoredReading } from "../ledger/model";
import { shanghaiDay } from "../metrics/calendar";
import { type LedgerView, seenAt } from "../metrics/ledger-view";
import { ownKeys } from "../metrics/own";

/** What was seen of a competitor on one Shanghai day. */
export interface DayFile {
  readonly day: string;
  /** Of the talent or shop itself. */
  readonly own: readonly StoredReading[];
  /** Of its goods. */
  readonly goods: ReadonlyMap<EntityKey, readonly StoredReading[]>;
  /** Lists of its goods that were seen to the end, as {@link listOf} names them. */
  readonly completeLists: ReadonlySet<string>;
}

/** Everything seen of one competitor. */
export interface Dossier {
  readonly entity: EntityRecord;
  /** Oldest first, at least one. */
  readonly days: readonly DayFile[];
  /** When it was last on screen, ms. */
  readonly lastSeen: number;
}

/** Which list of goods a page holds: its kind of page, and the tab where the address names one. */
export const listOf = ({ page, url }: Pick<Snapshot, "page" | "url">): string =>
  [page, ...(url.match(/[?&](?:tab|mode|type)=[^&#]*/g) ?? []).map((part) => part.slice(1)).sort()].join(" ");

interface Draft {
  readonly entity: EntityRecord;
  readonly days: Map<string, { own: StoredReading[]; goods: Map<EntityKey, StoredReading[]>; complete: Set<string> }>;
  lastSeen: number;
}

/**
 * Talents and shops other than the own ones that anything was read of, themselves or their goods. One key is one
 * competitor, whatever it is called today: the ledger has settled which rows are one and the same. One without name
 * and id cannot be told from another and is left out.
 */
export function dossiers(view: LedgerView): Dossier[] {
  const own = ownKeys(view);
  const drafts = new Map<EntityKey, Draft>();
  for (const reading of view.readings) {
    const entity = view.entities.get(reading.entity);
    const rival = entity && rivalOf(entity, view, own);
    if (!entity || !rival) continue;
    let draft = drafts.get(rival.key);
    if (!draft) {
      draft = { entity: rival, days: new Map(), lastSeen: 0 };
      drafts.set(rival.key, draft);
    }
    file(draft, entity, reading, seenAt(view, reading), view.snapshots.get(reading.snapshot));
  }
  return [...drafts.values()].map(({ entity, days, lastSeen }) => ({
    entity,
    lastSeen,
    days: [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, { own, goods, complete }]) => ({ day, own, goods, completeLists: complete })),
  }));
}

function rivalOf(entity: EntityRecord, view: LedgerView, own: ReadonlySet<EntityKey>): EntityRecord | null {
  const owner = entity.owner === null ? entity : view.entities.get(entity.owner);
  if (!owner || (owner.id === null && owner.name === null)) return null;
  return owner.type === "talent" || (owner.type === "shop" && !own.has(owner.key)) ? owner : null;
}

function file(
  draft: Draft,
  of: EntityRecord,
  reading: StoredReading,
  seen: number,
  snapshot: Snapshot | undefined,
): void {
  const day = shanghaiDay(seen);
  let file = draft.days.get(day);
  if (!file) {
    file = { own: [], goods: new Map(), complete: new Set() };
    draft.days.set(day, file);
  }
  draft.lastSeen = Math.max(draft.lastSeen, seen);
  if (of === draft.entity) file.own.push(reading);
  if (of.type !== "product") return;
  const readings = file.goods.get(of.key);
  if (readings) readings.push(reading);
  else file.goods.set(of.key, [reading]);
  if (snapshot?.complete && snapshot.state === "ok") file.complete.add(listOf(snapshot));
}
