import { type Account, accountOn } from "./account";
import { isOverList, openDetail, openList } from "./detail-laid-over";
import { findDivGrids } from "./div-grid";
import { findGrids } from "./find-grids";
import { claim, type Grid } from "./grid";
import type { Dictionary } from "./labels";
import type { Layout } from "./layout";
import { idAmong } from "./names";
import { headingBeside } from "./names-beside";
import type { EntityType, ObservedEntity, PageKind } from "./observation";
import { type Panel, panelOn } from "./one-thing";
import { type OtherHalf, otherHalf } from "./other-half";
import { addressKept, idIn } from "./page";
import { nameOfPage } from "./page-name";
import { isOfMetricRows } from "./read-metric-rows";
import { isOfThings, typeOfCompared } from "./read-thing-columns";
import { Report } from "./report";
import { findSideGrids } from "./side-grid";
import { ID_KEYS, isOwnerType, type Subject, subjectOf } from "./subject";
import type { Pairs } from "./understand";

/** What every reader of a page is told of it, before any figure is read. */
export interface PageContext {
  readonly page: PageKind;
  readonly url: URL;
  readonly layout: Layout;
  readonly dictionary: Dictionary;
  /** Texts that are label and value in one, by token. */
  readonly own: Pairs;
  readonly subject: Subject;
  /** Every table, by its markup or by how it is drawn. Their texts are claimed. */
  readonly grids: readonly Grid[];
  /** Whether one of them is a table by its markup. */
  readonly hasTable: boolean;
  /** Whose console this is. */
  readonly account: Account | null;
  /** Whom the page's own cards belong to; null where every card is an item of a list. */
  readonly self: ObservedEntity | null;
  /** Whether that is a shop or account as a whole. */
  readonly isOwner: boolean;
  /** Whether that is another shop than the one whose console it is. */
  readonly ofRival: boolean;
  /** The part of an owner's page that is about one thing. */
  readonly panel: Panel | null;
  /** The part of an account's page that is about its shop, or the other way round. */
  readonly other: OtherHalf | null;
  /** What was read so far. */
  readonly report: Report;
}

/** Claims the page's tables, and finds out whom its figures are of. */
export function* contextOf(
  layout: Layout,
  own: Pairs,
  dictionary: Dictionary,
  page: PageKind,
  address: string,
): Generator<void, PageContext, void> {
  const url = new URL(address);
  let subject = subjectOf(page, url.host);
  const isOfOne = page === "post_detail" || page === "live_detail";
  if (isOfOne || page === "talent_detail") openDetail(layout, subject.page);
  if (isOwnerType(subject.page)) openList(layout);
  const grids = yield* tablesOn(layout, page, subject);
  const hasTable = grids.length > 0;
  // Before drawn tables are looked for: a box that names the user is none, but may look like one.
  const ofRival = subject.page === "shop" && isOfRival(layout);
  const account = yield* accountOn(layout, url, page, subject.page, ofRival);
  grids.push(...(yield* claimed(layout, yield* findDivGrids(layout, own))));
  if (isOfOne && subject.page && (yield* isOverList(layout, subject.page, grids)))
    subject = { page: null, row: subject.page };
  const { row } = subject;
  const onSide = row ? (yield* findSideGrids(layout)).filter((grid) => isOfThings(grid, row)) : [];
  grids.push(...(yield* claimed(layout, onSide)));
  yield;
  const self = ofRival ? rivalOn(layout, url, account) : subject.page && entityOf(layout, subject.page, url, account);
  const isOwner = isOwnerType(self?.type);
  const panel = isOwner && page !== "home" ? panelOn(layout, url, account?.name ?? null) : null;
  return {
    page,
    url,
    layout,
    dictionary,
    own,
    subject,
    grids,
    hasTable,
    account,
    self,
    isOwner,
    ofRival,
    panel,
    other: ofRival ? null : yield* otherHalf(layout, self),
    report: new Report(),
  };
}

/** Whom a figure at token `i` outside of any list belongs to. */
export const entityAt = ({ panel, other, self }: PageContext, i: number): ObservedEntity | null =>
  [panel, other].find((part) => part && i >= part.lo && i < part.hi)?.entity ?? self;

/** Whom the page's cards of a `type` belong to, by its address and heading. */
export function entityOf(layout: Layout, type: EntityType, url: URL, account: Account | null): ObservedEntity {
  if (isOwnerType(type)) return { type, id: account?.id ?? null, name: account?.name ?? null };
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

/** 竞店详情, 对标店铺主页: what a page about one other shop is called. */
const OF_RIVAL = /^(竞店|竞对|竞品店铺?|竞争店铺?|对标店铺?|同行店铺)(详情|主页|档案|画像|概[览况]|数据(概[览况])?)$/;
/** What keeps the parts of a title or a trail apart. */
const PARTED = /\s+[-–—·]\s+|\s*[|｜>›/]\s*/;

/** Whether the page's title, trail or heading says that it is about another shop. */
function isOfRival({ sheet, tokens }: Layout): boolean {
  const [doc] = sheet.roots;
  const says = (text: string): boolean => text.split(PARTED).some((part) => OF_RIVAL.test(part.trim()));
  const first = tokens.findIndex(({ label, area }) => label && area === "page");
  return says((doc as Document).title) || tokens.slice(0, first).some(({ el, text }) => !el.closest("a") && says(text));
}

/** The other shop, by the page's heading; nobody's figures are read where it has none. */
function rivalOn(layout: Layout, url: URL, account: Account | null): ObservedEntity | null {
  const first = layout.tokens.find((t) => t.label && t.area === "page");
  const name = first ? nameOfPage(layout, first, account?.name ?? null) : null;
  return name === null ? null : { type: "shop", id: idIn(url.href, ID_KEYS.shop), name };
}

function* claimed(layout: Layout, grids: readonly Grid[]): Generator<void, readonly Grid[], void> {
  for (const grid of grids) yield* claim(layout, grid);
  return grids;
}

/** The tables by markup that a reader is for. */
function* tablesOn(layout: Layout, page: PageKind, { page: about, row }: Subject): Generator<void, Grid[], void> {
  const isList = row !== null && about === null;
  const isOfOrders = page === "order_list" || page === "aftersale_list";
  const grids = (yield* findGrids(layout)).filter(
    (grid) =>
      (grid.columns.some((column) => column.header?.label) && !(isList && isInCard(grid))) ||
      isOfMetricRows(grid) ||
      typeOfCompared(grid) ||
      (row && isOfThings(grid, row)) ||
      isOfOrders,
  );
  yield* claimed(layout, grids);
  // What a list's row unfolds into, its goods or specifications, is no list of the page's.
  return isList ? grids.filter((grid) => !isInAnother(grid, grids)) : grids;
}

const isInAnother = (grid: Grid, grids: readonly Grid[]): boolean =>
  grids.some((other) => other !== grid && other.el.contains(grid.el));

/** 库存 | 已售 over one line of figures: not a list, but a part of one item's card. */
const isInCard = ({ columns, rows }: Grid): boolean =>
  rows.length === 1 &&
  columns.every(({ header }) => header?.label) &&
  rows.every(({ cells }) => [...cells.values()].every((cell) => cell.some((t) => t.shown)));
