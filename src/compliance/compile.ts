import type { Citation } from "./finding";
import { expressionOf, type Names, namesOf, normalTerm, templateOf } from "./match/source";
import type { WordIndex } from "./match/word-index";
import type { CheckedPack, CheckedRule, Exemption } from "./pack";
import { createRegistry, type Registry } from "./registry";
import type { Wakes } from "./wakes";

/** An exemption ready to be asked; expressions compile when they are first asked. */
export interface Gate {
  readonly exemption: Exemption;
  readonly clause: Citation | undefined;
  readonly expressions: readonly ((text: string) => RegExp)[];
  /** Probe numbers, for an exemption of type text. */
  readonly probes: readonly number[];
}

export interface CompiledRule {
  readonly rule: CheckedRule;
  readonly pack: CheckedPack;
  readonly gap: boolean;
  readonly gates: readonly Gate[];
  /** Absences: fires when a `when` probe was met in the text and the `unless` probe was not. */
  readonly absences: readonly { readonly when: number; readonly unless: number }[];
}

/** An expression that runs over a sentence once what one of its ways to match needs was met there. */
export interface Expression {
  readonly regex: (text: string) => RegExp;
  readonly marked: boolean;
  /** Rule that it reports for, or -1 for a probe. */
  readonly rule: number;
  /** Probe that it answers, or -1. */
  readonly probe: number;
}

export interface Compiled {
  readonly rules: readonly CompiledRule[];
  readonly expressions: readonly Expression[];
  /** Expressions without a literal. */
  readonly always: readonly number[];
  readonly words: WordIndex;
  readonly wordCount: number;
  readonly wakes: Wakes;
  readonly probes: number;
  /** Terms to be read through sound. */
  readonly sound: readonly string[];
}

/** Compiles validated packs. */
export function compilePacks(packs: readonly CheckedPack[]): Compiled {
  const rules: CompiledRule[] = [];
  const registry = createRegistry();
  const sound = new Set<string>();
  for (const pack of packs) {
    const names = namesOf(pack);
    const shared = (pack.exemptions ?? []).map((exemption) => gateOf(exemption, names, registry));
    for (const rule of pack.rules) {
      const index = rules.length;
      const absences: { when: number; unless: number }[] = [];
      for (const pattern of rule.patterns) {
        if (pattern.type === "term") for (const term of pattern.terms) registry.term(term, index);
        else if (pattern.type === "regex") registry.expression(templateOf(pattern.source, names), index, -1);
        else
          absences.push({ when: registry.probe(pattern.when, names), unless: registry.probe(pattern.unless, names) });
      }
      for (const term of rule.evade?.sound ?? []) sound.add(normalTerm(term));
      const own = (rule.exemptions ?? []).map((exemption) => gateOf(exemption, names, registry));
      rules.push({ rule, pack, gap: rule.evade?.gap ?? true, gates: [...own, ...shared], absences });
    }
  }
  return { ...registry.done(), rules, sound: [...sound] };
}

const ENDS: Readonly<Record<string, readonly [string, string]>> = { before: ["(?:", ")$"], after: ["^(?:", ")"] };

function gateOf(exemption: Exemption, names: Names, registry: Registry): Gate {
  const isText = exemption.type === "text";
  const [open, close] = ENDS[exemption.type] ?? ["", ""];
  return {
    exemption,
    clause: exemption.clause,
    expressions: exemption.values.map((value) => lazy(() => expressionOf(templateOf(open + value + close, names)))),
    probes: isText ? exemption.values.map((value) => registry.probe(value, names)) : [],
  };
}

/** Most gates are never asked. */
function lazy(make: () => (text: string) => RegExp): (text: string) => RegExp {
  let made: ((text: string) => RegExp) | undefined;
  return (text) => {
    made ??= make();
    return made(text);
  };
}
