import { oncePerText } from "./context/once";
import type { Category, Citation } from "./finding";
import type { Announcers } from "./match/announce";
import {
  type Ahead,
  expressionOf,
  flagsFor,
  type Names,
  namesOf,
  normalTerm,
  type Template,
  templateOf,
} from "./match/source";
import type { CheckedPack, CheckedRule, Exemption } from "./pack";

/** An exemption ready to be asked; expressions compile when they are first asked. */
export interface Gate {
  readonly exemption: Exemption;
  readonly clause: Citation | undefined;
  readonly expressions: readonly ((text: string) => RegExp)[];
  /** Probe numbers, for an exemption of type text. */
  readonly probes: readonly number[];
}

/** Of gates that look for something anywhere in a sentence: one question about all that they look for, to ask before any. */
export interface Sought {
  readonly gates: ReadonlySet<Gate>;
  readonly isIn: (text: string) => boolean;
}

export interface CompiledRule {
  readonly rule: CheckedRule;
  readonly pack: CheckedPack;
  readonly gap: boolean;
  /** The rule speaks only of words that are disguised. */
  readonly disguisedOnly: boolean;
  readonly gates: readonly Gate[];
  /** Of the rule's own gates, and of those that all rules of its pack share. */
  readonly sought: readonly (() => Sought)[];
  readonly absences: readonly Absence[];
}

/**
 * Fires when the `when` probe was met in the text, or a finding to block is of a category of `beside`, and the `unless`
 * probe was not met.
 */
export interface Absence {
  readonly when: number;
  readonly unless: number;
  readonly beside: readonly Category[];
}

/** An expression that runs over a sentence once what one of its ways to match needs was met there. */
export interface Expression {
  readonly source: string;
  readonly names: Names;
  /** Undefined where they are not known: then it is read at once. */
  readonly announcers: Announcers | undefined;
  /** Reads the source, once. */
  readonly template: () => Template;
  readonly regex: (text: string) => RegExp;
  /** Rule that it reports for, or -1 for a probe. */
  readonly rule: number;
  /** Probe that it answers, or -1. */
  readonly probe: number;
}

export interface Compiled {
  readonly rules: readonly CompiledRule[];
  readonly terms: readonly { readonly term: string; readonly rule: number }[];
  readonly expressions: readonly Expression[];
  /** To be told what is about to be read. */
  readonly ahead: Ahead;
  readonly probes: number;
  /** Terms to be read through sound. */
  readonly sound: readonly string[];
  /** Those of them that speak of ailments. */
  readonly initials: readonly string[];
  /** All that the rules find is made of: terms, expressions as written, lists. */
  readonly words: () => Iterable<string>;
}

/** Compiles validated packs. No source is read yet. */
export function compilePacks(packs: readonly CheckedPack[]): Compiled {
  const compilation = new Compilation();
  for (const pack of packs) compilation.add(pack);
  const { rules, terms, expressions, ahead, probes, sound, initials } = compilation;
  return {
    rules,
    terms: terms.filter(({ term }) => term !== ""),
    expressions,
    ahead,
    probes,
    sound: [...sound],
    initials: [...initials],
    words: () => wordsOf(packs),
  };
}

/** What the rules of a pack have in common. */
interface InPack {
  readonly pack: CheckedPack;
  readonly names: Names;
  /** The number under which a sentence answers whether an expression matches it. */
  readonly probeOf: (source: string) => number;
  readonly shared: readonly Gate[];
  readonly soughtByAll: () => Sought;
}

class Compilation {
  readonly rules: CompiledRule[] = [];
  readonly terms: { term: string; rule: number }[] = [];
  readonly expressions: Expression[] = [];
  readonly sound = new Set<string>();
  readonly initials = new Set<string>();
  readonly ahead: Ahead = { text: "" };
  probes = 0;

