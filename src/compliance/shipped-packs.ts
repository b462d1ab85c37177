import type { Pack } from "./pack";

/**
 * The packs that came with the build, as parsed from its packs.json. The project's tests put each through loadPacks, and the
 * file cannot change afterwards, so a worker that wakes for one keystroke does not validate them again: that alone would
 * take longer than checking. Packs from anywhere else go through loadPacks.
 */
export const shippedPacks = (json: unknown): Pack[] => json as Pack[];
