import { accountOn } from "./account";
import { excludeOthers } from "./account-others";
import { ownerInTitle } from "./account-placed";
import { excludeBreakdowns, excludeItems } from "./breakdowns";
import { pairCards } from "./cards";
import { isOverList, openDetail } from "./detail-laid-over";
import { findDivGrids } from "./div-grid";
import { claim, findGrids, type Grid } from "./grid";
import { dropInkless } from "./ink";
import { type Dictionary, findLabel } from "./labels";
import { Layout } from "./layout";
import type { ListMemory } from "./list-memory";
import { digitsMove } from "./motion";
import { idAmong } from "./names";
import { headingBeside } from "./names-beside";
import type { EntityType, FailedCheck, Observation, ObservedEntity, PageState, StatedPeriod } from "./observation";
import { panelOn, thingIn } from "./one-thing";
import { othersAside } from "./others-aside";
import { addressKept, idIn, type Place } from "./page";
import { nameOfPage } from "./page-name";
import { keepWhole } from "./percentiles";
import { isOneDay, parseMoment, parseSpan } from "./periods";
import { readAudience } from "./read-audience";
import { readDrawer } from "./read-drawer";
import { type GridResult, readGrid } from "./read-grid";
import { readMatrix } from "./read-matrix";
import { isOfMetricRows, readMetricRows } from "./read-metric-rows";
import { readOrders } from "./read-orders";
import { periodAt, statedPeriods, widest } from "./read-periods";
import { readPosts } from "./read-posts";
import { readRecent } from "./read-recent";
import { readRecords, readWords } from "./read-records";
import { readSiblings } from "./read-siblings";
import { readSummary } from "./read-summary";
import { readThingCards } from "./read-thing-cards";
import { cornerSays, isOfThings, readThingColumns } from "./read-thing-columns";
import { spreadUnits } from "./read-units";
import { Report } from "./report";
import { findSideGrids } from "./side-grid";
import {
  busyOn,
  failureOn,
  goesOn,
  hasEarlier,
  hasMore,
  pageOn,
  saysEmpty,
  screenOf,
  statedCount,
  TOTAL_OF_GOODS,
  TOTAL_OF_LIST,
  TOTAL_OF_POSTS,
} from "./states";
import { ID_KEYS, ownerOn, subjectOf } from "./subject";
import { understand } from "./understand";
import { walk } from "./walk";

/** A look at the page, and whether it shows signs of not being done. */
export interface Look {
  readonly observation: Observation;
  readonly roots: ReadonlySet<Node>;
  /**
   * A spinner somewhere; `unfilled`: boxes hold the place of more; `stale`: a spinner over the figures themselves; `blank`:
   * every figure is 0 or a dash.
   */
  readonly busy: boolean;
  readonly unfilled: boolean;
  readonly stale: boolean;
  readonly blank: boolean;
  /** Nothing to be seen but what no script can look into: a frame of another site, a closed shadow root. */
  readonly sealed: boolean;
  /** Digits are still on their way to their place. */
  readonly moving: boolean;
  /** What was read is not on the page any more: it was taken out while it was read. */
  readonly torn: boolean;
  /** The elements that the figures were read from. */
  readonly figures: readonly Element[];
}

/**
 * Reads the page in `doc` by its texts. A generator: each yield is a place where the caller may let the page run on.
 * Throws nothing on any page; what is not understood is said in the observation.
 */
