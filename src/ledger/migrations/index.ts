import { first } from "./001-first";
import { notes } from "./002-notes";
import { blocks } from "./003-blocks";
import type { Migration } from "./migration";

/** In order, without gaps; the last one's version is the schema of this code. */
export const MIGRATIONS: readonly Migration[] = [first, notes, blocks];
