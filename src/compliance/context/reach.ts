import type { Hit } from "../scan";
import { IS_HEADED } from "./review";

/**
 * Of a sentence, what bears on a claim in it. A host speaks for minutes without a full stop: that he told of a book, of a rumour
 * or of swindlers a while ago says nothing of what he claims now. What follows reaches further than what came before, as
 * people quote first and judge afterwards.
 */
const BEFORE = 18;
const BEHIND = 24;
const PAUSE = /[,，;；:：]/u;
/** 不适宜人群：孕妇、甲亢患者: the heading of a label's list belongs to all of the list. */
const HEADING = /(?:人群|禁忌|事项)[:：]$/u;

/** The clauses of a sentence's normal view within reach of the hit, whole ones, and the hit in them. */
export function withinReach(text: string, hit: Hit): readonly [text: string, hit: Hit] {
  // What a buyer wrote is one to its end.
  if (IS_HEADED.test(text)) return [text, hit];
  let from = Math.max(0, hit.start - BEFORE);
  let to = Math.min(text.length, hit.end + BEHIND);
  while (from > 0 && (!PAUSE.test(text.charAt(from - 1)) || HEADING.test(text.slice(from - 3, from)))) from--;
  while (to < text.length && !PAUSE.test(text.charAt(to))) to++;
  if (from === 0 && to === text.length) return [text, hit];
  return [text.slice(from, to), { rule: hit.rule, start: hit.start - from, end: hit.end - from }];
}

/** The part of a sentence's normal view between pauses that [start, end) stands in. */
export function clauseAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && !PAUSE.test(text[from - 1] ?? "")) from--;
  let to = end;
  while (to < text.length && !PAUSE.test(text[to] ?? "")) to++;
  return text.slice(from, to);
}