export function* look(
  doc: Document,
  address: string,
  place: Place,
  dictionary: Dictionary,
  memory: ListMemory | null = null,
): Generator<void, Look, void> {
  const sheet = yield* walk(doc, (text) => findLabel(dictionary, text) !== null);
  yield;
  const own = yield* understand(sheet.tokens, dictionary);
  yield;
  const layout = new Layout(sheet);
  yield* layout.openTabs();
  yield* layout.samplesAside();
  const { page } = place;
  yield* othersAside(layout, page === "talent_detail");
  yield* spreadUnits(layout, own);
  const url = new URL(address);
  const report = new Report();
  let subject = subjectOf(page, url.host);
  const isOfOne = page === "post_detail" || page === "live_detail";
  if (isOfOne || page === "talent_detail") openDetail(layout, subject.page);
  const checks: FailedCheck[] = [];
  const unknown = new Set<string>();
  let items = 0;
  /** Rows that are days of what the page is about. */
  let days = 0;
  let folded = false;

  const isList = subject.row !== null && subject.page === null;
  const grids = (yield* findGrids(layout)).filter(
    (grid) =>
      (grid.columns.some((column) => column.header?.label) && !(isList && isInCard(grid))) ||
      isOfMetricRows(grid) ||
      (subject.row && isOfThings(grid, subject.row)) ||
      page === "order_list" ||
      page === "aftersale_list",
  );
  for (const grid of grids) yield* claim(layout, grid);
  // What a list's row unfolds into, its goods or specifications, is no list of the page's.
  if (isList) for (const within of grids.filter((grid) => isUnder(grid, grids))) grids.splice(grids.indexOf(within), 1);
  const hasTable = grids.length > 0;
  const owner = subject.page === "shop" || subject.page === "account" ? subject.page : null;
  const account =
    (yield* accountOn(
      layout,
      subject.page,
      owner ?? ownerOn(url.host),
      page === "talent_square" || page === "talent_detail",
    )) ??
    (owner && inTitle(doc, url));
  const drawn = yield* findDivGrids(layout, own);
  for (const grid of drawn) yield* claim(layout, grid);
  grids.push(...drawn);
  if (isOfOne && subject.page && (yield* isOverList(layout, subject.page, grids)))
    subject = { page: null, row: subject.page };
  const { row } = subject;
  const onSide = row ? (yield* findSideGrids(layout)).filter((grid) => isOfThings(grid, row)) : [];
  for (const grid of onSide) yield* claim(layout, grid);
  grids.push(...onSide);
  yield;

  const listed = yield* statedCount(layout, page === "post_list" ? TOTAL_OF_POSTS : TOTAL_OF_LIST);
  memory?.begin(listed);
  const self = subject.page ? selfOf(layout, subject.page, url, account) : null;
  const isOwner = self?.type === "account" || self?.type === "shop";
  const panel = isOwner && page !== "home" ? panelOn(layout, url, account?.name ?? null) : null;
  const selfAt = (i: number): ObservedEntity | null => (panel && i >= panel.lo && i < panel.hi ? panel.entity : self);
  if (page === "order_list" || page === "aftersale_list") {
    const type = page === "order_list" ? "order_group" : "aftersale_group";
    const orders = yield* readOrders(layout, report, grids, own, type, memory);
    items = orders.items;
    folded = orders.folded;
    checks.push(...orders.failed);
  } else if (page !== "unknown" && page !== "post_editor" && page !== "goods_editor" && page !== "notices") {
    const span = yield* firstSpan(layout);
    for (const grid of grids) {
      const of = subject.row ?? cornerSays(grid);
      if (of && of !== subject.page && isOfThings(grid, of)) {
        items += readThingColumns(layout, grid, report, of);
        continue;
      }
      const whose = selfAt(layout.span(grid.el)[0]);
      if (whose && isOfMetricRows(grid)) {
        readMetricRows(grid, report, whose, span);
        continue;
      }
      const result: GridResult = yield* readGrid(layout, grid, {
        report,
        self: whose,
        span,
        row: subject.row,
        own,
        owned: page === "talent_detail",
      });
      if (result.type === subject.row || subject.row === null) items += result.items;
      else if (result.type === null) days += result.items;
      checks.push(...result.failed);
      for (const label of result.unknown) unknown.add(label);
      yield;
    }
    if (page === "post_list" && items === 0) {
      const posts = yield* readPosts(layout, report, dictionary, own);
      items = posts.items;
      checks.push(...posts.failed);
    }
    if (self && !isOwner) yield* readSiblings(layout, report, self, own);
    yield* excludeBreakdowns(layout, panel);
    if (subject.row && items === 0) {
      const records = yield* readRecords(layout, report, subject.row, own, null, subject.page);
      items = records.items;
      for (const label of records.unknown) unknown.add(label);
    }
    if (subject.row) yield* readDrawer(layout, report, [subject.row], own);
    if (items > 0 && OWN_LISTS.test(page))
      yield* readSummary(layout, report, selfOf(layout, ownerOn(url.host), url, account), own);
    if (page === "talent_detail") yield* readRecords(layout, report, "product", own, self, "talent");
    if ((page === "shop_data" || page === "compass") && items === 0)
      items = yield* readThingCards(layout, report, own, panel, url.pathname);
    if (!subject.row && isOwner) yield* readDrawer(layout, report, THINGS, own);
    if (page === "home") yield* readRecent(layout, report, own);
    if (self) {
      yield* readMatrix(layout, report, self, span);
      yield* excludeItems(layout, panel, account?.name ?? null);
      if (self.type === "account") yield* excludeOthers(layout, self.name);
      const cards = yield* pairCards(layout, 0, layout.tokens.length, own);
      for (const { hit, shown, value, period } of cards.pairs)
        report.add(selfAt(value.i) ?? self, hit, shown, value.i, period);
      for (const label of cards.unknown) unknown.add(label);
      readWords(layout, report, self, 0, layout.tokens.length);
      if (!isOwner && report.drafts.length > 0) yield* readDrawer(layout, report, [self.type], own, self);
      // Beside the talent's own figures: on a page without any it makes none understood.
      if (page === "talent_detail" && report.drafts.length > 0) readAudience(layout, report, self);
    }
  }
  yield;

  if (items === 0) items = days;
  keepWhole(layout, report);
  if (report.drafts.length < MOST_INKED) yield* dropInkless(layout, report);
  const rows: string[] = [];
  // Where the kind of page does not say what a list is of, all that it names is of one kind.
  const things = report.entities.filter(({ type }) => type !== self?.type);
  const kind = subject.row ?? things[0]?.type;
  const isOneKind = things.every(({ type }) => type === kind);
  for (const [k, entity] of report.entities.entries()) {
    if (k % 128 === 127) yield;
    if (entity.type === kind && (subject.row || isOneKind)) rows.push(JSON.stringify(entity));
  }
  const onPage = yield* pageOn(layout);
  // Of a list of days each is told by its day.
  if (rows.length === 0) {
    rows.push(...new Set(report.drafts.flatMap(({ period }) => (isOneDay(period) ? period.from : []))));
    if (items === 0 && rows.length > 1 && (onPage ?? listed) !== null) items = rows.length;
  }
  const passed = Math.max(items, memory && rows.length > 0 ? memory.count(rows, onPage) : 0);
  yield;
  const leadsOn = yield* hasMore(layout);
  const last = report.drafts.reduce((most, draft) => Math.max(most, draft.token), 0);
  const isPaged = leadsOn || (yield* hasEarlier(layout));
  const names = new Set([account?.name, ...report.entities.flatMap(({ name, owner }) => [name, owner?.name])]);
  const isName = (text: string): boolean => names.has(text);
  const failure = yield* failureOn(layout, isName);
  const reaches = isPaged || sheet.scrollable || (yield* goesOn(layout, last, failure));
  const posts = yield* statedCount(layout, TOTAL_OF_POSTS);
  // The totals of a list of several pages may be of all of them.
  const isPart = isPaged || (listed !== null && items < listed);
  const failed = checks.filter(
    ({ check, expected, seen }) => check !== "totals" || !isPart || Number(expected) < Number(seen),
  );
  if (page === "post_list") countRows(posts, items, passed, reaches, failed);
  if (page === "goods_list" && hasTable)
    countRows(yield* statedCount(layout, TOTAL_OF_GOODS), items, passed, reaches, failed);
  const stated = yield* statedPeriods(layout, report.drafts, isOwner, isName);
  yield;
  const { readings, conflicts } = yield* report.settle((draft) =>
    // A live is over when it is over: days over a list of them say when they took place.
    report.entities[draft.entity]?.type === "live" ? null : periodAt(stated, draft.token),
  );
  yield;
  const figures = report.drafts.map((draft) => layout.at(draft.token));
  const busy = yield* busyOn(layout, figures);
  yield;
  // 更多数据 over cards leads to another page, not to more of a list.
  const leadsToMore = leadsOn && (items > 0 || report.entities.length > 1);
  const more = listed !== null && items > 0 ? passed < listed || (items === passed && leadsOn) : leadsToMore;
  const lacks = more || folded || failure !== null || (items > 0 && memory?.lacksBefore(onPage) === true);
  yield;
  const state = yield* stateOf();
  const keeps = state === "ok" || state === "partial_page";

  function* stateOf(): Generator<void, PageState, void> {
    if (place.forbidden) return "off";
    if (place.login) return "needs_login";
    // Notices speak of risks and log-ins, and say of what day they are; a screen in the way does not.
    const notices =
      page === "notices" && (yield* layout.find(({ area, text }) => area === "page" && parseMoment(text)));
    const screen = yield* screenOf(layout, readings.length > 0 || !!notices);
    if (screen) return screen === "login" ? "needs_login" : "risk_control";
    if (page === "unknown") return "off";
    if (page === "post_editor" || page === "goods_editor") return sheet.editor ? "ok" : "loading";
    if (page === "notices") return layout.tokens.some((t) => t.area === "page") ? "ok" : "loading";
    if (failed.length > 0) return "schema_changed";
    if (readings.length === 0) {
      if (items > 0 || posts === 0 || (yield* saysEmpty(layout))) return "ok";
      if (busy.any) return "loading";
      const shown = layout.tokens.filter((t) => t.area === "page" && t.shown && t.shown.kind !== "none").length;
      if (sheet.canvas > 60_000) failed.push({ check: "canvas_only", expected: null, seen: null });
      else if (shown >= 3) failed.push({ check: "no_known_label", expected: null, seen: shown });
      else if (sheet.sealed > 60_000) failed.push({ check: "out_of_reach", expected: null, seen: null });
      else if ((posts ?? 0) > 0) failed.push({ check: "row_count", expected: posts, seen: 0 });
      else return "loading";
      return "schema_changed";
    }
    return lacks ? "partial_page" : "ok";
  }

  const observation: Observation = {
    page,
    state,
    url: addressKept(address),
    account,
    period: keeps ? widest(stated) : null,
    entities: keeps ? report.entities : [],
    readings: keeps ? readings : [],
    unknownLabels: keeps || state === "schema_changed" ? [...unknown].slice(0, 50) : [],
    failed: (conflicts > 0 && keeps
      ? [...failed, { check: "conflict" as const, expected: null, seen: conflicts }]
      : failed
    ).slice(0, MOST_FAILED),
    complete: state === "ok",
  };
  const blank = readings.length > 0 && figures.every((t) => t.shown?.kind === "none" || t.shown?.n === 0);
  return {
    observation,
    roots: sheet.roots,
    busy: busy.any,
    unfilled: sheet.unfilled,
    stale: busy.over,
    blank,
    sealed: observation.failed.some(({ check }) => check === "out_of_reach"),
    moving: digitsMove(layout),
    // In a frame that was taken out, elements do not notice.
    torn: figures.some(({ el }) => !el.isConnected || !el.ownerDocument.defaultView),
    figures: figures.map((t) => t.el),
  };
}

