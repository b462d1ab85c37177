import { pairCards } from "./cards";
import { meaningFor } from "./labels";
import type { Layout } from "./layout";
import { nameAmong } from "./names";
import type { EntityType } from "./observation";
import { isOfPage } from "./page-words";
import { parseMoment } from "./periods";
import { readRecord } from "./read-records";
import type { Report } from "./report";
import type { Pairs } from "./understand";

/** 11月16日 18:20, 发表于 11月16日 18:20: of a year that the page does not name; 昨天 18:20, 3小时前, 11月16日 发布. */
export const OF_DAY =
  /^(?:(?:发[布表]|开播)(?:于|时间)?\s*[:：]?\s*)?(?:(?:\d{1,2}[月-]\d{1,2}日?\s+|[今昨前][天日]\s*)\d{1,2}:\d{2}|\d{1,2}\s?(?:分钟|小时|天)前(?:发[布表])?|\d{1,2}月\d{1,2}日\s*发[布表])$/;
const AS_OF = /更新|截至|截止|统计|同步|刷新/;

/**
 * One's latest works on a page about something else: a name, the time it was published, and right around them figures
 * that all are such as a work of that kind has.
 */
export function* readRecent(layout: Layout, report: Report, own: Pairs): Generator<void, void, void> {
  const times = yield* layout.free((t) => OF_DAY.test(t.text) || /T/.test(parseMoment(t.text) ?? ""));
  for (const time of times) {
    yield;
    if (AS_OF.test(layout.textBefore(time.i)?.text ?? "")) continue;
    const el = layout.climb(time.el, (lo, hi) => layout.list(lo, hi).some((t) => t.label)) ?? time.el;
    const [lo, hi] = layout.span(el);
    const texts = layout.list(lo, hi);
    if (texts.some((t) => t !== time && times.includes(t)) || isOfPage(nameAmong(layout, texts) ?? "")) continue;
    const { pairs } = yield* pairCards(layout, lo, hi, own);
    const type = (["video", "live"] as const).find((each: EntityType) =>
      pairs.every(({ hit }) => meaningFor(hit, each)),
    );
    const isOnceEach = new Set(pairs.map(({ hit }) => hit.meanings)).size === pairs.length;
    if (type && isOnceEach) yield* readRecord(layout, report, el, type, own, null, null);
  }
}
