import type { Title } from "./title";

/** Two titles by their places in the list, the earlier first. */
export interface LikeTitles {
  readonly a: number;
  readonly b: number;
  /** Dice coefficient of their tokens, 0 … 1. */
  readonly likeness: number;
}

/**
 * Titles that share at least so much and name no other size, the most alike first, then in the order of the list. Each
 * is counted against all before it in flat arrays: six thousand titles take a moment, where every pair would take many.
 */
export function likeTitles(titles: readonly Title[], least: number): readonly LikeTitles[] {
  const lengths = Uint16Array.from(titles, ({ tokens }) => tokens.size);
  const counts = new Uint16Array(titles.length);
  const touched = new Int32Array(titles.length);
  const holders = new Map<string, number[]>();
  const found: LikeTitles[] = [];
  titles.forEach((title, b) => {
    let many = 0;
    for (const token of title.tokens) {
      const before = holders.get(token);
      if (before === undefined) {
        holders.set(token, [b]);
        continue;
      }
      for (const a of before) {
        const count = counts[a] as number;
        if (count === 0) touched[many++] = a;
        counts[a] = count + 1;
      }
      before.push(b);
    }
    const own = lengths[b] as number;
    for (let at = 0; at < many; at++) {
      const a = touched[at] as number;
      const likeness = (2 * (counts[a] as number)) / (own + (lengths[a] as number));
      counts[a] = 0;
      if (likeness >= least && areSizesAlike(title, titles[a] as Title)) found.push({ a, b, likeness });
    }
  });
  return found.sort((p, q) => q.likeness - p.likeness || p.a - q.a || p.b - q.b);
}

/** True unless both name sizes and share none: another size is another thing. */
function areSizesAlike({ sizes: a }: Title, { sizes: b }: Title): boolean {
  if (a.size === 0 || b.size === 0) return true;
  for (const size of a) if (b.has(size)) return true;
  return false;
}
