import type { NoteKind, NoteKinds } from "./note-kinds";

/** One write to one field. */
export interface Written {
  readonly value: unknown;
  /** The writing machine's clock, ms; of two writes the later one holds. */
  readonly at: number;
  /** The machine that wrote it: decides between two writes of one instant. */
  readonly by: string;
}

/** A note as stored. The field {@link REMOVED} says whether the whole note is gone; nothing else is ever deleted. */
export interface NoteRow {
  readonly kind: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, Written>>;
  /** Writes that later ones replaced, newest first, at most {@link HISTORY_MAX}. */
  readonly history: readonly (Written & { readonly field: string })[];
}

/** A note as views see it: its fields' values, and when one was last written (ms). */
export interface Note<K extends NoteKind = NoteKind> {
  readonly id: string;
  readonly value: Partial<NoteKinds[K]>;
  readonly at: number;
}

/** What is to be written to one note: some of its fields, or null to remove it. A removed note that is written comes back. */
export type NotePatch = { readonly [K in NoteKind]: NotePatchOf<K> }[NoteKind];
export interface NotePatchOf<K extends NoteKind> {
  readonly kind: K;
  readonly id: string;
  readonly fields: Partial<NoteKinds[K]> | null;
}

/** The patch that brings a note back to how it stands among `notes`: its fields, or that it is not there. */
export function backTo<K extends NoteKind>(notes: readonly Note<K>[], kind: K, id: string): NotePatch {
  const before = notes.find((note) => note.id === id);
  return { kind, id, fields: before ? { ...before.value } : null } as NotePatch;
}

/** Whether a note is as `patch` left it: what is taken back later must still stand, or another's newer word would go with it. */
export function stands(row: NoteRow | undefined, { fields }: NotePatch): boolean {
  const isGone = row === undefined || row.fields[REMOVED]?.value === true;
  if (fields === null || isGone) return isGone && fields === null;
  return Object.entries(fields).every(
    ([field, value]) => JSON.stringify(row.fields[field]?.value) === JSON.stringify(value),
  );
}

export const REMOVED = "removed";
const HISTORY_MAX = 50;

/** Of two writes the later holds; at one instant the machine's name decides, then the value, the same on all machines. */
function isLater(a: Written, b: Written): boolean {
  if (a.at !== b.at) return a.at > b.at;
  return a.by === b.by ? JSON.stringify(a.value) > JSON.stringify(b.value) : a.by > b.by;
}

/** The note after a patch. A clock that was set back does not lose the write: it is stamped after what it replaces. */
export function writeNote(before: NoteRow | undefined, patch: NotePatch, at: number, by: string): NoteRow {
  const changes: Readonly<Record<string, unknown>> =
    patch.fields === null ? { [REMOVED]: true } : { ...patch.fields, [REMOVED]: false };
  const fields: Record<string, Written> = { ...before?.fields };
  const history = [...(before?.history ?? [])];
  for (const [field, value] of Object.entries(changes)) {
    const old = fields[field];
    if (old === undefined && field === REMOVED && value === false) continue;
    if (old !== undefined && JSON.stringify(old.value) === JSON.stringify(value)) continue;
    if (old !== undefined) history.unshift({ ...old, field });
    fields[field] = { value, at: Math.max(at, (old?.at ?? 0) + 1), by };
  }
  return { kind: patch.kind, id: patch.id, fields, history: trimmed(history) };
}

/**
 * Two machines' copies of one note as one: the later write of each field holds, what it replaced goes to the history.
 * The order of merging, and merging twice, make no difference.
 */
export function mergeNotes(a: NoteRow, b: NoteRow): NoteRow {
  const fields: Record<string, Written> = {};
  const history = [...a.history, ...b.history];
  for (const field of new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])) {
    const [mine, theirs] = [a.fields[field], b.fields[field]];
    const held = mine && theirs ? (isLater(mine, theirs) ? mine : theirs) : (mine ?? theirs);
    if (held === undefined) continue;
    fields[field] = held;
    for (const other of [mine, theirs]) if (other && !isSame(other, held)) history.push({ ...other, field });
  }
  return { kind: a.kind, id: a.id, fields, history: trimmed(history) };
}

/** Null for a note that was removed. */
export function toNote<K extends NoteKind>(row: NoteRow): Note<K> | null {
  if (row.fields[REMOVED]?.value === true) return null;
  const own = Object.entries(row.fields).filter(([field]) => field !== REMOVED);
  return {
    id: row.id,
    value: Object.fromEntries(own.map(([field, { value }]) => [field, value])) as Partial<NoteKinds[K]>,
    at: Math.max(0, ...Object.values(row.fields).map(({ at }) => at)),
  };
}

const isSame = (a: Written, b: Written): boolean =>
  a.at === b.at && a.by === b.by && JSON.stringify(a.value) === JSON.stringify(b.value);

/** Newest first, each once, no more than are kept. */
function trimmed(history: NoteRow["history"]): NoteRow["history"] {
  const byText = new Map(
    history.map((each) => [`${each.field} ${each.at} ${each.by} ${JSON.stringify(each.value)}`, each]),
  );
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...byText]
    .sort(([textA, a], [textB, b]) => b.at - a.at || order(textA, textB))
    .slice(0, HISTORY_MAX)
    .map(([, each]) => each);
}
