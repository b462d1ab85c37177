import type { DraftField } from "./draft-fields";
import { readEditable } from "./editable-text";
import { type FieldText, spaced } from "./text-lines";

/** The copy on a page as one text, with a map from its offsets (UTF-16) back to the page. */
export interface Draft {
  readonly text: string;
  readonly parts: readonly DraftPart[];
}

export interface DraftPart extends FieldText {
  readonly field: DraftField;
  /** Offset of the field's first character in the draft's text. */
  readonly at: number;
}

// A field that holds nothing but spaces and the zero-width characters editors keep for their caret is empty.
const VISIBLE = /[^\s\u200b-\u200d\u2060\ufeff]/;

/** Reads the fields in their order, joined by a line break, empty ones left out. */
export function readDraft(fields: readonly DraftField[]): Draft {
  const parts: DraftPart[] = [];
  let text = "";
  for (const field of fields) {
    const read = field.kind === "editable" ? readEditable(field.element) : readControl(field.element);
    if (!VISIBLE.test(read.text)) continue;
    if (parts.length > 0) text += "\n";
    parts.push({ ...read, field, at: text.length });
    text += read.text;
  }
  return { text, parts };
}

/** Two points in text nodes of one field. */
export interface Place {
  readonly field: DraftField;
  readonly startNode: Text;
  readonly startOffset: number;
  readonly endNode: Text;
  readonly endOffset: number;
}

/** Where `[start, end)` is on the page; null in a control, or when the slice holds no text node's characters. */
export function placeOf(draft: Draft, start: number, end: number): Place | null {
  const part = draft.parts.findLast(({ at }) => at <= start);
  if (!part || start >= end || end > part.at + part.text.length) return null;
  const { runs, field } = part;
  const from = start - part.at;
  const to = end - part.at;
  const first = runs[lastAt(runs, from)];
  const open = first && first.at + first.length > from ? first : runs[lastAt(runs, from) + 1];
  const close = runs[lastAt(runs, to - 1)];
  if (!open || !close || open.at >= to || close.at < open.at) return null;
  return {
    field,
    startNode: open.node,
    startOffset: open.offset + Math.max(0, from - open.at),
    endNode: close.node,
    endOffset: close.offset + Math.min(close.length, to - close.at),
  };
}

export function rangeOf({ startNode, startOffset, endNode, endOffset }: Place): Range {
  const range = new Range();
  range.setStart(startNode, startOffset);
  range.setEnd(endNode, endOffset);
  return range;
}

function readControl(element: HTMLElement): FieldText {
  return { text: spaced((element as HTMLInputElement).value), runs: [] };
}

/** Index of the last run that starts at or before `offset`, or -1. */
function lastAt(runs: FieldText["runs"], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.at ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
