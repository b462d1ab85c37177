/** Units that a user can give to figures that do not write them; empty: as they are written. */
export const HINTS = ["", "元", "万元", "分", "%", "秒", "分钟", "小时", "万"] as const;
