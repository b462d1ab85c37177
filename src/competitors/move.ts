import type { Unit } from "../console/observation";
import { compare, intervalOf, sameValue } from "../metrics/interval";
import type { Point } from "../metrics/series";
import type { CompetitorChange } from "./competitor";

/** A change, its unit, and which way it went: `other` for text and for what is neither certainly up nor down. */
export interface Move extends CompetitorChange {
  readonly unit: Unit;
  readonly direction: "up" | "down" | "other";
  /** The third party whose estimates both sides are. */
  readonly estimate?: string;
}

/** Null when both are shown alike, and when there is no telling: a day half over, or a number shown as the tier that holds it. */
export function moveBetween(
  from: Pick<Point, "value" | "partial">,
  to: Pick<Point, "value" | "partial">,
  unit: Unit,
): Pick<Move, "from" | "to" | "certainty" | "unit" | "direction"> | null {
  if (from.partial || to.partial || sameValue(from.value, to.value)) return null;
  const [was, is] = [intervalOf(from.value), intervalOf(to.value)];
  const sides = { from: from.value, to: to.value, unit };
  if (!was || !is) return { ...sides, certainty: "certain", direction: "other" };
  const verdict = compare(is, was);
  if (verdict === "equal") return null;
  if (verdict !== "open") return { ...sides, certainty: "certain", direction: verdict };
  const holds = (was.low <= is.low && is.high <= was.high) || (is.low <= was.low && was.high <= is.high);
  const shownOtherwise = (from.value.precision === "range") !== (to.value.precision === "range");
  return holds && shownOtherwise ? null : { ...sides, certainty: "possible", direction: "other" };
}
