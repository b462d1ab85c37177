/** The matches of a global expression that matches no empty text, up to `end`: whether one of them is asked for. */
function someMatch(
  expression: RegExp,
  text: string,
  end: number,
  wanted: (from: number, to: number) => boolean,
): boolean {
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match && match.index < end; match = expression.exec(text))
    if (wanted(match.index, match.index + match[0].length)) return true;
  return false;
}

/** Whether a match of a global expression has a character of [start, end). */
export const overlaps = (expression: RegExp, text: string, start: number, end: number): boolean =>
  someMatch(expression, text, end, (_, to) => start < to);

/** Whether a match of a global expression has a character of [start, end) and does not lie within it. */
export const overlapsEdge = (expression: RegExp, text: string, start: number, end: number): boolean =>
  someMatch(expression, text, end, (from, to) => start < to && !(start < from && to < end));

/** Whether a match of a global expression holds all of [start, end). */
export const holds = (expression: RegExp, text: string, start: number, end: number): boolean =>
  someMatch(expression, text, end, (from, to) => from <= start && end <= to);

export type Range = readonly [start: number, end: number];

/** The matches of a global expression, of which those of the last text are kept: the hits of a sentence ask one after another. */
export function rangesPerText(expression: RegExp): (text: string) => readonly Range[] {
  let last: string | undefined;
  let ranges: readonly Range[] = [];
  return (text) => {
    if (text !== last) {
      ranges = [...text.matchAll(expression)].map(({ 0: words, index }) => [index, index + words.length]);
      last = text;
    }
    return ranges;
  };
}
