import type { Shown } from "./numbers";
import type { Token } from "./tokens";

export interface OrderRow {
  /** The order's own number, where the row shows one; told apart by it, never kept. */
  readonly number: string | null;
  readonly status: string;
  readonly day: string;
  readonly amount: Shown | null;
  readonly token: number;
}

/** Orders that are not counted: the statuses of those without a day, and how many have a date whose year is not known. */
export interface Uncounted {
  readonly undated: Token[];
  unclear: number;
}

const NUMBER =
  /(?:(?:订单|售后)(?:编|单)?号|单号|编号)\s*[:：]?\s*([A-Za-z]?\d{4,32})|^(?:订单|售后单?)\s*[:：#]?\s*(\d{8,32})$/;

/** The order number among `texts`, or null. */
export function numberIn(texts: readonly Token[]): string | null {
  for (const [k, t] of texts.entries()) {
    const [, called, bare] = NUMBER.exec(t.text) ?? NUMBER.exec(`${t.text} ${texts[k + 1]?.text ?? ""}`) ?? [];
    if (called ?? bare) return called ?? bare ?? null;
  }
  return texts.find((t) => /^[A-Za-z]?\d{8,32}$/.test(t.text))?.text ?? null;
}

/** What is chosen in a list is shown once more beside it. */
export const isSameOrder = (row: OrderRow, number: string | null): boolean => number !== null && row.number === number;
