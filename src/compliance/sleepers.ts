import type { Expression } from "./compile";
import { eachName, eachPair, keyOf, textsOf } from "./match/announce";
import { Chains } from "./match/chains";
import type { Names } from "./match/source";
import { pairKey } from "./match/word-index";
import type { Wanted } from "./scan";

/** Expressions that are not read before texts have what announces them (see Announcers). */
export interface Sleepers {
  /**
   * Wakes each expression that the text may concern, maybe more than once. `wake` tells whether it is done with for the scope:
   * a bed where all are is not asked again.
   */
  rouse(text: string, scope: Wanted, wake: Wake): void;
}

type Wake = (expression: number) => boolean;

/**
 * So many short texts are sought for in what announces; that costs a small part of laying it all in beds, which pays from
 * then on. A worker that wakes for one sentence makes no bed.
 */
const SOUGHT = 8;
const SHORT = 60;

const BED_BITS = 18;
/** Keys that share a bed wake one another's sleepers, which costs their reading and nothing else. */
const bedOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - BED_BITS);

export function createSleepers(expressions: readonly Expression[]): Sleepers {
  let known: Announcements | undefined;
  let beds: Chains | undefined;
  let sought = 0;

  const askedFor = new WeakMap<Wanted, Asked>();
  const askedIn = (scope: Wanted): Asked => {
    let asked = askedFor.get(scope);
    if (!asked) {
      asked = { beds: new Uint8Array(2 ** (BED_BITS - 3)), units: new Uint8Array(65536) };
      askedFor.set(scope, asked);
    }
    return asked;
  };
  const isDone = (bed: number, { groups, alone }: Announcements, made: Chains, wake: Wake): boolean => {
    let done = true;
    for (let place = made.first(bed); place > 0; place = made.next(place)) {
      const group = made.item(place);
      if (group < alone) {
        if (!wake(group)) done = false;
      } else for (const expression of groups[group - alone] ?? []) if (!wake(expression)) done = false;
    }
    return done;
  };
  return {
    rouse(text, scope, wake) {
      known ??= announcementsOf(expressions);
      const { groups, alone } = known;
      if (sought++ < SOUGHT && text.length <= SHORT) {
        for (const group of announcedBy(text, known))
          if (group < alone) wake(group);
          else for (const expression of groups[group - alone] ?? []) wake(expression);
        return;
      }
      beds ??= bedsOf(known);
      const asked = askedIn(scope);
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const bed = bedOf(pairKey(before, unit));
        const byte = bed >> 3;
        const bit = 1 << (bed & 7);
        if (((asked.beds[byte] ?? 0) & bit) === 0 && isDone(bed, known, beds, wake))
          asked.beds[byte] = (asked.beds[byte] ?? 0) | bit;
        if (asked.units[unit] === 0 && isDone(bedOf(pairKey(0, unit)), known, beds, wake)) asked.units[unit] = 1;
        before = unit;
      }
    },
  };
}

/** What a scope is done with: beds a bit each, so that they stay at hand; units that announce alone. */
interface Asked {
  readonly beds: Uint8Array;
  readonly units: Uint8Array;
}

/**
 * What sleeps side by side is a group: an expression alone, whose number the group has, or all that name a list or fragment,
 * whose groups are numbered behind all expressions.
 */
interface Announcements {
  /** How many expressions there are. */
  readonly alone: number;
  /** The members of groups behind them. */
  readonly groups: readonly (readonly number[])[];
  /** Texts of which every two neighbours announce, and the group of each. */
  readonly texts: readonly string[];
  /** The texts a line each. */
  readonly all: string;
  readonly groupsOfTexts: readonly number[];
  /** Keys of announcers, and the group of each. */
  readonly keys: readonly number[];
  readonly groupsOfKeys: readonly number[];
}

function announcementsOf(expressions: readonly Expression[]): Announcements {
  const groups: number[][] = [];
  const texts: string[] = [];
  const groupsOfTexts: number[] = [];
  const named = new Map<Names, Map<string, number[]>>();
  const keys: number[] = [];
  const groupsOfKeys: number[] = [];
  const alone = expressions.length;
  const membersOf = (name: string, names: Names): number[] => {
    const known = named.get(names) ?? new Map<string, number[]>();
    named.set(names, known);
    let members = known.get(name);
    if (!members) {
      members = [];
      known.set(name, members);
      const group = alone + groups.push(members) - 1;
      for (const text of textsOf(name, names)) groupsOfTexts[texts.push(text) - 1] = group;
    }
    return members;
  };
  expressions.forEach(({ source, names, announcers }, expression) => {
    if (announcers === undefined) return;
    eachName(source, names, (name) => membersOf(name, names).push(expression));
    groupsOfTexts[texts.push(source) - 1] = expression;
    if (announcers !== "")
      for (const announcer of announcers.split(" ")) groupsOfKeys[keys.push(keyOf(announcer)) - 1] = expression;
  });
  return { alone, groups, texts, all: texts.join("\n"), groupsOfTexts, keys, groupsOfKeys };
}

function bedsOf({ texts, groupsOfTexts, keys, groupsOfKeys }: Announcements): Chains {
  const beds = new Chains(2 ** BED_BITS, 2 ** 17);
  const lay = (key: number, group: number): void => {
    const bed = bedOf(key);
    // What was laid there last is this group, if it lies there at all.
    if (beds.first(bed) === 0 || beds.item(beds.first(bed)) !== group) beds.put(bed, group);
  };
  eachPair(texts, (key, text) => lay(key, groupsOfTexts[text] ?? 0));
  keys.forEach((key, at) => {
    lay(key, groupsOfKeys[at] ?? 0);
  });
  return beds;
}

/** The groups that a text announces. */
function announcedBy(text: string, known: Announcements): ReadonlySet<number> {
  const { texts, all, groupsOfTexts } = known;
  const keys = new Set<number>();
  const pairs = new Set<string>();
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    keys.add(pairKey(0, unit)).add(pairKey(before, unit));
    if (before > 0x7f && unit > 0x7f) pairs.add(text.slice(at - 1, at + 1));
    before = unit;
  }
  const found = new Set<number>();
  known.keys.forEach((key, at) => {
    if (keys.has(key)) found.add(known.groupsOfKeys[at] ?? 0);
  });
  if (pairs.size === 0) return found;
  // The engine's own search goes over all at once, long before a loop of ours is compiled.
  const sought = new RegExp([...pairs].join("|"), "g");
  let number = 0;
  let end = texts[0]?.length ?? 0;
  for (let match = sought.exec(all); match; match = sought.exec(all)) {
    while (end < match.index) end += 1 + (texts[++number]?.length ?? 0);
    found.add(groupsOfTexts[number] ?? 0);
    sought.lastIndex = end;
  }
  return found;
}
