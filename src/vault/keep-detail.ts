import { dayNumber } from "../ledger/day";
import type { VaultStore } from "./vault-store";

/** For how many months this machine keeps every look of a day; after that the last of each number a day. Null: for ever. */
const NAME = "keep-detail";
const MONTH_DAYS = 30.5;
export const MONTHS = [3, 6, 12] as const;

export async function keptMonths(vault: VaultStore): Promise<number | null> {
  const kept = await vault.get(NAME);
  return typeof kept === "number" ? kept : null;
}

export const keepMonths = (vault: VaultStore, months: number | null): Promise<void> =>
  months === null ? vault.delete(NAME) : vault.put(NAME, months);

/** The first day (a day number) of which every look stays. */
export const detailDay = (now: number, months: number): number => dayNumber(now) - Math.round(months * MONTH_DAYS);
