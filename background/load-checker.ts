import { readOwnJson } from "../src/browser/worker";
import { createChecker } from "../src/compliance/checker";
import { shippedPacks } from "../src/compliance/shipped-packs";
import type { DraftChecker } from "./draft-desk";

/** Builds the checker from the packs that the build put beside this script. */
export const loadChecker = async (): Promise<DraftChecker> =>
  createChecker(shippedPacks(await readOwnJson("packs.json")));
