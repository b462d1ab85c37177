import { mergeNotes } from "../ledger/notes";
import { type Bundle, emptyBundle } from "../ledger/portable";
import type { EntityRow } from "../ledger/records";
import { together } from "../ledger/together";

/**
 * What one machine told at several times, as one; oldest first. Null where they do not number entities alike, as before and
 * after a restore that replaced everything: then what one says of a number is not what another says.
 */
export function mergeBundles(bundles: readonly Bundle[]): Bundle | null {
  const entities = new Map<number, EntityRow>();
  const merged = emptyBundle();
  const snapshots = new Map<string, Bundle["snapshots"][number]>();
  const notes = new Map<string, Bundle["notes"][number]>();
  const imports = new Map<string, Bundle["imports"][number]>();
  const reviews = new Map<string, Bundle["reviews"][number]>();
  for (const bundle of bundles) {
    for (const row of bundle.entities) {
      const before = entities.get(row.n);
      if (before && !isLater(before, row)) return null;
      entities.set(row.n, row);
    }
    for (const row of bundle.snapshots) {
      const before = snapshots.get(row.snapshot.id);
      // Of what was condensed meanwhile the earlier says more.
      snapshots.set(
        row.snapshot.id,
        before ? { readings: before.readings, snapshot: together(before.snapshot, row.snapshot) } : row,
      );
    }
    for (const row of bundle.notes) {
      const name = JSON.stringify([row.kind, row.id]);
      const before = notes.get(name);
      notes.set(name, before ? mergeNotes(before, row) : row);
    }
    for (const row of bundle.imports) if (imports.get(row.id)?.undoneAt == null) imports.set(row.id, row);
    for (const row of bundle.reviews) reviews.set(row.id, row);
  }
  merged.entities = [...entities.values()].sort((a, b) => a.n - b.n);
  merged.snapshots = [...snapshots.values()];
  merged.notes = [...notes.values()];
  merged.imports = [...imports.values()];
  merged.reviews = [...reviews.values()];
  return merged;
}

/** Whether a row may be the same entity's later: names are only added, and what was known stays. */
function isLater(before: EntityRow, after: EntityRow): boolean {
  const same = <K extends keyof EntityRow>(field: K): boolean =>
    before[field] == null || before[field] === after[field];
  const hasNames = before.names.every((name, at) => after.names[at] === name);
  return before.key === after.key && hasNames && same("owner") && same("account") && same("firstSeen");
}