/** Whose console this is where nothing says it but what the document is called, which on one thing's page is the thing. */
function inTitle(doc: Document, url: URL): Observation["account"] {
  const name = thingIn(url)[0] === null ? ownerInTitle(doc.title) : null;
  return name === null ? null : { id: null, name };
}

/** What the lists on a page of the account's or shop's own figures are of. */
const THINGS: readonly EntityType[] = ["product", "video", "live"];

/** Lists of the user's own. */
const OWN_LISTS = /^(post_list|live_history|goods_list)$/;

const isUnder = (grid: Grid, grids: readonly Grid[]): boolean =>
  grids.some((other) => other !== grid && other.el.contains(grid.el));

/** 库存 | 已售 over one line of figures: not a list, but a part of one item's card. */
const isInCard = ({ columns, rows }: Grid): boolean =>
  rows.length === 1 &&
  columns.every(({ header }) => header?.label) &&
  rows.every(({ cells }) => [...cells.values()].every((cell) => cell.some((t) => t.shown)));

/** Long lists are not looked at figure by figure for one in the colour of its ground. */
const MOST_INKED = 500;

/** A page of a thousand cards that cannot be read says so a few times, not a thousand. */
const MOST_FAILED = 20;

/** The first dates on the page that say from when to when. */
function* firstSpan(layout: Layout): Generator<void, StatedPeriod | null, void> {
  const said = yield* layout.find(({ text }) => parseSpan(text));
  return said && parseSpan(said.text);
}

/** Whom the page's own cards belong to, by its address and heading. */
function selfOf(layout: Layout, type: EntityType, url: URL, account: Observation["account"]): ObservedEntity {
  if (type === "account" || type === "shop") return { type, id: account?.id ?? null, name: account?.name ?? null };
  const user = account?.name ?? null;
  const first = layout.tokens.find((t) => t.label && t.area === "page");
  const id = idIn(url.href, ID_KEYS[type]) ?? (first ? idAmong(layout.tokens.slice(0, first.i), null, type) : null);
  return {
    type,
    id,
    name: first ? (nameOfPage(layout, first, user) ?? headingBeside(layout, type, first, user)) : null,
    ...(type === "talent" ? { link: addressKept(url.href) } : {}),
  };
}

/** 视频 (N) against what was read: more or fewer rows than the page says mean that it was not understood. */
function countRows(
  expected: number | null,
  items: number,
  passed: number,
  reaches: boolean,
  failed: FailedCheck[],
): void {
  if (
    expected === null ||
    expected === items ||
    expected === passed ||
    (items > 0 && items < expected && reaches) ||
    items === 0
  )
    return;
  failed.push({ check: "row_count", expected, seen: items });
}
