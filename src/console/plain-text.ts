// Written as ranges, here and wherever each page's texts are tested: a browser compiles expressions anew for every page,
// and those with property escapes take it a millisecond each.

/** Zero-width, bidi and other invisible characters that a person does not see and a label may carry. */
const INVISIBLE =
  /[\ufe00-\ufe0f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\uddef]/g;

/** Pictures, for a class of characters; ↑ and ↓ say a change. */
export const PICTURES = "\\u2195-\\u2bff\\ud83c-\\ud83e\\udc00-\\udfff";
/** Nothing invisible, nothing of full width, no white space: most texts of a page, and there are thousands of them. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;

/** What is seen: invisible characters gone, white space collapsed and trimmed. The text is otherwise as shown. */
export const seen = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();

/** ① and ² lead to a note, and are no digit of what they stand behind. */
const NOTE = /(?<=.)[\xb2\xb3\xb9\u2070-\u2079\u2460-\u2473\u24f5-\u24fe\u2776-\u277f]+$/;

/** For comparison only: full and half width alike, no white space, lower case, no sign of a note behind it. */
export const folded = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : seen(text).replace(NOTE, "").normalize("NFKC").replace(/\s+/g, "").toLowerCase();
