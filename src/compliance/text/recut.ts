import { isQuestion, LOOK_AHEAD } from "./answers";
import { eachCut, hasColumns, STOP_AHEAD, SURELY_STOPPED } from "./sentences";

/** What an edit made of the sentences of a text: so many at its front and back stand as they were, between them are new ones. */
export interface Recut {
  readonly front: number;
  readonly back: number;
  readonly between: readonly string[];
}

/**
 * Cuts a text of which `before` was the last state, and `lengths` those of its sentences. Typing leaves all but one or two
 * as they were, so only what lies around the cursor is cut again, to where a sentence begins that began there before.
 */
export function recutSentences(before: string, lengths: readonly number[], text: string): Recut {
  // A word written downwards may end, or begin to be one, by what stands lines away.
  const anew = hasColumns(before) || hasColumns(text);
  const start = anew ? 0 : sharedStart(before, text);
  const firstShared = before.length - (anew ? 0 : sharedEnd(before, text, start));
  let front = 0;
  let from = 0;
  let end = 0;
  for (let at = 0; at < lengths.length; at++) {
    const length = lengths[at] ?? 0;
    end += length;
    if (end + (isQuestion(before.charCodeAt(end - 1)) ? LOOK_AHEAD : STOP_AHEAD) > start) break;
    if (length < SURELY_STOPPED) [front, from] = [at + 1, end];
  }
  const between: string[] = [];
  let next = front;
  let begins = from;
  let last = from;
  /** Whether the rest is the rest of what was before, of which a sentence began here too. */
  const rejoins = (at: number): boolean => {
    const then = at + before.length - text.length;
    if (anew || then < firstShared) return false;
    while (begins < then && next < lengths.length) begins += lengths[next++] ?? 0;
    return begins === then && (lengths[next - 1] ?? 0) < SURELY_STOPPED;
  };
  if (!rejoins(from))
    eachCut(text, from, (at) => {
      const stopped = at - last < SURELY_STOPPED;
      between.push(text.slice(last, at));
      last = at;
      return !(stopped && rejoins(at));
    });
  const back = last === text.length ? 0 : lengths.length - next;
  return { front, back, between };
}

/** Texts are compared in stretches, which the engine does far faster than unit by unit. */
const STRETCHES = [1024, 32, 1];

function sharedStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let shared = 0;
  for (const stretch of STRETCHES)
    while (shared + stretch <= most && one.slice(shared, shared + stretch) === other.slice(shared, shared + stretch))
      shared += stretch;
  return shared;
}

/** Not counting the `start` units that both begin with. */
function sharedEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start;
  let shared = 0;
  for (const stretch of STRETCHES)
    while (shared + stretch <= most && tailOf(one, shared, stretch) === tailOf(other, shared, stretch))
      shared += stretch;
  return shared;
}

const tailOf = (text: string, behind: number, length: number): string =>
  text.slice(text.length - behind - length, text.length - behind);
