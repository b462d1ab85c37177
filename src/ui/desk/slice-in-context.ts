/** Characters kept on either side of what is marked. */
const AROUND = 16;

export interface Slice {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The marked words in their neighbourhood, on one line, cut with an ellipsis; null for something that is absent. */
export function sliceInContext(text: string, start: number, end: number): Slice | null {
  if (end <= start) return null;
  const oneLine = (part: string): string => part.replace(/\s+/g, " ");
  const before = [...text.slice(0, start)];
  const after = [...text.slice(end)];
  return {
    before: (before.length > AROUND ? "…" : "") + oneLine(before.slice(-AROUND).join("")),
    marked: oneLine(text.slice(start, end)),
    after: oneLine(after.slice(0, AROUND).join("")) + (after.length > AROUND ? "…" : ""),
  };
}
