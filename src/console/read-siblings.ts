import { itemLists } from "./breakdowns";
import type { Layout } from "./layout";
import { linkOf, nameAmong } from "./names";
import type { ObservedEntity } from "./observation";
import { readRecord } from "./read-records";
import type { Report } from "./report";
import type { Pairs } from "./understand";

/** Over more of one's own: 同期发布的其他视频, 往期直播. */
const OF_OWN = /^(我的|本账号|同期|近期|最近|更多|往期)\S{0,6}(视频|作品|直播|场次)$/;
/** Where a link to a talent leads. */
const TO_TALENT = /finder|talent/i;

/**
 * Beside what a page is of, `self`, it may show others with figures of their own: talents that it leads to, more of the
 * user's own videos and lives. Each is read under its own name.
 */
export function* readSiblings(
  layout: Layout,
  report: Report,
  self: ObservedEntity,
  own: Pairs,
): Generator<void, void, void> {
  const { type, id, name } = self;
  for (const boxes of yield* itemLists(layout, null)) {
    const before = layout.textBefore(layout.span(boxes[0] ?? null)[0])?.text ?? "";
    const isOther = (el: Element): boolean => {
      const link = linkOf(el, type);
      if (type === "talent") return link !== null && link.id !== id && TO_TALENT.test(new URL(link.href).pathname);
      return OF_OWN.test(before) && nameAmong(layout, layout.list(...layout.span(el)), type) !== name;
    };
    if (boxes.every(isOther)) for (const el of boxes) yield* readRecord(layout, report, el, type, own, null, null);
  }
}
