import { isOfAllDays } from "./column-words";
import type { Column, Grid, Row } from "./grid";
import { meaningFor } from "./labels";
import type { Layout } from "./layout";
import { ACTION, CODE, idAmong, linkOf, nameAmong } from "./names";
import { isOnTheWhole, isSample, SUBTOTAL, TOTALS } from "./no-things";
import type { EntityType, FailedCheck, ObservedEntity, StatedPeriod } from "./observation";
import { momentAmong, parseDayWithin, parsePeriod } from "./periods";
import { readUnfolded, unfoldedIn } from "./read-unfolded";
import { type Report, thingOf } from "./report";
import { A_SIGN } from "./signs";
import { headerRole, isOwnerType } from "./subject";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

export interface GridContext {
  readonly report: Report;
  /** The page's own subject, for rows that are days of it. */
  readonly self: ObservedEntity | null;
  /** What rows are when no header says. */
  readonly row: EntityType | null;
  /** The dates that the page says it speaks of. */
  readonly span: StatedPeriod | null;
  readonly own: Pairs;
  /** Set on another account's page: its goods, lives and videos belong to it. */
  readonly owned: boolean;
}

export interface GridResult {
  /** Entities read, totals rows left out. */
  readonly items: number;
  readonly type: EntityType | null;
  readonly unknown: readonly string[];
  readonly failed: readonly FailedCheck[];
}

/**
 * One's own row, or that of what the page is about, beside 同行均值 and other shops, or beside the parts of it: 全店合计 over
 * 其中：直播.
 */
const OURS =
  /^([本该](店铺?|账号|号|作品|视频|条(作品|视频)?|场(直播)?|直播|商品|达人)|我的?|自己|我的(店铺|账号|数据)|(全店|店铺)(整体|总体|合计|总计|汇总)?(数据)?|(整体|总体|全部)(渠道|来源)?|全(渠道|域))$/;
