import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Pack, Rule } from "../../compliance/pack";
import { type OwnPack, ownPacks } from "../../operations/own-rules";
import { useNotes } from "../data/queries";
import { useSource } from "../data/source";

export interface PlacedRule {
  readonly rule: Rule;
  readonly pack: Pack;
}

/** Every rule there is by its id, so that a finding can be explained; and the packs they come from. */
export interface RuleBook {
  readonly shipped: readonly Pack[];
  readonly own: readonly OwnPack[];
  ruleOf(id: string): PlacedRule | null;
}

/** The packs of this version never change while a page is open. */
export function useShippedPacks() {
  const source = useSource();
  return useQuery({ queryKey: ["packs"], queryFn: () => source.packs(), staleTime: Number.POSITIVE_INFINITY });
}

/** Null until the packs are there. */
export function useRuleBook(): RuleBook | null {
  const shipped = useShippedPacks().data;
  const notes = useNotes("own_pack").data;
  return useMemo(() => {
    if (!shipped || !notes) return null;
    const own = ownPacks(notes, shipped);
    const rules = new Map<string, PlacedRule>();
    for (const pack of [...shipped, ...own.flatMap(({ pack }) => pack ?? [])])
      for (const rule of pack.rules) rules.set(rule.id, { rule, pack });
    return { shipped, own, ruleOf: (id) => rules.get(id) ?? null };
  }, [shipped, notes]);
}
