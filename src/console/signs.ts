import { PICTURES } from "./plain-text";

/** Pictures, punctuation, and the signs of money and reckoning, for a class of characters. */
export const SIGNS = `!-/:-@[-\`{-¿×÷\\u2010-\\u2194${PICTURES}\\u3000-\\u3004\\u3008-\\u3020！-／：-＠［-｀｛-･￠-￮`;

/** A sign and nothing else. */
export const A_SIGN = new RegExp(`^[${SIGNS}]$`);

/** What parts the places of a trail: 首页 › 数据 › 交易数据. */
export const TRAIL_SIGN = /^[>›/»]$/;
