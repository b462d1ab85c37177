/** Which probes the sentences of a draft answer, as sentences come and go. */
export interface ProbeTally {
  /** The probes that some sentence answers: the same set as before, unless other probes are answered now. */
  after(came: Iterable<readonly number[]>, gone: Iterable<readonly number[]>): ReadonlySet<number>;
}

export function createProbeTally(probes: number): ProbeTally {
  const counts = new Int32Array(probes);
  let answered: ReadonlySet<number> = new Set();
  return {
    after(came, gone) {
      let changed = false;
      // What comes is counted first: a sentence that is typed on mostly answers what it answered before.
      for (const each of came)
        for (const probe of each) {
          const count = (counts[probe] ?? 0) + 1;
          counts[probe] = count;
          if (count === 1) changed = true;
        }
      for (const each of gone)
        for (const probe of each) {
          const count = (counts[probe] ?? 0) - 1;
          counts[probe] = count;
          if (count === 0) changed = true;
        }
      if (changed) answered = new Set([...counts.keys()].filter((probe) => counts[probe] !== 0));
      return answered;
    },
  };
}
