/** The part of a store that reads rows by number; idb's and a bare one alike. */
interface Numbered<V> {
  get(n: number): Promise<V | undefined>;
  getAll(range: IDBKeyRange): Promise<V[]>;
}

/** How many rows nobody asked for may be read for each that was. */
const SPARE = 3;

/**
 * Rows by number, in the order asked. Those of one list, or of a stretch of days, lie close together: then one request for the whole stretch
 * instead of one for each.
 */
export async function rowsByNumber<V extends { readonly n: number }>(
  store: Numbered<V>,
  numbers: readonly number[],
): Promise<readonly V[]> {
  if (numbers.length === 0) return [];
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const n of numbers) [first, last] = [Math.min(first, n), Math.max(last, n)];
  if (last - first < SPARE * numbers.length) {
    const rows = await store.getAll(IDBKeyRange.bound(first, last));
    const byNumber = new Map(rows.map((row) => [row.n, row]));
    return numbers.flatMap((n) => byNumber.get(n) ?? []);
  }
  const rows = await Promise.all(numbers.map((n) => store.get(n)));
  return rows.filter((row) => row !== undefined);
}
