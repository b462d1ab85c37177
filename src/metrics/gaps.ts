import type { EntityType, PageKind } from "../console/observation";
import { type Assumed, type AssumptionId, assume } from "./assumptions";
import { derivationOf } from "./derivations";
import { findMetric, type Name } from "./registry";
import { sourcesOf } from "./sources";

/** Why a metric has no number, and what would give it one. Never a zero. */
export interface Gap {
  readonly metric: string;
  readonly name: Name;
  /** Pages that show the metric itself. */
  readonly pages: readonly PageKind[];
  /** For a derived metric: inputs that were not seen, with the pages that show them; none for what is imported. */
  readonly inputs: readonly { readonly metric: string; readonly name: Name; readonly pages: readonly PageKind[] }[];
  /** Numbers that the user has yet to set. */
  readonly assumptions: readonly AssumptionId[];
  /** What the user has yet to say of the posts. */
  readonly mark: "content" | "vertical" | "original" | null;
  /** It can be imported or typed in. */
  readonly canBring: boolean;
}

/** Of a metric that has no number; `seen` are the metrics that do, of a house of this type. */
export function gapOf(metric: string, house: EntityType, seen: ReadonlySet<string>, assumed: Assumed): Gap | null {
  const known = findMetric(metric);
  if (!known) return null;
  const sources = sourcesOf(metric);
  const derived = derivationOf(metric);
  const showsItself = known.entities.includes(house) ? known.pages : [];
  const missing = (derived?.inputs ?? []).filter((input) => !seen.has(input));
  return {
    metric,
    name: known.name,
    pages: showsItself.length > 0 ? showsItself : derived ? [] : known.pages,
    inputs: missing.flatMap((input) => {
      const named = findMetric(input);
      return named ? [{ metric: input, name: named.name, pages: named.pages }] : [];
    }),
    assumptions: (derived?.assumptions ?? []).filter((id) => assume(assumed, id) === null),
    mark: derived?.mark ?? null,
    canBring: sources.includes("import"),
  };
}
