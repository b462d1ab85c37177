/** Most characters of a draft that are checked: what is behind them is not sent. */
export const DRAFT_MAX = 1_048_576;
