import { useNotes } from "../../src/ui/data/queries";
import { bandsOf, marketWeeks } from "../../src/ui/data/rivals/market";
import { useRivalQuery } from "./use-rival-query";

/** Everybody's goods of a week, and the bands that their prices are put in. */
export function useMarket(week: string) {
  const notes = useNotes("rival_bands").data;
  const { data, error } = useRivalQuery("goods", [week], (ledger) => marketWeeks(ledger, [week]));
  const market = data?.[0] ?? null;
  return { market, error, bands: market && notes ? bandsOf(market, notes) : null };
}
