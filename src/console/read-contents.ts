import { excludeOthers } from "./account-others";
import { excludeBreakdowns, excludeItems } from "./breakdowns";
import { pairCards } from "./cards";
import type { Grid } from "./grid";
import type { Layout } from "./layout";
import type { ListMemory } from "./list-memory";
import type { EntityType, FailedCheck, ObservedEntity, StatedPeriod } from "./observation";
import { entityAt, entityOf, type PageContext } from "./page-context";
import { parseSpan } from "./periods";
import { readAudience } from "./read-audience";
import { readBeside, readDrawer } from "./read-drawer";
import { readGrid } from "./read-grid";
import { readMatrix } from "./read-matrix";
import { isOfMetricRows, readMetricRows } from "./read-metric-rows";
import { readOrders } from "./read-orders";
import { readPosts } from "./read-posts";
import { readRecent } from "./read-recent";
import { readRecords, readWords } from "./read-records";
import { readSiblings } from "./read-siblings";
import { readSummary } from "./read-summary";
import { readThingCards } from "./read-thing-cards";
import { isOfThings, readThingColumns, typeOfCompared, typeOfThings } from "./read-thing-columns";
import { ownerOn } from "./subject";
import { thingsOver } from "./things-over";

/** What the readers say of a page beside the readings in its report. */
export interface Contents {
  /** Items of the page's list. */
  items: number;
  /** Rows that are days of what the page is about. */
  days: number;
  /** Orders are folded away. */
  folded: boolean;
  readonly failed: FailedCheck[];
  readonly unknown: Set<string>;
}

/** Lists of the user's own. */
const OWN_LISTS = /^(post_list|live_history|goods_list)$/;

/** What the lists on a page of the account's or shop's own figures are of. */
const THINGS: readonly EntityType[] = ["product", "video", "live"];

/** Reads all that the page shows into the report, tables first: what they claim is read nowhere else. */
export function* readContents(context: PageContext, memory: ListMemory | null): Generator<void, Contents, void> {
  const contents: Contents = { items: 0, days: 0, folded: false, failed: [], unknown: new Set() };
  switch (context.page) {
    case "order_list":
    case "aftersale_list": {
      const { layout, report, grids, own, page } = context;
      const type = page === "order_list" ? "order_group" : "aftersale_group";
      const { items, folded, failed } = yield* readOrders(layout, report, grids, own, type, memory);
      return { ...contents, items, folded, failed: [...failed] };
    }
    case "unknown":
    case "post_editor":
    case "goods_editor":
    case "notices":
      return contents;
    default: {
      // What cannot be said to be the other shop's would be kept as the user's own.
      if (context.ofRival && !context.self) return contents;
      const span = yield* firstSpan(context.layout);
      yield* readGrids(context, span, contents);
      yield* readLists(context, contents);
      yield* readOwnFigures(context, span, contents);
      return contents;
    }
  }
}

/** The first dates on the page that say from when to when. */
function* firstSpan(layout: Layout): Generator<void, StatedPeriod | null, void> {
  const said = yield* layout.find(({ text }) => parseSpan(text));
  return said && parseSpan(said.text);
}

function* readGrids(context: PageContext, span: StatedPeriod | null, contents: Contents): Generator<void, void, void> {
  const { page, layout, report, own, subject, ofRival } = context;
  const over = context.isOwner && subject.row === null ? thingsOver(context) : new Map<Grid, ObservedEntity | null>();
  for (const grid of context.grids) {
    const thing = over.get(grid);
    if (thing === null) continue;
    const compared = typeOfCompared(grid);
    const of = compared ?? subject.row ?? typeOfThings(layout, grid);
    if (of && (compared || (of !== subject.page && isOfThings(grid, of)))) {
      contents.items += readThingColumns(layout, grid, report, of);
      continue;
    }
    const self = thing ?? entityAt(context, layout.span(grid.el)[0]);
    if (self && isOfMetricRows(grid)) {
      readMetricRows(grid, report, self, span);
      continue;
    }
    const owned = page === "talent_detail" || ofRival;
    const { type, items, failed, unknown } = yield* readGrid(layout, grid, {
      report,
      self,
      span,
      row: subject.row,
      own,
      owned,
    });
    if (type === subject.row || subject.row === null) contents.items += items;
    else if (type === null) contents.days += items;
    contents.failed.push(...failed);
    addTo(contents.unknown, unknown);
    yield;
  }
}

/** Lists that are no tables, and what stands beside them. */
function* readLists(context: PageContext, contents: Contents): Generator<void, void, void> {
  const { page, url, layout, dictionary, own, subject, account, self, isOwner, ofRival, panel, report } = context;
  if (page === "post_list" && contents.items === 0) {
    const posts = yield* readPosts(layout, report, dictionary, own);
    contents.items = posts.items;
    contents.failed.push(...posts.failed);
  }
  if (self && !isOwner) yield* readSiblings(layout, report, self, own);
  yield* excludeBreakdowns(layout, panel);
  if (subject.row && contents.items === 0) {
    const records = yield* readRecords(layout, report, subject.row, own, null, subject.page);
    contents.items = records.items;
    addTo(contents.unknown, records.unknown);
  }
  if (subject.row) yield* readDrawer(layout, report, [subject.row], own);
  if (page === "home") yield* readRecent(layout, report, own);
  if ((isOwner && !ofRival) || (subject.row && !subject.page))
    yield* readBeside(layout, report, subject.row ? [subject.row] : THINGS, own);
  if (contents.items > 0 && OWN_LISTS.test(page))
    yield* readSummary(layout, report, entityOf(layout, ownerOn(url.host), url, account), own);
  if (page === "talent_detail") yield* readRecords(layout, report, "product", own, self, "talent");
  if ((page === "shop_data" || page === "compass") && contents.items === 0)
    contents.items = yield* readThingCards(layout, report, own, panel, url.pathname, ofRival ? self : null);
  if (!subject.row && isOwner && !ofRival) yield* readDrawer(layout, report, THINGS, own);
}

/** The figures of whom the page is about. */
function* readOwnFigures(
  context: PageContext,
  span: StatedPeriod | null,
  contents: Contents,
): Generator<void, void, void> {
  const { page, layout, own, account, self, isOwner, panel, report } = context;
  if (!self) return;
  yield* readMatrix(layout, report, self, span);
  yield* excludeItems(layout, panel, account?.name ?? null);
  if (self.type === "account") yield* excludeOthers(layout, self.name);
  const cards = yield* pairCards(layout, 0, layout.tokens.length, own);
  for (const { hit, shown, value, period } of cards.pairs)
    report.add(entityAt(context, value.i) ?? self, hit, shown, value.i, period);
  addTo(contents.unknown, cards.unknown);
  readWords(layout, report, self, 0, layout.tokens.length);
  if (!isOwner && report.drafts.length > 0) yield* readDrawer(layout, report, [self.type], own, self);
  // Beside the talent's own figures: on a page without any it makes none understood.
  if (page === "talent_detail" && report.drafts.length > 0) readAudience(layout, report, self);
}

function addTo(all: Set<string>, some: Iterable<string>): void {
  for (const each of some) all.add(each);
}
