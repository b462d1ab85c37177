import type { AbsorbOptions, AbsorbTx } from "./absorb";
import { mergeNotes } from "./notes";
import type { Bundle } from "./portable";
import { SETTINGS_KEY, withDefaults } from "./settings";
import { SETTING_KIND, withShared } from "./shared-settings";

/**
 * Takes in what the user of another machine decided, typed, imported and reviewed: notes merge field by field, imports and
 * reviews that are there stay. `brought` tells the numbers under which each import's snapshots were just kept.
 */
export async function absorbDecided(
  tx: AbsorbTx,
  bundle: Bundle,
  mode: AbsorbOptions["mode"],
  brought: ReadonlyMap<string, readonly number[]>,
) {
  const counts = { notes: 0, imports: 0, reviews: 0 };
  const notes = tx.objectStore("notes");
  for (const row of bundle.notes) {
    const own = await notes.get([row.kind, row.id]);
    const merged = own ? mergeNotes(own, row) : row;
    if (own && JSON.stringify(own) === JSON.stringify(merged)) continue;
    await notes.put(merged);
    counts.notes += 1;
    if (row.kind !== SETTING_KIND) continue;
    const settings = tx.objectStore("settings");
    await settings.put(withShared(withDefaults(await settings.get(SETTINGS_KEY)), merged), SETTINGS_KEY);
  }
  const imports = tx.objectStore("imports");
  for (const row of bundle.imports) {
    if ((await imports.getKey(row.id)) !== undefined) continue;
    // Undoing it here takes back what came with it; what it changed on the other machine is not known here.
    await imports.put({ ...row, snapshots: brought.get(row.id) ?? [], made: null, changed: [] });
    counts.imports += 1;
  }
  const reviews = tx.objectStore("reviews");
  for (const row of bundle.reviews) {
    if ((await reviews.getKey(row.id)) !== undefined) continue;
    await reviews.put(row);
    counts.reviews += 1;
  }
  if (mode === "replace") {
    for (const row of bundle.settings) await tx.objectStore("settings").put(withDefaults(row), SETTINGS_KEY);
    for (const row of bundle.sightings) await tx.objectStore("sightings").put(row);
  }
  return counts;
}
