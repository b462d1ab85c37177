import { useMemo } from "react";
import type { Checker } from "../../compliance/checker";
import { shanghaiDay } from "../../metrics/calendar";
import { buildChecker } from "../../operations/build-checker";
import { useNotes } from "../data/queries";
import { useShippedPacks } from "./rule-book";

/** The checker of the worker, built in this page: the same packs and the same rules of the user's. Null until they are there. */
export function useChecker(): Checker | null {
  const shipped = useShippedPacks().data;
  const words = useNotes("own_word").data;
  const allowed = useNotes("allow_phrase").data;
  const packs = useNotes("own_pack").data;
  return useMemo(() => {
    if (!shipped || !words || !allowed || !packs) return null;
    return buildChecker(shipped, { words, allowed, packs }, shanghaiDay(Date.now())).checker;
  }, [shipped, words, allowed, packs]);
}
