/** A question about a text alone, of which the last answer is kept: the hits of a sentence ask it one after another. */
export function oncePerText<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  let last: { readonly text: string; readonly answer: Answer } | undefined;
  return (text) => {
    last = last?.text === text ? last : { text, answer: ask(text) };
    return last.answer;
  };
}