  add(pack: CheckedPack): void {
    const names = namesOf(pack);
    const known = new Map<string, number>();
    const probeOf = (source: string): number => {
      let probe = known.get(source);
      if (probe === undefined) {
        probe = this.probes++;
        known.set(source, probe);
        this.addExpression(source, pack, names, -1, probe);
      }
      return probe;
    };
    const shared = (pack.exemptions ?? []).map((exemption) => compileGate(exemption, names, this.ahead, probeOf));
    const soughtByAll = once(() => soughtBy(shared, names, this.ahead));
    for (const rule of pack.rules) this.addRule(rule, { pack, names, probeOf, shared, soughtByAll });
  }

  private addExpression(source: string, pack: CheckedPack, names: Names, rule: number, probe: number): void {
    const template = once(() => templateOf(source, names));
    const announcers = pack.announcers?.get(source);
    const regex = expressionOf(template, this.ahead);
    this.expressions.push({ source, names, announcers, template, regex, rule, probe });
  }

  private addRule(rule: CheckedRule, { pack, names, probeOf, shared, soughtByAll }: InPack): void {
    const index = this.rules.length;
    const absences: Absence[] = [];
    for (const pattern of rule.patterns) {
      if (pattern.type === "term")
        this.terms.push(...pattern.terms.map((term) => ({ term: normalTerm(term), rule: index })));
      else if (pattern.type === "regex") this.addExpression(pattern.source, pack, names, index, -1);
      else {
        const { when, unless, beside = [] } = pattern;
        absences.push({ when: probeOf(when), unless: probeOf(unless), beside });
      }
    }
    for (const term of rule.evade?.sound ?? []) {
      this.sound.add(normalTerm(term));
      if (rule.category === "medical_claim") this.initials.add(normalTerm(term));
    }
    const own = (rule.exemptions ?? []).map((exemption) => compileGate(exemption, names, this.ahead, probeOf));
    const { gap = true, only: disguisedOnly = false } = rule.evade ?? {};
    const sought = [once(() => soughtBy(own, names, this.ahead)), soughtByAll];
    this.rules.push({ rule, pack, gap, disguisedOnly, gates: [...own, ...shared], sought, absences });
  }
}

function* wordsOf(packs: readonly CheckedPack[]): Iterable<string> {
  for (const { rules, lists = {} } of packs) {
    for (const list of Object.values(lists)) yield* list;
    for (const { patterns } of rules)
      for (const pattern of patterns) {
        if (pattern.type === "term") yield* pattern.terms;
        else if (pattern.type === "regex") yield pattern.source;
      }
  }
}

const ENDS: Readonly<Record<string, readonly [string, string]>> = { before: ["(?:", ")$"], after: ["^(?:", ")"] };

function compileGate(exemption: Exemption, names: Names, ahead: Ahead, probeOf: (source: string) => number): Gate {
  const [open, close] = ENDS[exemption.type] ?? ["", ""];
  return {
    exemption,
    clause: exemption.clause,
    expressions: exemption.values.map((value) => expressionOf(() => templateOf(open + value + close, names), ahead)),
    probes: exemption.type === "text" ? exemption.values.map(probeOf) : [],
  };
}

/** Groups that are named or gone back to, and a need for other flags, stand in the way of what is beside them. */
const mayStandBeside = (source: string): boolean => !/\\[1-9k]|\(\?<[A-Za-z]/.test(source) && flagsFor(source) === "g";

function soughtBy(gates: readonly Gate[], names: Names, ahead: Ahead): Sought {
  const templates = new Map<Gate, readonly Template[]>();
  for (const gate of gates) {
    const { type, values } = gate.exemption;
    if (type !== "sentence" && type !== "beside" && type !== "covers") continue;
    const each = values.map((value) => templateOf(value, names));
    if (each.flat().every((part) => typeof part === "string" && mayStandBeside(part))) templates.set(gate, each);
  }
  const sources = [...templates.values()].flat().map((template) => `(?:${template.join("")})`);
  const regex = expressionOf(() => [sources.join("|")], ahead);
  return { gates: new Set(templates.keys()), isIn: oncePerText((text) => regex(text).test(text)) };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
