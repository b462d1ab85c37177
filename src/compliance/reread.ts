import type { SentenceResult } from "./sentence";
import type { Sentence } from "./text/sentences";

/** A sentence of a draft and what was read in it. */
export interface Read {
  readonly sentence: Sentence;
  readonly result: SentenceResult;
}

/**
 * Reads the sentences of a draft of which `before` is the last state. Typing leaves all but one or two as they were, before
 * or behind the cursor, so those are compared in place; only what stands between is looked up, or read.
 */
export function rereadSentences(
  sentences: readonly Sentence[],
  before: readonly Read[],
  read: (text: string) => SentenceResult,
): Read[] {
  const same = (at: number, then: number): boolean => sentences[at]?.text === before[then]?.sentence.text;
  const most = Math.min(sentences.length, before.length);
  let front = 0;
  while (front < most && same(front, front)) front++;
  let back = 0;
  while (back < most - front && same(sentences.length - 1 - back, before.length - 1 - back)) back++;
  const known = new Map<string, SentenceResult>();
  for (const { sentence, result } of before.slice(front, before.length - back)) known.set(sentence.text, result);
  return sentences.map((sentence, at) => {
    if (at < front) return { sentence, result: before[at]?.result ?? read(sentence.text) };
    if (at >= sentences.length - back)
      return { sentence, result: before[at - sentences.length + before.length]?.result ?? read(sentence.text) };
    // A sentence that stands twice is read once.
    const result = known.get(sentence.text) ?? read(sentence.text);
    known.set(sentence.text, result);
    return { sentence, result };
  });
}
