import { excludeBreakdowns } from "./breakdowns";
import { pairCards } from "./cards";
import { findGrids } from "./find-grids";
import { claim } from "./grid";
import { meaningFor } from "./labels";
import type { Layout } from "./layout";
import { CALLED, canName } from "./names";
import { SAYS_OTHERS } from "./names-beside";
import type { EntityType, ObservedEntity, StatedPeriod } from "./observation";
import { isOfPage } from "./page-words";
import { parseMoment, parsePeriod } from "./periods";
import { readGrid } from "./read-grid";
import { isOfMetricRows, readMetricRows } from "./read-metric-rows";
import { spanFrom } from "./read-periods";
import type { Report } from "./report";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

/** A few letters begin many names. */
const TELLING = 5;

/**
 * A drawer over a list that names one of its items tells more of that item: what the list itself does not say of it, or
 * says of other days, is read. A dialog that names none of them, or several, stays closed to the reader. `types`: what
 * the page's items are. `self`: the one thing that the whole page is of; of it a dialog tells that names nothing but is
 * called 更多数据, where no days are said and the page tells of nothing else.
 */
export function* readDrawer(
  layout: Layout,
  report: Report,
  types: readonly EntityType[],
  own: Pairs,
  self: ObservedEntity | null = null,
): Generator<void, void, void> {
  const said = layout.tokens.filter(({ area }) => area === "dialog");
  if (said.length === 0) return;
  const items = report.entities.filter((entity) => types.includes(entity.type) && !entity.owner);
  const named = said.flatMap((token) =>
    items
      .filter(
        (item) =>
          isNamedBy(item, token) || (self && items.length === report.entities.length && TELLS_MORE.test(token.text)),
      )
      .map((item) => ({ item, token })),
  );
  if (named.length === 0 && !self) named.push(...namedByItself(layout, said, types));
  const [item, another] = new Set(named.map((each) => each.item));
  const [drawer, more] = new Set(named.map(({ token }) => drawerAround(layout, token)));
  if (!item || another || !drawer || more) return;
  const laidOver = layout.tokens.slice(...layout.span(drawer));
  const isOfAnother = (token: Token): boolean => report.entities.some((one) => one !== item && isNamedBy(one, token));
  if (self && (!tellsOf(layout, self, laidOver) || laidOver.some(isOfAnother))) return;
  const isOfOtherDays = saysOtherDays(layout, laidOver);
  for (const token of laidOver) token.area = "page";
  // What the list's page says of its days is not said of what is laid over it.
  yield* tellMore(layout, report, item, laidOver, own, isOfOtherDays, null);
}

/** Reads of `part` what it says of one item of the list that the list does not, or says of other days. `days`: of figures where the part says none. */
function* tellMore(
  layout: Layout,
  report: Report,
  item: ObservedEntity,
  part: readonly Token[],
  own: Pairs,
  isOfOtherDays: boolean,
  days: null | undefined,
): Generator<void, void, void> {
  const [first, last] = [part[0], part.at(-1)];
  if (!first || !last) return;
  yield* excludeBreakdowns(layout, null);
  const known = new Set(report.drafts.filter(({ entity }) => report.entities[entity] === item).map((d) => d.metric));
  const isKnown = (metric: string): boolean => !isOfOtherDays && known.has(metric);
  const before = report.drafts.length;
  yield* readTables(layout, report, item, first.i, own);
  report.drop((draft, k) => k >= before && !draft.period && isKnown(draft.metric));
  const { pairs } = yield* pairCards(layout, first.i, last.i + 1, own);
  const says = part.filter((token) => parsePeriod(token.text) || periodFrom(layout, token));
  for (const token of part) if (!says.includes(token)) layout.claimed.add(token.i);
  for (const { hit, shown, value, period = says.length > 0 ? undefined : days } of pairs)
    if (!isKnown(meaningFor(hit, item.type)?.metric ?? "")) report.add(item, hit, shown, value.i, period);
}

/**
 * What a list opens beside it tells more of its chosen item: a part with nothing of the list in it, which is headed by the
 * item's name and names no other.
 */
export function* readBeside(
  layout: Layout,
  report: Report,
  types: readonly EntityType[],
  own: Pairs,
): Generator<void, void, void> {
  const items = report.entities.filter((entity) => types.includes(entity.type) && !entity.owner);
  const names = new Set(items.map(({ name }) => name));
  const heads = yield* layout.free((token) => names.has(token.text) && canName(layout, token));
  const parts = heads.flatMap((head) => {
    const box = layout.climb(head.el, (lo, hi) => {
      const texts = layout.list(lo, hi);
      return texts.some((t) => t.label) && texts.some((t) => t.shown);
    });
    const part = layout.list(...layout.span(box));
    const within = new Set(part.map(({ i }) => i));
    const named = items.filter((item) => part.some((token) => item.name === token.text));
    const isRead = report.drafts.some(({ token }) => within.has(token));
    const isApart = !isRead && !part.slice(0, part.indexOf(head)).some((t) => t.label);
    return named.length === 1 && named[0] && isApart ? [{ item: named[0], part }] : [];
  });
  const [only, another] = parts;
  if (only && !another) yield* tellMore(layout, report, only.item, only.part, own, false, undefined);
}

