import type { ImportRecord, ReviewRow, Settings } from "./model";
import type { NoteRow } from "./notes";
import type { EntityRow, ReadingsRow, SightingRow, SnapshotRow } from "./records";

/**
 * What goes from one machine to another, row by row. Numbers of entities (`n`, and where rows name one) are those of the
 * machine it comes from; the store that takes it in gives its own. Aggregates are left out: they follow from snapshots.
 */
export interface Portable {
  snapshots: PortableSnapshot;
  entities: EntityRow;
  notes: NoteRow;
  /** Without what undoing needs of the machine that made it. */
  imports: ImportRecord;
  reviews: ReviewRow;
  settings: Settings;
  /** The log of looks, without tabs: those of one machine mean nothing on another. */
  sightings: Omit<SightingRow, "tab">;
}

export type PortableKind = keyof Portable;
export const PORTABLE_KINDS = [
  "snapshots",
  "entities",
  "notes",
  "imports",
  "reviews",
  "settings",
  "sightings",
] as const satisfies readonly PortableKind[];

export interface PortableSnapshot {
  readonly snapshot: Omit<SnapshotRow, "n" | "digest">;
  readonly readings: Omit<ReadingsRow, "n">;
}

/** All rows by kind. */
export type Bundle = { readonly [K in PortableKind]: readonly Portable[K][] };

export const emptyBundle = (): { [K in PortableKind]: Portable[K][] } => ({
  snapshots: [],
  entities: [],
  notes: [],
  imports: [],
  reviews: [],
  settings: [],
  sightings: [],
});
