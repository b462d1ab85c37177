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
  rouse(text: string, scope: Wanted, wake: (expression: number) => boolean): void;
}

const BED_BITS = 18;
/** Keys that share a bed wake one another's sleepers, which costs their reading and nothing else. */
const bedOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - BED_BITS);

export function createSleepers(expressions: readonly Expression[]): Sleepers {
  // What sleeps in a bed is a group: an expression alone, or all that name a list or fragment.
  const groups: number[][] = [];
  const texts: string[] = [];
  const groupsOfTexts: number[] = [];
  const named = new Map<Names, Map<string, number[]>>();
  const announced: { announcer: string; group: number }[] = [];
  const groupOf = (members: number[], itsTexts: readonly string[]): number => {
    const group = groups.push(members) - 1;
    for (const text of itsTexts) groupsOfTexts[texts.push(text) - 1] = group;
    return group;
  };
  const membersOf = (name: string, names: Names): number[] => {
    const known = named.get(names) ?? new Map<string, number[]>();
    named.set(names, known);
    const members = known.get(name) ?? [];
    if (!known.has(name)) groupOf(members, textsOf(name, names));
    known.set(name, members);
    return members;
  };
  expressions.forEach(({ source, names, announcers }, expression) => {
    if (announcers === undefined) return;
    eachName(source, names, (name) => membersOf(name, names).push(expression));
    const group = groupOf([expression], [source]);
    if (announcers !== "") for (const announcer of announcers.split(" ")) announced.push({ announcer, group });
  });

  const beds = new Chains(2 ** BED_BITS, 2 ** 17);
  const lay = (key: number, group: number): void => {
    const bed = bedOf(key);
    // What was laid there last is this group, if it lies there at all.
    if (beds.first(bed) === 0 || beds.item(beds.first(bed)) !== group) beds.put(bed, group);
  };
  eachPair(texts, (key, text) => lay(key, groupsOfTexts[text] ?? 0));
  for (const { announcer, group } of announced) lay(keyOf(announcer), group);

  const askedFor = new WeakMap<Wanted, Asked>();
  return {
    rouse(text, scope, wake) {
      const asked = askedFor.get(scope) ?? { beds: new Uint8Array(2 ** (BED_BITS - 3)), units: new Uint8Array(65536) };
      askedFor.set(scope, asked);
      const isDone = (bed: number): boolean => {
        let done = true;
        for (let place = beds.first(bed); place > 0; place = beds.next(place))
          for (const expression of groups[beds.item(place)] ?? []) if (!wake(expression)) done = false;
        return done;
      };
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const bed = bedOf(pairKey(before, unit));
        const [byte, bit] = [bed >> 3, 1 << (bed & 7)];
        if (((asked.beds[byte] ?? 0) & bit) === 0 && isDone(bed)) asked.beds[byte] = (asked.beds[byte] ?? 0) | bit;
        if (asked.units[unit] === 0 && isDone(bedOf(pairKey(0, unit)))) asked.units[unit] = 1;
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
