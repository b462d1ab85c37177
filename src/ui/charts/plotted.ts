import type { Value } from "../../console/observation";
import { intervalOf } from "../../metrics/interval";

/** A value as it can be drawn: where its mark stands, and between which numbers the truth lies. */
export interface Plotted {
  /** Null for a range: a point in its middle would claim to know it. */
  readonly at: number | null;
  readonly low: number;
  readonly high: number;
}

/** Null for text and for what was not seen. An open end is drawn to the other end. */
export function plotted(value: Value | null): Plotted | null {
  const known = value && intervalOf(value);
  if (!value || !known) return null;
  const low = Number.isFinite(known.low) ? known.low : known.high;
  const high = Number.isFinite(known.high) ? known.high : known.low;
  return Number.isFinite(low) ? { at: value.precision === "range" ? null : Number(value.value), low, high } : null;
}

/** The places that a note covers, as indices; null where none of them is on the axis. Keys compare as text, as days do. */
export function placesOf(
  keys: readonly string[],
  note: { readonly from: string; readonly to: string },
): readonly [number, number] | null {
  const inside = keys.flatMap((key, index) => (key >= note.from && key <= note.to ? [index] : []));
  const [first, last] = [inside[0], inside.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}
