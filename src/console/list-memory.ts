import type { OrderRow } from "./read-orders";

/**
 * What was already seen of the list at one address, while its pages or a scroll pass before the eye. Kept in the page
 * alone; orders by their number, so that those of one day on two pages are counted together and each once.
 */
export class ListMemory {
  private total: number | null = null;
  private readonly items = new Set<string>();
  private readonly orders = new Map<string, OrderRow>();

  /** A list that says another total is another list (a filter, a tab). */
  begin(total: number | null): void {
    if (total === this.total) return;
    this.total = total;
    this.items.clear();
    this.orders.clear();
  }

  /** How many different items of the list have been seen so far. */
  count(items: Iterable<string>): number {
    for (const item of items) this.items.add(item);
    return this.items.size;
  }

  /** These rows with those of the list's other pages; as they are when one has no number to know it by. */
  withEarlier(rows: readonly OrderRow[]): readonly OrderRow[] {
    if (this.total === null || rows.some((row) => row.number === null)) return rows;
    for (const row of rows) this.orders.set(row.number as string, row);
    return [...this.orders.values()];
  }
}