/** Over a column of what rows are about. */
const NAMES =
  /(标题|视频|作品|动态|商品|宝贝|货品|产品|直播间?|场次|主题|昵称|达人|账号|主播|店铺|描述|内容)([(（/].*)?$/;
const NOT_DATA = /^(操作|序号|排名|#|选择|详情|封面|图片|头像|.*(时间|日期|ID|编号|链接|备注|说明))$/i;

/** Which column says what of a row: indices, -1 where none does. */
interface Roles {
  readonly nameAt: number;
  readonly dayAt: number;
  readonly idAt: number;
  /** What the name's header says that the rows are. */
  readonly type: EntityType | null;
}

function rolesOf({ columns, rows }: Grid): Roles {
  const says = columns.map(({ text }) => headerRole(text));
  const nameAt = columns.findIndex(
    ({ header }, at) => says[at]?.kind === "name" && !header?.label?.meanings.some((m) => m.unit !== "text"),
  );
  const saysDays = ({ cells }: Row, at: number): boolean =>
    cells.get(at)?.some(({ text }) => parsePeriod(text) !== null || isOfAllDays(text)) ?? false;
  // 今日 over 昨日, whatever stands over the two.
  const ofDays = (at: number): boolean =>
    !columns[at]?.header?.label &&
    rows.length > 1 &&
    rows.some((row) => row.cells.get(at)?.some(({ text }) => parsePeriod(text) !== null)) &&
    rows.filter((row) => saysDays(row, at)).length * 2 > rows.length;
  const dayAt = nameAt >= 0 ? -1 : columns.findIndex((_, at) => says[at]?.kind === "day" || ofDays(at));
  const idAt = columns.findIndex(({ text }) => /^(商品|视频|作品|直播|达人|视频号)?ID$/i.test(text));
  const name = says[nameAt];
  return { nameAt, dayAt, idAt, type: name?.kind === "name" ? name.type : null };
}

/** Reads a table's rows by the texts over its columns. */
export function* readGrid(layout: Layout, grid: Grid, context: GridContext): Generator<void, GridResult, void> {
  const { report, self, own, span } = context;
  const roles = rolesOf(grid);
  const { nameAt, dayAt } = roles;
  const isOurs = ({ cells }: Row): boolean =>
    [...cells].some(([at, [said]]) => !grid.columns[at]?.header?.label && OURS.test(said?.text ?? ""));
  const besideOthers = self !== null && dayAt < 0 && grid.rows.length > 1 && grid.rows.filter(isOurs).length === 1;
  if (nameAt < 0 && !besideOthers && isOfParts(grid, roles)) return { items: 0, type: null, unknown: [], failed: [] };
  const type = roles.type ?? context.row;
  yield;
  let items = 0;
  let totals: Row | null = null;
  const sums = new Map<number, Sum>();
  const beside = nameAt >= 0 ? besideThings(grid, nameAt) : new Set();
  /** What the row just above is of. */
  let above: { readonly entity: ObservedEntity; readonly day: StatedPeriod | null | undefined } | null = null;
  const parts = grid.rows.filter((row) => SUBTOTAL.test(firstOf(row)?.[0]?.text ?? "")).length;
  for (const row of grid.rows) {
    yield;
    const unfolded = unfoldedIn(layout, grid, row);
    const of = above;
    above = null;
    if (unfolded && of) yield* readUnfolded(layout, report, of.entity, unfolded, own, of.day);
    if (unfolded && of) continue;
    if (beside.has(row) || isOfAnother(row) || isBranch(row)) continue;
    const isOwn = besideOthers && isOurs(row);
    if (besideOthers && nameAt < 0 && !isOwn) continue;
    const kind = isOwn ? "thing" : kindOf(row, roles, parts);
    if (kind === "totals") totals ??= row;
    if (kind !== "thing") continue;
    const entity = dayAt >= 0 || isOwn || ofSelf(row, nameAt) ? self : rowEntity(layout, row, roles, type, context);
    const when = (row.cells.get(dayAt) ?? []).map((t) => t.text).join(" ");
    const day = dayAt >= 0 ? (parsePeriod(when) ?? parseDayWithin(when, span)) : null;
    // 累计 beside 昨日 is read of a thing; up to when a shop counts is not said.
    const ofAll = isOfAllDays(when) && entity !== null && !isOwnerType(entity.type);
    if (!entity || (dayAt >= 0 && !day && !ofAll)) continue;
    items++;
    above = { entity, day: ofAll ? null : (day ?? undefined) };
    for (const [at, column] of grid.columns.entries()) {
      const cell = row.cells.get(at);
      if (!cell || at === nameAt || at === dayAt || at === roles.idAt) continue;
      readUnder(column, cell, entity, report, column.period ?? above.day);
      addTo(sums, at, cell);
    }
    if (row.unfolded) yield* readUnfolded(layout, report, entity, row.unfolded, own, above.day);
  }
  return {
    items,
    type: dayAt >= 0 ? null : type,
    unknown: unknownIn(grid, roles),
    failed: totals ? checkTotals(totals, sums, grid.columns, items) : [],
  };
}

/** Whether rows are of what cuts figures into parts, 商品规格 or 直播来源: what leads them is neither name, id nor day. */
function isOfParts({ columns, rows }: Grid, { dayAt, idAt }: Roles): boolean {
  const at = columns.findIndex(({ text }) => text && !NOT_DATA.test(text));
  const lead = columns[at];
  return (
    lead !== undefined &&
    !lead.header?.label &&
    !NAMES.test(lead.text) &&
    at !== idAt &&
    (dayAt < 0 || at < dayAt) &&
    rows.some((row) => row.cells.get(at)?.some((t) => !t.shown))
  );
}

/** Headers over figures that the dictionary does not know. */
const unknownIn = ({ columns, rows }: Grid, { nameAt, dayAt }: Roles): string[] =>
  columns.flatMap(({ text: said, header }, at) => {
    const text = said.replace(/[?？ⓘ]$/, "");
    const mayBeData =
      !header?.label && at !== nameAt && at !== dayAt && text && text.length <= 16 && !NOT_DATA.test(text);
    const hasFigures = (row: Row): boolean =>
      row.cells.get(at)?.some((t) => t.shown && t.shown.kind !== "none") ?? false;
    return mayBeData && rows.some(hasFigures) ? [text] : [];
  });

/** Whether a row is one of the list's things, its totals, or something else that is said of the whole or of parts. */
function kindOf(row: Row, { nameAt, dayAt }: Roles, parts: number): "thing" | "totals" | "other" {
  const names = [firstOf(row), row.cells.get(nameAt), row.cells.get(dayAt)].map((cell) => cell?.[0]?.text ?? "");
  if (names.some((text) => isSample(text) || (isOnTheWhole(text) && !isDated(row)))) return "other";
  if (parts > 1 && names.some((text) => SUBTOTAL.test(text))) return "other";
  return names.some((text) => TOTALS.test(text)) ? "totals" : "thing";
}

/** The figures of one cell; of a head that says 观看人数 over 最高在线, the two under it. */
function readUnder(
  { tokens, header }: Column,
  cell: readonly Token[],
  entity: ObservedEntity,
  report: Report,
  period: StatedPeriod | null | undefined,
): void {
  const heads = tokens.filter((t) => t.label);
  const figures = cell.filter((t) => t.shown && !t.trend);
  if (heads.length > 1 && heads.length === figures.length)
    for (const [k, head] of heads.entries()) readCell(figures.slice(k, k + 1), head, entity, report, period);
  else readCell(cell, header, entity, report, period);
}

/** What is added up of a column; `sure` while each figure was shown to its last digit. */
interface Sum {
  readonly sum: number;
  readonly sure: boolean;
}

function addTo(sums: Map<number, Sum>, at: number, cell: readonly Token[]): void {
  const shown = cell.find((t) => t.shown)?.shown;
  const { sum, sure } = sums.get(at) ?? { sum: 0, sure: true };
  if (shown?.kind === "number") sums.set(at, { sum: sum + shown.n, sure: sure && !shown.scaled });
  else if (shown?.kind === "range") sums.set(at, { sum, sure: false });
}

/** What every thing of a list has beside its name and figures, where one has it. */
const OF_EACH = /^(操作|序号|排名|#|.*(时间|日期|ID|编号))$/i;

/**
 * Rows that have nothing of what each of a list's things has: before or behind them (优秀主播, 上一周期), or among them and set
 * in under the thing above, of which they are parts (推荐 | 关注 | 搜索).
 */
function besideThings({ columns, rows }: Grid, nameAt: number): ReadonlySet<Row> {
  const telling = [...columns.keys()].filter((at) => OF_EACH.test(columns[at]?.text ?? ""));
  const says = (row: Row, at: number): boolean => row.cells.get(at)?.some((t) => t.shown?.kind !== "none") ?? false;
  const isThing = (row: Row): boolean => telling.some((at) => says(row, at));
  const [first, last] = [rows.findIndex(isThing), rows.findLastIndex(isThing)];
  const left = (row: Row | undefined): number | undefined => row?.cells.get(nameAt)?.find(isWord)?.box.l;
  const edge = left(rows[first]) ?? Number.POSITIVE_INFINITY;
  const isWithin = (row: Row): boolean => !isThing(row) && (left(row) ?? 0) > edge + INDENT;
  const things = rows.slice(first, last + 1).filter((row) => !isWithin(row));
  const isSure = things.length > 1 && telling.some((at) => things.every((row) => says(row, at)));
  return new Set(isSure ? rows.filter((row, at) => at < first || at > last || isWithin(row)) : []);
}

/** Pixels by which parts are set in at least. */
const INDENT = 8;

/** A thing that is called 均值不等于平均数 has come out at a time; a mean has not. */
const isDated = ({ cells }: Row): boolean => momentAmong([...cells.values()].flat()) !== null;

/** A line that holds nothing but a table of its own: the specifications of the goods above. */
const isOfAnother = ({ el, cells }: Row): boolean => {
  const table = el.closest("table");
  return [...cells.values()].every((cell) => cell.every((t) => t.el.closest("table") !== table));
};

/** └ 单支: a part of the thing above, drawn as its branch. */
const isBranch = (row: Row): boolean => /^[└├│┗┖╰↳∟⎿]/.test(firstOf(row)?.[0]?.text ?? "");

const firstOf = ({ cells }: Row): readonly Token[] | undefined => cells.get(Math.min(...cells.keys()));

/** A row of figures alone, with nothing to name it: the page's own figures, set as a table. */
const ofSelf = (row: Row, nameAt: number): boolean =>
  nameAt < 0 && [...row.cells.values()].flat().every((t) => t.shown !== null);

function rowEntity(
  layout: Layout,
  row: Row,
  { nameAt, idAt }: Roles,
  type: EntityType | null,
  context: GridContext,
): ObservedEntity | null {
  if (!type) return null;
  const first = firstOf(row) ?? [];
  // A row that does not say its name is not called by its figures.
  const named = row.cells.get(nameAt) ?? (first.some((t) => !t.shown) ? first : []);
  const name =
    nameAmong(layout, named, type) ??
    (nameAt >= 0 ? (named.find((t) => !t.icon && !CODE.test(t.text) && !ACTION.test(t.text))?.text ?? null) : null);
  const tokens = [...row.cells.values()].flat();
  const id = row.cells.get(idAt)?.[0]?.text ?? idAmong(tokens, row.el, type);
  if (name === null && id === null) return null;
  return thingOf({ type, id, name }, linkOf(row.el, type), momentAmong(tokens), context.owned ? context.self : null);
}

/** No icon, and no dot before a status. */
export const isWord = ({ icon, text }: Token): boolean => !icon && !A_SIGN.test(text);

export function readCell(
  cell: readonly Token[],
  header: Token | null,
  entity: ObservedEntity,
  report: Report,
  period: StatedPeriod | null | undefined,
): void {
  const hit = header?.label;
  if (!hit) return;
  const meaning = meaningFor(hit, entity.type);
  if (meaning?.unit === "text") {
    const text = cell
      .filter(isWord)
      .map((t) => t.text)
      .join(" ");
    if (text && !/^[-—–]+$/.test(text))
      report.put(entity, meaning.metric, "text", { precision: "exact", value: text }, cell[0]?.i ?? 0, period);
    return;
  }
  const value = cell.find((t) => t.shown && !t.trend);
  if (value?.shown) report.add(entity, hit, value.shown, value.i, period);
}

/** A totals row must be the sum of what is above it, as far as both were shown to the last digit. */
function checkTotals(
  totals: Row,
  sums: ReadonlyMap<number, Sum>,
  columns: readonly Column[],
  items: number,
): FailedCheck[] {
  for (const [index, tokens] of totals.cells) {
    const meaning = columns[index]?.header?.label?.meanings[0];
    const shown = tokens.find((t) => t.shown)?.shown;
    const above = sums.get(index);
    // People are not summed (one may buy twice), nor are rates and prices.
    if (!meaning || !shown || !above?.sure || shown.kind !== "number" || shown.scaled || items < 2) continue;
    if (!/(_cnt|_count|gmv)$/.test(meaning.metric)) continue;
    if (Math.abs(shown.n - above.sum) > 0.01 * items) return [{ check: "totals", expected: shown.n, seen: above.sum }];
  }
  return [];
}
