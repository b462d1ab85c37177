import type { EntityKey } from "../ledger/model";
import type { NotePatchOf } from "../ledger/notes";
import { soughtId } from "../ledger/rival-kinds";
import type { Rival } from "../ledger/rivals";

/** What to write so that the watch list becomes what the user wants. */

export type RivalPatch = NotePatchOf<"rival">;

const patch = (id: string, fields: RivalPatch["fields"]): RivalPatch => ({ kind: "rival", id, fields });

const nextOrder = (rivals: readonly Rival[]): number => Math.max(0, ...rivals.map(({ order }) => order)) + 1;

/** Puts a talent or shop on the list; one that was archived comes back with its group and remark. */
export function star(rivals: readonly Rival[], key: EntityKey, now: number): RivalPatch[] {
  const known = rivals.filter(({ keys }) => keys.includes(key));
  if (known.some(({ archived }) => !archived)) return [];
  const [old] = known;
  if (old) return [patch(old.id, { archived: false, order: nextOrder(rivals) })];
  return [patch(key, { entity: key, archived: false, order: nextOrder(rivals), since: now })];
}

/** Takes it off. What the user wrote about it is not lost: such an entry is archived. */
export function unstar(rivals: readonly Rival[], key: EntityKey): RivalPatch[] {
  return rivals.filter(({ keys, archived }) => keys.includes(key) && !archived).map(takeOff);
}

export function takeOff(rival: Rival): RivalPatch {
  const isWritten = rival.group !== null || rival.remark !== null || rival.label !== null || rival.keys.length > 1;
  return patch(rival.id, isWritten ? { archived: true } : null);
}

export interface Sought {
  readonly name: string;
  readonly group?: string | undefined;
  readonly remark?: string | undefined;
}

/** Adds by name; a name on the list already, as shown, typed or sought, is not added again. Answers how many were new. */
export function addNames(
  rivals: readonly Rival[],
  names: readonly Sought[],
  now: number,
): { patches: RivalPatch[]; added: number; known: readonly string[] } {
  const onList = new Map(rivals.flatMap((rival) => namesOf(rival).map((name) => [plain(name), rival] as const)));
  const patches: RivalPatch[] = [];
  const known: string[] = [];
  let order = nextOrder(rivals);
  const fresh = new Set<string>();
  for (const { name, group, remark } of names) {
    const sought = name.replace(/\s+/g, " ").trim();
    if (sought === "" || fresh.has(plain(sought))) continue;
    const there = onList.get(plain(sought));
    if (there && !there.archived) {
      known.push(sought);
      continue;
    }
    fresh.add(plain(sought));
    const words = { ...(group ? { group } : {}), ...(remark ? { remark } : {}) };
    const fields = there ? {} : { sought, entity: null, since: now };
    patches.push(patch(there?.id ?? soughtId(sought), { ...fields, ...words, archived: false, order }));
    order += 1;
  }
  return { patches, added: patches.length, known };
}

/** Moves an entry by so many places among those that are shown. */
export function move(shown: readonly Rival[], id: string, by: number): RivalPatch[] {
  const order = [...shown];
  const at = order.findIndex((rival) => rival.id === id);
  const to = Math.min(Math.max(at + by, 0), order.length - 1);
  const [moved] = at < 0 || at === to ? [] : order.splice(at, 1);
  if (moved === undefined) return [];
  order.splice(to, 0, moved);
  return order.flatMap((rival, place) => (rival.order === place + 1 ? [] : [patch(rival.id, { order: place + 1 })]));
}

/** Makes two entries one: the first keeps its words and takes the other's where it has none. */
export function merge(into: Rival, other: Rival): RivalPatch[] {
  const also = [...new Set([...into.keys.slice(1), ...other.keys])].filter((key) => key !== into.key);
  const entity = into.key ?? other.key;
  const remark = [into.remark, other.remark].filter((text) => text !== null && text !== "").join("\n");
  return [
    patch(into.id, {
      entity,
      also: also.filter((key) => key !== entity),
      group: into.group ?? other.group,
      label: into.label ?? other.label,
      ...(remark === "" ? {} : { remark }),
    }),
    patch(other.id, null),
  ];
}

/** Takes merged keys out again, as an entry of its own. */
export function split(rivals: readonly Rival[], rival: Rival, now: number): RivalPatch[] {
  const first = nextOrder(rivals);
  const others = rival.keys.slice(1);
  return [
    patch(rival.id, { also: [] }),
    ...others.map((key, at) => patch(key, { entity: key, archived: false, order: first + at, since: now })),
  ];
}

/** Pairs of entries that are, or look like, one seller: one key twice, or one name. The earlier entry first. */
export function doubles(rivals: readonly Rival[]): readonly (readonly [Rival, Rival])[] {
  const live = rivals.filter(({ archived }) => !archived);
  return live.flatMap((one, at) =>
    live
      .slice(at + 1)
      .filter((other) => one.keys.some((key) => other.keys.includes(key)) || haveOneName(one, other))
      .map((other): readonly [Rival, Rival] => [one, other]),
  );
}

const namesOf = (rival: Rival): readonly string[] =>
  [rival.name, rival.sought, ...rival.formerNames].filter((name) => name !== null);

const haveOneName = (one: Rival, other: Rival): boolean => {
  const names = new Set(namesOf(one).map(plain));
  return namesOf(other).some((name) => names.has(plain(name)));
};

/** Width, case and white space do not make another name. */
const plain = (name: string): string => name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
