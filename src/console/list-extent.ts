import type { ListMemory } from "./list-memory";
import type { FailedCheck } from "./observation";
import type { PageContext } from "./page-context";
import { isOneDay } from "./periods";
import type { Contents } from "./read-contents";
import { failureOn, goesOn, hasEarlier, hasMore, pageOn, statedCount, TOTAL_OF_GOODS, TOTAL_OF_POSTS } from "./states";

/** How much of the page's list was read, and what of it does not agree. */
export interface Extent {
  readonly items: number;
  /** How many posts the page says there are. */
  readonly posts: number | null;
  readonly failed: FailedCheck[];
  /** The list, or a part of the page, is not on show as a whole. */
  readonly isPart: boolean;
}

/**
 * Holds what was read of a list against what the page says of its length. `listed`: the list's own total; `isName`: whether
 * a text is what something read is called.
 */
export function* extentOf(
  context: PageContext,
  contents: Contents,
  listed: number | null,
  memory: ListMemory | null,
  isName: (text: string) => boolean,
): Generator<void, Extent, void> {
  const { page, layout, hasTable, report } = context;
  let items = contents.items || contents.days;
  const rows = yield* rowsOf(context);
  const onPage = yield* pageOn(layout);
  // Of a list of days each is told by its day.
  if (rows.length === 0) {
    rows.push(...new Set(report.drafts.flatMap(({ period }) => (isOneDay(period) ? period.from : []))));
    if (items === 0 && rows.length > 1 && (onPage ?? listed) !== null) items = rows.length;
  }
  const passed = Math.max(items, memory && rows.length > 0 ? memory.count(rows, onPage) : 0);
  yield;
  const leadsOn = yield* hasMore(layout);
  const isPaged = leadsOn || (yield* hasEarlier(layout));
  const failure = yield* failureOn(layout, isName);
  const last = report.drafts.reduce((most, draft) => Math.max(most, draft.token), 0);
  const reaches = isPaged || layout.sheet.scrollable || (yield* goesOn(layout, last, failure));
  const posts = yield* statedCount(layout, TOTAL_OF_POSTS);
  // The totals of a list of several pages may be of all of them.
  const isOfMore = isPaged || (listed !== null && items < listed);
  const failed = contents.failed.filter(
    ({ check, expected, seen }) => check !== "totals" || !isOfMore || Number(expected) < Number(seen),
  );
  const stated =
    page === "post_list"
      ? posts
      : page === "goods_list" && hasTable
        ? yield* statedCount(layout, TOTAL_OF_GOODS)
        : null;
  // More or fewer rows than the page says mean that it was not understood.
  const agrees = stated === null || stated === items || stated === passed || (items < stated && reaches);
  if (!agrees && items > 0) failed.push({ check: "row_count", expected: stated, seen: items });
  // 更多数据 over cards leads to another page, not to more of a list.
  const leadsToMore = leadsOn && (items > 0 || report.entities.length > 1);
  const hasRest = listed !== null && items > 0 ? passed < listed || (items === passed && leadsOn) : leadsToMore;
  const isPart = hasRest || contents.folded || failure !== null || (items > 0 && memory?.lacksBefore(onPage) === true);
  return { items, posts, failed, isPart };
}

/** What tells the list's rows apart, in order. */
function* rowsOf({ subject, self, report }: PageContext): Generator<void, string[], void> {
  // Where the kind of page does not say what a list is of, all that it names is of one kind.
  const things = report.entities.filter(({ type }) => type !== self?.type);
  const kind = subject.row ?? things[0]?.type;
  const isOneKind = things.every(({ type }) => type === kind);
  const rows: string[] = [];
  for (const [k, entity] of report.entities.entries()) {
    if (k % 128 === 127) yield;
    if (entity.type === kind && (subject.row || isOneKind)) rows.push(JSON.stringify(entity));
  }
  return rows;
}
