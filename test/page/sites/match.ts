import type { Part } from "./expected";

const isPart = (value: unknown): value is Part => typeof value === "object" && value !== null && !Array.isArray(value);

/** Equal in every key that `wanted` names; numbers to nine digits, because 4.41 % has no exact binary form. */
export function fits(wanted: unknown, seen: unknown): boolean {
  if (typeof wanted === "number" && typeof seen === "number") {
    return wanted === seen || Math.abs(wanted - seen) <= 1e-9 * Math.max(Math.abs(wanted), Math.abs(seen));
  }
  if (Array.isArray(wanted)) {
    return Array.isArray(seen) && wanted.length === seen.length && wanted.every((each, at) => fits(each, seen[at]));
  }
  if (!isPart(wanted)) return wanted === seen;
  if (!isPart(seen)) return false;
  // One's own goods have no owner: goods taken for another account's would be a wrong entity.
  if (wanted.type === "product" && wanted.owner === undefined && seen.owner) return false;
  return Object.keys(wanted).every((key) => fits(wanted[key], seen[key]));
}

export interface Matching {
  /** How many of the wanted were seen. */
  readonly found: number;
  readonly missing: readonly Part[];
  /** Seen, and neither wanted nor optional, or seen twice. */
  readonly wrong: readonly Part[];
}

/** Pairs each of `wanted` with at most one of `seen`. */
export function match(wanted: readonly Part[], seen: readonly Part[], optional: readonly Part[] = []): Matching {
  const left = [...wanted];
  const wrong: Part[] = [];
  for (const each of seen) {
    const at = left.findIndex((one) => fits(one, each));
    if (at >= 0) left.splice(at, 1);
    else if (!optional.some((one) => fits(one, each))) wrong.push(each);
  }
  return { found: wanted.length - left.length, missing: left, wrong };
}
