/**
 * A number in [0, 1) that depends on nothing but its keys, so that any day of any thing can be asked for on its own
 * (FNV-1a over the keys, then a murmur finish: the low bits of FNV alone are too regular).
 */
export function chance(...keys: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of keys.join("|")) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** An integer from `low` to `high`, both included. */
export const whole = (low: number, high: number, ...keys: readonly (string | number)[]): number =>
  low + Math.floor(chance(...keys) * (high - low + 1));

/** Between `low` and `high`, small ones far more often: how plays and sales are spread. */
export const skewed = (low: number, high: number, ...keys: readonly (string | number)[]): number =>
  low * (high / low) ** (chance(...keys) ** 1.6);

export const pick = <T>(from: readonly T[], ...keys: readonly (string | number)[]): T =>
  from[whole(0, from.length - 1, ...keys)] as T;
