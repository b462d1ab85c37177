// Zero-width, bidi and other invisible characters that a person does not see and a label may carry.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

/** Nothing invisible, nothing of full width, no white space: most texts of a page, and there are thousands of them. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;

/** What is seen: invisible characters gone, white space collapsed and trimmed. The text is otherwise as shown. */
export const seen = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();

/** For comparison only: full and half width alike, no white space, lower case. */
export const folded = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase() : seen(text).normalize("NFKC").replace(/\s+/g, "").toLowerCase();
