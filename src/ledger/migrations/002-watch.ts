import type { IDBPTransaction } from "idb";
import type { NoteRow } from "../notes";

type Upgrade = IDBPTransaction<unknown, string[], "versionchange">;
interface WatchRecord {
  readonly entity: string;
  readonly since: number;
  readonly order: number;
}

/** The stars of schema 1 become notes of the kind `rival`. */
export async function watchToNotes(tx: Upgrade): Promise<void> {
  const records = (await tx.objectStore("watch").getAll()) as readonly WatchRecord[];
  await Promise.all(
    records.map(({ entity, since, order }) => {
      const write = (value: unknown) => ({ value, at: since, by: "schema-1" });
      const fields = { entity: write(entity), order: write(order), since: write(since) };
      const row: NoteRow = { kind: "rival", id: entity, fields, history: [] };
      return tx.objectStore("notes").put?.(row);
    }),
  );
}

interface OldReadings {
  readonly n: number;
  readonly metrics: readonly (readonly [metric: string, unit: string])[];
  /** Four numbers each: entity's number, name, id shown, index of the owner or -1. */
  readonly entities: readonly number[];
}

const GOODS_METRICS: readonly string[] = ["price", "stock", "sold_count", "product_status", "commission_rate"];
const DAY = 86_400_000;

/** Which snapshots of which day hold goods, videos and lives of which seller; 0 for the own goods. */
export async function shelvesFromReadings(tx: Upgrade): Promise<void> {
  const shelves = new Map<number, { day: number; snapshots: number[] }>();
  let cursor = await tx.objectStore("readings").openCursor();
  while (cursor !== null) {
    const row = cursor.value as OldReadings;
    const snapshot = (await tx.objectStore("snapshots").get(row.n)) as { readonly day: string } | undefined;
    if (snapshot !== undefined) {
      const day = Date.parse(`${snapshot.day}T00:00:00Z`) / DAY;
      for (const seller of sellersOn(row)) {
        const key = seller * 100_000 + day;
        const shelf = shelves.get(key) ?? { day, snapshots: [] };
        shelf.snapshots.push(row.n);
        shelves.set(key, shelf);
      }
    }
    cursor = await cursor.continue();
  }
  await Promise.all([...shelves].map(([key, shelf]) => tx.objectStore("shelves").put?.(shelf, key)));
}

function sellersOn({ metrics, entities }: OldReadings): ReadonlySet<number> {
  const owners = new Set<number>();
  for (let at = 3; at < entities.length; at += 4) owners.add(entities[at] ?? -1);
  const sellers = new Set<number>();
  for (const owner of owners) if (owner >= 0) sellers.add(entities[owner * 4] ?? 0);
  const isOwn = (at: number): boolean => entities[at * 4 + 3] === -1 && !owners.has(at);
  const hasOwn = Array.from({ length: entities.length / 4 }, (_, at) => at).some(isOwn);
  if (hasOwn && metrics.some(([metric]) => GOODS_METRICS.includes(metric))) sellers.add(0);
  return sellers;
}
