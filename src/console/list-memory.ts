import type { OrderRow } from "./order";

/**
 * What was already seen of the list at one address, while its pages or a scroll pass before the eye. Kept in the page
 * alone; orders by their number, so that those of one day on two pages are counted together and each once.
 */
export class ListMemory {
  private total: number | null = null;
  private readonly items = new Set<string>();
  /** The items of each page, by its number. */
  private readonly pages = new Map<number, ReadonlySet<string>>();
  private readonly orders = new Map<string, OrderRow>();

  /** A list that says another total is another list (a filter, a tab). */
  begin(total: number | null): void {
    if (total === this.total) return;
    this.total = total;
    this.items.clear();
    this.pages.clear();
    this.orders.clear();
  }

  /** How many different items of the list have been seen so far. `page`: which of its pages is on show; null where none says. */
  count(items: readonly string[], page: number | null): number {
    const before = page === null ? undefined : this.pages.get(page);
    // Nothing of what this page showed before: other days or another filter, with as many items by chance.
    if (before && !items.some((item) => before.has(item))) {
      this.items.clear();
      this.pages.clear();
    }
    if (page !== null) this.pages.set(page, new Set(items));
    for (const item of items) this.items.add(item);
    return this.items.size;
  }

  /** Whether a page before this one was passed over. */
  lacksBefore(page: number | null): boolean {
    for (let at = 1; at < (page ?? 0); at++) if (!this.pages.has(at)) return true;
    return false;
  }

  /** These rows with those of the list's other pages; as they are when one has no number to know it by. */
  withEarlier(rows: readonly OrderRow[]): readonly OrderRow[] {
    if (this.total === null || rows.some((row) => row.number === null)) return rows;
    for (const row of rows) this.orders.set(row.number as string, row);
    return [...this.orders.values()];
  }
}
