/**
 * A limit on the time of each rule, for packs that strangers wrote. What a regular expression may do is bounded when its
 * pack is read (match/regex-cost); this catches what that estimate missed. A running expression cannot be stopped, so a
 * rule that was too slow is not run again.
 */
export interface TimeLimit {
  /** Milliseconds that a rule may spend on one sentence. */
  readonly ms: number;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** Ids of packs that came with the build and are not watched. */
  readonly trusted?: ReadonlySet<string>;
}

export interface SwitchedOff {
  readonly rule: string;
  /** What it took when it was switched off. */
  readonly ms: number;
}

/** A machine that stalls once is no fault of the rule; what stalls thrice is. Far over the limit, once is enough. */
const STRIKES = 3;
const FAR_OVER = 20;

export interface Watch {
  /** Runs the rule's work, unless the rule is off. */
  run(rule: number, work: () => void): void;
  readonly off: ReadonlyMap<number, number>;
}

/** Watches the rules for which `watched` holds, by number. */
export function createWatch({ ms, clock }: TimeLimit, watched: (rule: number) => boolean): Watch {
  const off = new Map<number, number>();
  const strikes = new Map<number, number>();
  return {
    off,
    run(rule, work) {
      if (!watched(rule)) return work();
      if (off.has(rule)) return;
      const start = clock();
      work();
      const took = clock() - start;
      if (took <= ms) return;
      const count = (strikes.get(rule) ?? 0) + 1;
      strikes.set(rule, count);
      if (count >= STRIKES || took > ms * FAR_OVER) off.set(rule, took);
    },
  };
}
