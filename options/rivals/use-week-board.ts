import { weekBoard } from "../../src/competitors/week-board";
import { useRivalQuery } from "./use-rival-query";

/** Who was seen in the last weeks. */
export const useWeekBoard = () =>
  useRivalQuery("week", [], async (ledger) => {
    const rivals = await ledger.rivals();
    return weekBoard(rivals, await ledger.sellerDays(rivals.map(({ keys }) => keys)), Date.now());
  });
