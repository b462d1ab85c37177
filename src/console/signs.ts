import { PICTURES } from "./plain-text";

/** Pictures, punctuation, and the signs of money and reckoning, for a class of characters. */
export const SIGNS = `!-/:-@[-\`{-¿×÷\\u2010-\\u2194${PICTURES}\\u3000-\\u3004\\u3008-\\u3020！-／：-＠［-｀｛-･￠-￮`;

/** A sign and nothing else. */
export const A_SIGN = new RegExp(`^[${SIGNS}]$`);
