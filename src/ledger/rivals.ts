import { latestOf } from "./blocks";
import type { ReadTx } from "./decode";
import type { EntityKey } from "./model";
import { rowsOf } from "./note-store";
import { type NotePatch, toNote } from "./notes";
import type { EntityRow } from "./records";
import type { RivalKinds } from "./rival-kinds";

/** An entry of the watch list with whom it speaks of. */
export interface Rival {
  /** Id of its note. */
  readonly id: string;
  /** What to call it: the user's own name, else the one that the console showed last, else the one sought. */
  readonly name: string;
  /** seen: it is known who it is · unseen: nobody of that name was read yet · ambiguous: several were, the user must say which. */
  readonly state: "seen" | "unseen" | "ambiguous";
  readonly type: "talent" | "shop" | null;
  /** Null unless seen. */
  readonly key: EntityKey | null;
  /** The keys of all its rows, the one shown first. */
  readonly keys: readonly EntityKey[];
  /** Names it was shown under before, newest first. */
  readonly formerNames: readonly string[];
  readonly link: string | null;
  /** Who bears the name sought, when ambiguous. */
  readonly candidates: readonly { readonly key: EntityKey; readonly id: string | null; readonly name: string | null }[];
  readonly label: string | null;
  readonly sought: string | null;
  readonly group: string | null;
  readonly remark: string | null;
  readonly order: number;
  readonly archived: boolean;
  readonly since: number;
}

type Fields = Partial<RivalKinds["rival"]>;

/** The watch list in the user's order, archived entries last; one talent or shop starred twice is there twice. */
export async function rivalsOf(tx: ReadTx): Promise<readonly Rival[]> {
  const notes = (await rowsOf(tx.objectStore("notes"), "rival")).flatMap((row) => toNote<"rival">(row) ?? []);
  const rivals = await Promise.all(notes.map(({ id, value }) => rivalOf(tx, id, value)));
  return rivals.sort(
    (a, b) =>
      Number(a.archived) - Number(b.archived) || a.order - b.order || a.since - b.since || (a.id < b.id ? -1 : 1),
  );
}

/** Entries whose name was sought in vain until now and is borne by exactly one: what to write so that they are bound. */
export async function bindings(tx: ReadTx): Promise<readonly NotePatch[]> {
  const unbound = (await rivalsOf(tx)).filter(({ id, state, key }) => state === "seen" && key !== null && id !== key);
  const notes = new Map((await rowsOf(tx.objectStore("notes"), "rival")).map((row) => [row.id, row]));
  return unbound.flatMap(({ id, key }): NotePatch[] => {
    const isBound = typeof notes.get(id)?.fields.entity?.value === "string";
    return isBound ? [] : [{ kind: "rival", id, fields: { entity: key } }];
  });
}

/** A talent or shop that was seen and is not on the list. */
export interface SeenSeller {
  readonly key: EntityKey;
  readonly id: string | null;
  readonly name: string | null;
  readonly link: string | null;
  /** ms */
  readonly lastSeen: number;
}

/** The one seen last first, at most `limit`. */
export async function sellersSeen(tx: ReadTx, limit: number): Promise<readonly SeenSeller[]> {
  const store = tx.objectStore("entities");
  const listed = new Set((await rivalsOf(tx)).flatMap(({ archived, keys }) => (archived ? [] : keys)));
  const rows = (await Promise.all(["talent", "shop"].map((type) => store.index("type").getAll(type)))).flat();
  const others = rows.filter(({ own, key, id, name }) => !own && !listed.has(key) && (id !== null || name !== null));
  const seen = await latestOf(
    tx.objectStore("latestBlocks"),
    others.map(({ n }) => n),
  );
  return others
    .map(({ n, key, id, name, link, firstSeen }) => ({
      key,
      id,
      name,
      link,
      lastSeen: seen.get(n)?.lastSeen ?? firstSeen,
    }))
    .sort((a, b) => b.lastSeen - a.lastSeen)
    .slice(0, limit);
}

async function rivalOf(tx: ReadTx, id: string, fields: Fields): Promise<Rival> {
  const store = tx.objectStore("entities");
  const bound = fields.entity ?? null;
  const sought = fields.sought ?? null;
  const found = bound === null ? await namesakes(tx, sought) : [await store.index("key").get(bound)];
  const candidates = found.filter((row) => row !== undefined);
  const row = candidates.length === 1 ? candidates[0] : undefined;
  const key = row?.key ?? null;
  const names = row?.names.filter((name) => name !== row.name).reverse() ?? [];
  return {
    id,
    name: fields.label ?? row?.name ?? sought ?? row?.id ?? "",
    state: row ? "seen" : candidates.length > 1 ? "ambiguous" : "unseen",
    type: row?.type === "shop" ? "shop" : row?.type === "talent" ? "talent" : null,
    key,
    keys: key === null ? [] : [...new Set([key, ...(fields.also ?? [])])],
    formerNames: names,
    link: row?.link ?? null,
    candidates:
      candidates.length > 1 ? candidates.map((each) => ({ key: each.key, id: each.id, name: each.name })) : [],
    label: fields.label ?? null,
    sought,
    group: fields.group ?? null,
    remark: fields.remark ?? null,
    order: fields.order ?? 0,
    archived: fields.archived ?? false,
    since: fields.since ?? 0,
  };
}

/** Talents and shops of others that were ever shown under the name, in whichever console. */
async function namesakes(tx: ReadTx, name: string | null): Promise<readonly EntityRow[]> {
  if (name === null || name === "") return [];
  const index = tx.objectStore("entities").index("alias");
  const found = await Promise.all(
    ["talent", "shop"].map((type) => index.getAll(IDBKeyRange.bound(`${type}#${name}@`, `${type}#${name}@\uffff`))),
  );
  return [...new Map(found.flat().map((row) => [row.n, row])).values()].filter((row) => !row.own);
}