/** A dialog that tells more of the one thing that a page is of. */
const TELLS_MORE = /^(查看)?(更多|全部|完整|其[他它])\S{0,4}(数据|指标)(详情|明细)?$/;
/** What is aimed at, foretold, explained or of others is not what came of it. */
const NOT_SO = /目标|预|建议|示例|说明|同行|均|比|推广|加热|投放|设置/;

/** Whether it begins with what it is, speaks of nothing but what has come of `self`, and neither it nor the page says days. */
function tellsOf(layout: Layout, self: ObservedEntity, laidOver: readonly Token[]): boolean {
  const [first] = laidOver;
  const starts = first && (TELLS_MORE.test(first.text) || isNamedBy(self, first));
  return (
    !!starts &&
    !laidOver.some((token) => !token.label && NOT_SO.test(token.text)) &&
    !layout.tokens.some((token) => token.partOf === null && periodFrom(layout, token))
  );
}

/**
 * What a drawer is called after, where it says when that was made public: the same is shown on the page among others without
 * figures, or it begins the drawer, which speaks of nobody else's.
 */
function namedByItself(
  layout: Layout,
  said: readonly Token[],
  types: readonly EntityType[],
): { item: ObservedEntity; token: Token }[] {
  const [first] = said.filter((token) => canName(layout, token) && !isOfPage(token.text));
  const isOfOthers = said.some(({ text }) => SAYS_OTHERS.test(text) || /作者|^@/.test(text));
  return said.flatMap((token, k) => {
    const isShown = layout.tokens.some((t) => t.area === "page" && t.text === token.text);
    const near = said.slice(k + 1, k + 1 + NEAR);
    const day = near.find(({ text, label }) => !label && parseMoment(text))?.text ?? "";
    const made = /开播/.test(day) ? "live" : /发[布表]/.test(day) ? "video" : null;
    const type = types.find((each) => each === made);
    return (isShown || (token === first && !isOfOthers)) && type && canName(layout, token) && !isOfPage(token.text)
      ? [{ item: { type, id: null, name: token.text }, token }]
      : [];
  });
}

/** Texts between a drawer's heading and what is said of it. */
const NEAR = 3;

/** What a text stands in that is laid over the page: another dialog beside it is none of it. */
export function drawerAround(layout: Layout, token: Token): Element {
  let drawer = token.el;
  for (const el of layout.ancestors(token.el)) {
    if (!layout.tokens.slice(...layout.span(el)).every(({ area }) => area === "dialog")) break;
    drawer = el;
  }
  return drawer;
}

/** Whether a drawer says of what days its figures are, and no other part of the page says the same, or may. */
function saysOtherDays(layout: Layout, laidOver: readonly Token[]): boolean {
  const saidIn = (tokens: readonly Token[]): readonly StatedPeriod[] =>
    tokens.flatMap((token) => periodFrom(layout, token) ?? []);
  const [own, another] = saidIn(laidOver);
  const others = saidIn(layout.tokens.filter(({ area, partOf }) => area === "page" && partOf === null));
  return own !== undefined && !another && others.every((other) => !mayBeAlike(other, own));
}

/** Said of figures: from when to when, 昨日, 近7天. */
const periodFrom = (layout: Layout, token: Token): StatedPeriod | null =>
  token.text.length > 60 || token.label ? null : (spanFrom(layout, token) ?? parsePeriod(token.text));

const mayBeAlike = (a: StatedPeriod, b: StatedPeriod): boolean =>
  a.kind === "days" && b.kind === "days" ? a.from === b.from && a.to === b.to : daysIn(a) === daysIn(b);

/** How many days a period is of; 0 where it does not say. */
function daysIn(period: StatedPeriod): number {
  if (period.kind === "relative") return period.days;
  return period.kind === "days" ? (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1 : 0;
}

/** Its tables: the item's days, its figures as rows of metrics or as a row of their own; parts of it are not read. */
function* readTables(
  layout: Layout,
  report: Report,
  self: ObservedEntity,
  from: number,
  own: Pairs,
): Generator<void, void, void> {
  for (const grid of yield* findGrids(layout, from)) {
    if (isOfMetricRows(grid)) readMetricRows(grid, report, self, null);
    else if (grid.columns.some(({ header }) => header?.label))
      yield* readGrid(layout, grid, { report, self, span: null, row: null, own, owned: false });
    else continue;
    yield* claim(layout, grid);
  }
}

/** A title may go on in links of its own: #话题; a word may say what it is: 视频标题：. */
function isNamedBy({ name }: ObservedEntity, token: Token): boolean {
  const text = token.text.replace(CALLED, "");
  return name === text || (text.length >= TELLING && name?.startsWith(text) === true);
}
