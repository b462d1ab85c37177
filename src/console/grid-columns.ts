import type { Column } from "./grid";
import { type Cell, isLaidAsTable } from "./grid-cells";
import { type HeadPlace, headPlaces } from "./head-columns";
import type { Layout } from "./layout";
import { parsePeriod, pointed } from "./periods";
import { type Box, columnOverlap } from "./visible";

/** A group of columns that is the whole of what the other groups are parts of. */
const WHOLE = /^(全店|全部|总体|整体|总计|合计|汇总|总|本店|全域|大盘)(数据)?$/;

/** Under a metric: the metric's own value, and what is made of it or is of other days. */
const ITSELF = /^(本期|本周期|当期|统计期|数值|值|本店|我的)(值|数值|数据)?$/;
const DERIVED = /上期|上一?周期|同期|前期|对比|变化|增幅|增减|涨跌|环比|同比|占比|均值|平均|排名|同行|行业|目标/;

/** A cell of the head, in which of its lines it stands, and its columns where these are known from the markup. */
interface Head {
  readonly cell: Cell;
  readonly level: number;
  readonly box: Box;
  readonly place: HeadPlace | null;
}

/** A column, and the texts of the groups over it. */
type GroupedColumn = Column & { readonly over: readonly string[] };

/**
 * Columns by the lowest cells of the head, left to right. Where groups of columns show the same metrics of different parts,
 * only those of the whole keep their header.
 */
export function columnsOf(lines: readonly (readonly Cell[])[], layout: Layout): Column[] {
  const heads = headsIn(lines);
  const leaves = heads.filter((a) => !heads.some((b) => b.level > a.level && isOver(a, b)));
  leaves.sort((a, b) => (a.place && b.place ? a.place.start - b.place.start : a.box.l - b.box.l));
  const columns = leaves.map((leaf) => {
    const groups = heads.filter((other) => other.level < leaf.level && isOver(other, leaf));
    return columnOf(
      leaf,
      groups.map(({ cell }) => cell),
      layout,
    );
  });
  const isInParts = columns.some(
    (a) => isPart(a) && columns.some((b) => b !== a && b.over.length > 0 && b.text === a.text),
  );
  if (!isInParts) return columns;
  return columns.map((column) => (isPart(column) ? { ...column, text: "", header: null } : column));
}

function headsIn(lines: readonly (readonly Cell[])[]): readonly Head[] {
  const isNative = lines.every((cells) => cells[0] && isLaidAsTable(cells[0].el.parentElement as Element));
  const places = isNative ? headPlaces(lines.map((cells) => cells.map(({ el }) => el))) : null;
  return lines.flatMap((cells, level) =>
    cells.map((cell) => ({ cell, level, box: cell.box, place: places?.get(cell.el) ?? null })),
  );
}

const isOver = (a: Head, b: Head): boolean =>
  a.place && b.place
    ? b.place.start >= a.place.start && b.place.start < a.place.start + a.place.span
    : columnOverlap(a.box, b.box) > 0.5;

function columnOf({ cell, box }: Head, groups: readonly Cell[], layout: Layout): GroupedColumn {
  const { tokens, text } = cell;
  const over = groups.map((group) => group.text);
  const period = [...over, ...tokens.map((t) => t.text)].map((said) => parsePeriod(pointed(said))).find((p) => p);
  const known = tokens.find((t) => t.label);
  const metric = known ? undefined : groups.flatMap((group) => group.tokens).find((t) => t.label);
  const common = { tokens: metric ? [metric, ...tokens] : tokens, box, over, ...(period ? { period } : {}) };
  // 成交金额 over 本期 | 上期 | 变化, or over 昨日 | 近7天.
  if (metric && (ITSELF.test(text) || parsePeriod(text))) return { ...common, text: metric.text, header: metric };
  if (metric && DERIVED.test(text)) return { ...common, text: "", header: null };
  // 曝光 over 人数 | 次数, 销量 over 近7天 | 累计: the two say it together.
  const [first] = tokens;
  const group = over.at(-1) ?? "";
  const joined = metric ? text + group : group + text;
  const label = known || !first || !group ? null : layout.called(joined);
  if (first && label) return { ...common, over: over.slice(0, -1), text: joined, header: { ...first, label } };
  return { ...common, text, header: known ?? first ?? null };
}

/** A metric under a group that is not the whole: of one of its parts. */
const isPart = ({ over, period, header }: GroupedColumn): boolean =>
  over.length > 0 && !period && header?.label != null && !over.some((each) => WHOLE.test(each));
