import table from "../../../assets/import-labels.json";
import { dictionaryOf, findLabel } from "../../console/labels";
import { folded } from "../../console/plain-text";
import { findMetric, REGISTRY } from "../../metrics/registry";
import type { RawRow } from "../tables/read/raw-table";
import { type ColumnUse, type Mapping, SUBJECTS, type Subject } from "./mapping";

/** posts: the console's own 下载表格 · store: an export of the own shop · others: a third party's table. */
export type TableKind = "posts" | "store" | "others";

export interface Recognised {
  readonly kind: TableKind;
  readonly mapping: Mapping;
}

const NAMES: readonly (readonly [Subject, RegExp])[] = [
  ["product", /^(商品|商品名称?|商品标题|商品信息|product)$/],
  ["video", /^(视频|视频描述|视频标题|作品|作品标题|短视频|短视频标题)$/],
  ["live", /^(直播|直播间|直播标题|直播主题|场次)$/],
  ["talent", /^(账号|账号名称|达人|达人名称|达人昵称|昵称|主播|视频号|视频号名称)$/],
  ["shop", /^(店铺|店铺名称|小店|小店名称)$/],
];
const OTHER: readonly (readonly [ColumnUse["as"] & ("id" | "link" | "published" | "day" | "from" | "to"), RegExp])[] = [
  ["id", /^(视频|商品|达人|账号|店铺|直播|作品|product)?(id|编号)$/],
  ["link", /(链接|url)$/],
  ["published", /^(发布时间|发布日期|开播时间|上架时间)$/],
  ["day", /^(日期|统计日期|数据日期|统计时间|统计周期|时间|date|day)$/],
  ["from", /^(开始日期|起始日期|开始时间)$/],
  ["to", /^(结束日期|截止日期|结束时间)$/],
];
/** An id column of the goods, not of the account beside them. */
const ID_OF: readonly (readonly [RegExp, Subject])[] = [
  [/^商品/, "product"],
  [/^(视频|作品)/, "video"],
  [/^直播/, "live"],
  [/^(达人|账号)/, "talent"],
  [/^店铺/, "shop"],
];

const dictionary = dictionaryOf([
  ...REGISTRY.map((metric) => ({ ...metric, metric: metric.id })),
  ...Object.entries(table.labels).flatMap(([label, metrics]) =>
    metrics.flatMap((id) => {
      const metric = findMetric(id);
      return metric ? [{ metric: id, unit: metric.unit, entities: metric.entities, labels: [label] }] : [];
    }),
  ),
]);

const THIRD_PARTY: ReadonlySet<string> = new Set(table.thirdParty.map(folded));

/** The row that names the columns: of the first ten, the one with most cells that are known names; the first if none is. */
export function headerRow(rows: readonly RawRow[]): number {
  const known = ({ cells }: RawRow): number => cells.filter((cell) => isKnown(cell)).length;
  const counts = rows.slice(0, 10).map(known);
  return Math.max(0, counts.indexOf(Math.max(0, ...counts)));
}

const isKnown = (header: string): boolean =>
  nameOf(header) !== undefined || otherOf(header) !== undefined || findLabel(dictionary, header) !== null;

const nameOf = (header: string): Subject | undefined => NAMES.find(([, pattern]) => pattern.test(folded(header)))?.[0];
const otherOf = (header: string) => OTHER.find(([, pattern]) => pattern.test(folded(header)))?.[0];

/** A table of the section 导出 (assets/docs/export-schema.md): one number a row, which no column mapping can say. */
export const isOwnExport = (headers: readonly string[]): boolean =>
  ["snapshot", "entity_key", "metric", "precision"].every((field) => headers.includes(field));

/** What a table's headers say of it: a proposal that the user can change. */
export function recognise(headers: readonly string[]): Recognised {
  const named = headers.map(nameOf);
  const subject = subjectOf(headers, named);
  const taken = new Set<string>();
  const columns = headers.map((header, at): ColumnUse => {
    const use = useOf(header, named[at], subject);
    const key = use.as === "metric" ? use.metric : use.as;
    if (use.as === "ignore") return use;
    if (taken.has(key)) return { as: "ignore" };
    taken.add(key);
    return use;
  });
  const kind =
    subject === "video" && columns.some(({ as }) => as === "id")
      ? "posts"
      : isOfOthers(subject, columns) || headers.some((header) => THIRD_PARTY.has(folded(header)))
        ? "others"
        : "store";
  return { kind, mapping: { subject, columns } };
}

/** Goods, lives or videos beside the name of an account are that account's. */
function subjectOf(headers: readonly string[], named: readonly (Subject | undefined)[]): Subject {
  const found = SUBJECTS.find((subject) => named.includes(subject));
  if (found) return found;
  const metrics = headers.flatMap((header) => findLabel(dictionary, header)?.meanings ?? []);
  const score = (subject: Subject): number => metrics.filter(({ entities }) => entities.includes(subject)).length;
  return score("account") > score("shop") ? "account" : "shop";
}

const isOfOthers = (subject: Subject, columns: readonly ColumnUse[]): boolean =>
  subject === "talent" || columns.some(({ as }) => as === "owner");

function useOf(header: string, named: Subject | undefined, subject: Subject): ColumnUse {
  if (named === subject) return { as: "name" };
  if (named) return { as: named === "talent" || named === "shop" ? "owner" : "ignore" };
  const other = otherOf(header);
  if (other === "id") {
    const of = ID_OF.find(([pattern]) => pattern.test(folded(header)))?.[1];
    return { as: of === undefined || of === subject ? "id" : "ignore" };
  }
  if (other) return { as: other };
  const hit = findLabel(dictionary, header);
  const meaning = hit?.meanings.find(({ entities }) => entities.includes(subject));
  return hit && meaning ? { as: "metric", metric: meaning.metric, hint: hit.hint } : { as: "ignore" };
}
