/** Words of titles, ours against theirs, now against before. */

export interface WordTrend {
  readonly word: string;
  /** Titles that hold it, as a share of all; null where there are no titles. */
  readonly ours: number | null;
  readonly theirs: number | null;
  readonly theirsBefore: number | null;
  /** How many of their titles hold it now. */
  readonly count: number;
}

export interface Titles {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  readonly theirsBefore: readonly string[];
}

/** Numbers with units and single characters say nothing of what is in fashion. */
const isWord = (text: string): boolean => /\p{L}/u.test(text) && [...text].length > 1 && !/^\d/.test(text);

/** The words of a title, each once, as Intl.Segmenter cuts Chinese. */
function wordsOf(title: string, segmenter: Intl.Segmenter): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { segment, isWordLike } of segmenter.segment(title.normalize("NFKC").toLowerCase())) {
    if (isWordLike && isWord(segment)) words.add(segment);
  }
  return words;
}

/** Words that at least `least` of their titles hold now or held before: those that moved most first. */
export function wordTrends({ ours, theirs, theirsBefore }: Titles, count: number, least = 2): readonly WordTrend[] {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const [mine, now, before] = [ours, theirs, theirsBefore].map((titles) => tally(titles, segmenter));
  if (!mine || !now || !before) return [];
  const share = ({ words, titles }: Tally, word: string): number | null =>
    titles === 0 ? null : (words.get(word) ?? 0) / titles;
  const words = [...new Set([...now.words.keys(), ...before.words.keys()])].filter(
    (word) => Math.max(now.words.get(word) ?? 0, before.words.get(word) ?? 0) >= least,
  );
  const trends = words.map(
    (word): WordTrend => ({
      word,
      ours: share(mine, word),
      theirs: share(now, word),
      theirsBefore: share(before, word),
      count: now.words.get(word) ?? 0,
    }),
  );
  const moved = ({ theirs: is, theirsBefore: was }: WordTrend): number =>
    is === null || was === null ? 0 : Math.abs(is - was);
  return trends.sort((a, b) => moved(b) - moved(a) || b.count - a.count || (a.word < b.word ? -1 : 1)).slice(0, count);
}

interface Tally {
  readonly titles: number;
  readonly words: ReadonlyMap<string, number>;
}

function tally(titles: readonly string[], segmenter: Intl.Segmenter): Tally {
  const words = new Map<string, number>();
  for (const title of titles) for (const word of wordsOf(title, segmenter)) words.set(word, (words.get(word) ?? 0) + 1);
  return { titles: titles.length, words };
}
