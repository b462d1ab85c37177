import { eachCut } from "../../../src/compliance/text/sentences";

/** The sentences of a text, which together are the text. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  eachCut(text, 0, (end) => {
    sentences.push(text.slice(start, end));
    start = end;
    return true;
  });
  return sentences;
}
