import type { SentenceResult } from "./sentence";
import { recutSentences } from "./text/recut";

/** A sentence of a draft: its UTF-16 units and what was read in it. Its text is the draft's, which is not kept with it. */
export interface Read {
  readonly length: number;
  readonly result: SentenceResult;
}

/** A draft's sentences in order, and which of them came and went with the last edit. */
export interface Reread {
  readonly sentences: readonly Read[];
  readonly came: readonly Read[];
  readonly gone: readonly Read[];
}

/**
 * Reads a draft state by state; a sentence that an edit left as it was is not read again, nor one that stands twice. `read`
 * gives a result for each sentence.
 */
export function createRereader(
  read: (sentences: readonly string[]) => readonly SentenceResult[],
): (text: string) => Reread {
  let before = "";
  let lengths: number[] = [];
  let sentences: Read[] = [];
  return (text) => {
    const { front, back, between } = recutSentences(before, lengths, text);
    const gone = sentences.slice(front, sentences.length - back);
    const known = new Map<string, SentenceResult>();
    let at = 0;
    if (gone.length > 0) for (let i = 0; i < front; i++) at += lengths[i] ?? 0;
    for (const { length, result } of gone) {
      known.set(before.slice(at, at + length), result);
      at += length;
    }
    const fresh = [...new Set(between)].filter((sentence) => !known.has(sentence));
    read(fresh).forEach((result, i) => {
      known.set(fresh[i] ?? "", result);
    });
    const came = between.flatMap((sentence): Read[] => {
      const result = known.get(sentence);
      return result ? [{ length: sentence.length, result }] : [];
    });
    const all = came.map(({ length }) => length);
    before = text;
    if (gone.length === 0 && front === 0 && back === 0) [sentences, lengths] = [came, all];
    else {
      sentences = sentences.slice(0, front).concat(came, back > 0 ? sentences.slice(-back) : []);
      lengths = lengths.slice(0, front).concat(all, back > 0 ? lengths.slice(-back) : []);
    }
    return { sentences, came, gone };
  };
}
