import type { Citation } from "./finding";
import { createMatcher, type Matcher } from "./match/aho-corasick";
import { requiredLiterals } from "./match/literals";
import { parseRegex } from "./match/regex-tree";
import { normalSource, normalTerm } from "./match/source";
import type { Exemption, Pack, Rule } from "./pack";

/** An exemption ready to be asked; expressions compile when they are first asked. */
export interface Gate {
  readonly exemption: Exemption;
  readonly clause: Citation | undefined;
  readonly sources: readonly string[];
  /** Probe numbers, for an exemption of type text. */
  readonly probes: readonly number[];
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly gap: boolean;
  readonly gates: readonly Gate[];
  /** Absences: fires when a `when` probe was met in the text and the `unless` probe was not. */
  readonly absences: readonly { readonly when: number; readonly unless: number }[];
}

/** An expression that runs over a sentence once one of its literals was seen there, or always where it has none. */
export interface Expression {
  readonly regex: RegExp;
  readonly marked: boolean;
  /** Rule that it reports for, or -1 for a probe. */
  readonly rule: number;
  /** Probe that it answers, or -1. */
  readonly probe: number;
}

/** What a literal of the matcher means. */
export interface Use {
  /** Rule whose term it is, or -1. */
  readonly rule: number;
  /** Expression that it wakes, or -1. */
  readonly expression: number;
}

export interface Compiled {
  readonly rules: readonly CompiledRule[];
  readonly expressions: readonly Expression[];
  /** Expressions without a literal. */
  readonly always: readonly number[];
  readonly matcher: Matcher;
  readonly uses: readonly (readonly Use[])[];
  /** Terms to be read through sound. */
  readonly sound: readonly string[];
}

/** Compiles validated packs. */
export function compilePacks(packs: readonly Pack[]): Compiled {
  const rules: CompiledRule[] = [];
  const expressions: Expression[] = [];
  const always: number[] = [];
  const uses = new Map<string, Use[]>();
  const probes = new Map<string, number>();
  const sound = new Set<string>();

  const use = (literal: string, meaning: Use): void => {
    const list = uses.get(literal);
    if (list) list.push(meaning);
    else uses.set(literal, [meaning]);
  };
  const express = (source: string, rule: number, probe: number): void => {
    const index = expressions.length;
    const marked = source.includes("(?<mark>");
    expressions.push({ regex: new RegExp(source, marked ? "gud" : "gu"), marked, rule, probe });
    const literals = requiredLiterals(parseRegex(source));
    if (literals) for (const literal of new Set(literals)) use(literal, { rule: -1, expression: index });
    else always.push(index);
  };
  const probeFor = (source: string): number => {
    let probe = probes.get(source);
    if (probe === undefined) {
      probe = probes.size;
      probes.set(source, probe);
      express(source, -1, probe);
    }
    return probe;
  };

  for (const pack of packs) {
    const lists = pack.lists ?? {};
    const gateOf = (exemption: Exemption): Gate => {
      const sources = exemption.values.map((value) => normalSource(value, lists));
      const isText = exemption.type === "text";
      return { exemption, clause: exemption.clause, sources, probes: isText ? sources.map(probeFor) : [] };
    };
    const shared = (pack.exemptions ?? []).map(gateOf);
    for (const rule of pack.rules) {
      const index = rules.length;
      const absences: { when: number; unless: number }[] = [];
      for (const pattern of rule.patterns) {
        if (pattern.type === "term")
          for (const term of pattern.terms) use(normalTerm(term), { rule: index, expression: -1 });
        else if (pattern.type === "regex") express(normalSource(pattern.source, lists), index, -1);
        else {
          const [when, unless] = [pattern.when, pattern.unless].map((source) => probeFor(normalSource(source, lists)));
          absences.push({ when: when ?? -1, unless: unless ?? -1 });
        }
      }
      for (const term of rule.evade?.sound ?? []) sound.add(normalTerm(term));
      rules.push({
        rule,
        gap: rule.evade?.gap ?? true,
        gates: [...(rule.exemptions ?? []).map(gateOf), ...shared],
        absences,
      });
    }
  }
  const literals = [...uses.keys()].filter((literal) => literal !== "");
  return {
    rules,
    expressions,
    always,
    matcher: createMatcher(literals),
    uses: literals.map((literal) => uses.get(literal) ?? []),
    sound: [...sound],
  };
}
