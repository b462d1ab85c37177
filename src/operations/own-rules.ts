import type { FileFault } from "../compliance/own/lined-file";
import type { OwnRules, OwnWord } from "../compliance/own/own-rules";
import { readPack } from "../compliance/own/read-pack";
import type { CheckedPack, Pack } from "../compliance/pack";
import type { NoteKind } from "../ledger/note-kinds";
import type { Note } from "../ledger/notes";

/** The note kinds that decide what the checker finds. */
export const RULE_NOTES = ["own_word", "allow_phrase", "own_pack"] as const satisfies readonly NoteKind[];

export const isRuleNote = (kind: NoteKind): boolean => RULE_NOTES.some((each) => each === kind);

export interface RuleNotes {
  readonly words: readonly Note<"own_word">[];
  readonly allowed: readonly Note<"allow_phrase">[];
  readonly packs: readonly Note<"own_pack">[];
}

export interface OwnPack {
  readonly id: string;
  readonly on: boolean;
  /** Null when it cannot be used (any more); then {@link faults} says why. */
  readonly pack: Pack | null;
  readonly faults: readonly FileFault[];
}

/** A word as its note says it; what it does not say is the mildest. */
export const ownWord = ({ id, value }: Note<"own_word">): OwnWord => ({
  word: id,
  category: value.category ?? "custom",
  severity: value.severity ?? "warn",
  reason: value.reason ?? "",
  instead: value.instead ?? "",
});

/** The user's packs in order of id; a rule id that a shipped or an earlier pack has makes a later one unusable. */
export function ownPacks(notes: readonly Note<"own_pack">[], shipped: readonly CheckedPack[]): readonly OwnPack[] {
  const taken = new Set(shipped.flatMap((pack) => pack.rules.map((rule) => rule.id)));
  return notes.map(({ id, value }) => {
    const on = value.on ?? true;
    const read = readPack(value.json ?? "", () => taken);
    if (!("rules" in read)) return { id, on, pack: null, faults: read };
    for (const rule of read.rules) taken.add(rule.id);
    return { id, on, pack: read, faults: [] };
  });
}

/** What of the user's decisions the checker is built with: packs that are switched off or cannot be used are left out. */
export function ownRules(notes: RuleNotes, shipped: readonly CheckedPack[]): OwnRules {
  return {
    words: notes.words.map(ownWord),
    allowed: notes.allowed.map(({ id }) => id),
    packs: ownPacks(notes.packs, shipped).flatMap(({ on, pack }) => (on && pack ? [pack] : [])),
  };
}
