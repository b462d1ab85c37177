import type { SellerChange } from "../../src/competitors/seller-changes";
import type { RivalChanges } from "../../src/ui/data/rivals/changes";

export interface ChangeEntry {
  readonly rival: RivalChanges["rival"];
  readonly span: RivalChanges["span"];
  readonly change: SellerChange;
}

const FOLDED: ReadonlySet<SellerChange["kind"]> = new Set(["goods_new", "goods_gone", "price"]);

/** Neighbours that tell the same of one seller's goods as one, so that forty new goods do not hide what else happened. */
export function changeRuns(entries: readonly ChangeEntry[]): readonly (readonly ChangeEntry[])[] {
  const runs: ChangeEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1)?.[0];
    const isSame =
      last?.rival === entry.rival &&
      last.change.kind === entry.change.kind &&
      last.change.certainty === entry.change.certainty;
    if (isSame && FOLDED.has(entry.change.kind)) runs.at(-1)?.push(entry);
    else runs.push([entry]);
  }
  return runs;
}
