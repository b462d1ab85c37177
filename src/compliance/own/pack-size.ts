/** Most characters of a pack file: three times the largest that is shipped. */
export const PACK_MAX = 1_000_000;
