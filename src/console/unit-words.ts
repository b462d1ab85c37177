/** What a figure may be written in: 十万, 百万 … of a unit. */
export const SCALE_WORDS = "十万|百万|千万|百(?!分)|[千万亿]";
/** What is counted. Longer words first, as a text is read. */
export const COUNT_WORDS = "人次|[次人位名件单笔个条场种款份]";
/** Units that may stand behind a number, and in a label's bracket. */
export const UNIT_WORDS = `元|块|[%％‰]|秒钟?|s|分钟|小时|天|${COUNT_WORDS}|分`;
