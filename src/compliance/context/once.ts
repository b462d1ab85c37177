/** A question about a text alone, of which the last answer is kept: the hits of a sentence ask it one after another. */
export function oncePerText(ask: (text: string) => boolean): (text: string) => boolean {
  let last: string | undefined;
  let answer = false;
  return (text) => {
    if (text !== last) {
      answer = ask(text);
      last = text;
    }
    return answer;
  };
}
