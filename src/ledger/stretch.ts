/** The part of a store that reads rows by number; idb's and a bare one alike. */
export interface Numbered<V> {
  get(n: number): Promise<V | undefined>;
  getAll(range: IDBKeyRange): Promise<V[]>;
}

/**
 * Rows by key, ascending: those with at most `gap` keys between them in one request, over `longest` keys at most. `keyOf`
 * tells the key that a row bears.
 */
export async function rowsInStretches<V>(
  store: Numbered<V>,
  keys: Iterable<number>,
  gap: number,
  keyOf: (row: V) => number,
  longest = Number.POSITIVE_INFINITY,
): Promise<readonly V[]> {
  const wanted = new Set(keys);
  const stretches: [first: number, last: number][] = [];
  for (const key of [...wanted].sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && key - last[1] <= gap && key - last[0] < longest) last[1] = key;
    else stretches.push([key, key]);
  }
  const rows = await Promise.all(
    stretches.map(([first, last]) =>
      first === last ? store.get(first) : store.getAll(IDBKeyRange.bound(first, last)),
    ),
  );
  return rows.flat().filter((row): row is V => row !== undefined && wanted.has(keyOf(row as V)));
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
