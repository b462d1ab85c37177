import { intervalOf } from "../../src/metrics/interval";
import type { PostMetric, PostRow } from "../../src/metrics/posts";

export interface Sort {
  readonly by: PostMetric | "published" | "name";
  readonly isDown: boolean;
}

/** By a column; what was not seen comes last either way. */
export function sortPosts(rows: readonly PostRow[], { by, isDown }: Sort): readonly PostRow[] {
  const sign = isDown ? -1 : 1;
  if (by === "name" || by === "published") {
    const text = (row: PostRow): string => (by === "name" ? row.name : row.publishedAt) ?? "";
    return [...rows].sort((a, b) => sign * text(a).localeCompare(text(b), "zh-CN"));
  }
  const numbers = new Map(rows.map((row) => [row, middleOf(row, by)]));
  return [...rows].sort((a, b) => {
    const [x, y] = [numbers.get(a) ?? null, numbers.get(b) ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}

function middleOf(row: PostRow, metric: PostMetric): number | null {
  const cell = row.cells[metric];
  const known = cell && intervalOf(cell.value);
  if (!known) return null;
  if (!Number.isFinite(known.high)) return known.low;
  return Number.isFinite(known.low) ? (known.low + known.high) / 2 : known.high;
}
