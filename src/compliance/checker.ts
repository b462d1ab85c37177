import { type Active, type Assemble, createAssembler } from "./assemble";
import { citationsFor } from "./basis";
import { type Compiled, compilePacks } from "./compile";
import type { Draft, Finding } from "./finding";
import type { CheckedPack } from "./pack";
import { createRereader, type Reread } from "./reread";
import { createScanner } from "./scan";
import { appliesTo, type Scope } from "./scope";
import { checkSentences } from "./sentence";
import { createGluedReader } from "./sound/glued";
import { createRestorer } from "./sound/restore";
import { stalenessOf } from "./staleness";
import { createWatch, type SwitchedOff, type TimeLimit } from "./time-limit";

export interface Checker {
  /** All findings of a draft, in order of place. Pure: the same draft gives the same findings. */
  check(draft: Draft): Finding[];
  /** A checker that remembers sentences, for a draft that is being typed. */
  session(): Session;
  /**
   * Rules are read once a few texts had words of theirs. This reads a piece of one that is not read yet, in the pauses, so
   * that a long text finds all read; false when there is none. What is found stays the same.
   */
  readAhead(): boolean;
  /** Rules that took longer than the limit and are no longer run, in the order in which they were switched off. */
  switchedOff(): SwitchedOff[];
}

export interface CheckerOptions {
  /** The day, YYYY-MM-DD in Asia/Shanghai; with it findings say whether their rule is stale. */
  readonly today?: string;
  /** Without it no rule is timed. */
  readonly limit?: TimeLimit;
}

export interface Session {
  /** The same findings as `check`, at the price of the sentences that changed since the last call. */
  update(draft: Draft): Finding[];
}

/** Builds a checker from validated packs (see loadPacks). Keeps no state between drafts. */
export function createChecker(packs: readonly CheckedPack[], { today, limit }: CheckerOptions = {}): Checker {
  const compiled = compilePacks(packs);
  const watch = limit && createWatch(limit, (rule) => !limit.trusted?.has(compiled.rules[rule]?.pack.id ?? ""));
  const scanner = createScanner(compiled, watch);
  const stale = compiled.rules.map(({ pack, rule }) => (today ? stalenessOf(pack, rule, today) : null));
  const disguises = { restore: createRestorer(compiled), glued: createGluedReader(compiled.words) };
  const assembler = createAssembler(compiled.rules, compiled.probes);
  const scopes = new Map<string, Active>();

  const activeFor = (scope: Scope): Active => {
    const key = keyOf(scope);
    const active = scopes.get(key) ?? activate(compiled, scope, stale);
    scopes.set(key, active);
    return active;
  };

  const session = (): Session => {
    let key: string | undefined;
    // Only this draft's sentences are kept, so that a day of typing does not fill the memory.
    let reread: (text: string) => Reread;
    let assemble: Assemble;
    return {
      update(draft) {
        const { text, ...scope } = draft;
        if (key !== keyOf(draft)) {
          key = keyOf(draft);
          const active = activeFor(scope);
          reread = createRereader((sentences) =>
            checkSentences(sentences, compiled, scanner, active, scope, disguises),
          );
          assemble = assembler(scope, active);
        }
        return assemble(text, reread(text));
      },
    };
  };
  return {
    switchedOff: () => [...(watch?.off ?? [])].map(([rule, ms]) => ({ rule: compiled.rules[rule]?.rule.id ?? "", ms })),
    readAhead: scanner.readAhead,
    check: (draft) => session().update(draft),
    session,
  };
}

const keyOf = (scope: Scope): string => `${scope.goods}/${scope.channel}/${scope.account}`;

/** A rule whose whole basis is out of scope says nothing there. */
function activate(compiled: Compiled, scope: Scope, stale: Active["stale"]): Active {
  const citations = compiled.rules.map(({ rule }) => (appliesTo(rule, scope) ? citationsFor(rule, scope) : []));
  const rules = Uint8Array.from(citations, (list) => (list.length > 0 ? 1 : 0));
  const probes = new Uint8Array(compiled.probes);
  compiled.rules.forEach((rule, index) => {
    if (rules[index] !== 1) return;
    for (const { when, unless } of rule.absences) probes[when] = probes[unless] = 1;
    for (const gate of rule.gates) for (const probe of gate.probes) probes[probe] = 1;
  });
  return { rules, probes, citations, stale };
}
