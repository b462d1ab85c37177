import { itemLists } from "./breakdowns";
import { HEADING, type Layout } from "./layout";
import { idAmong, nameAmong } from "./names";
import { SAYS_OTHERS } from "./names-beside";
import type { EntityType } from "./observation";
import { KINDS, type Panel } from "./one-thing";
import { parseMoment } from "./periods";
import { readRecord } from "./read-records";
import type { Report } from "./report";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

/** 06:30 开播, under the day. */
const AT = /\d:\d\d\s*(开播|发布)|(开播|发布)\D{0,4}\d/;
/** What figures are cut by, and no name of a thing. */
const PARTS =
  /^((自营|达人|合作|直播间?|短?视频){1,2}(带货)?|商品卡|橱窗|小店|公众号|小程序|搜[一索]搜?|推荐|自然流量|(付费)?推广|广告|[新老]客|会员|其[他它]|(全部|所有)?商品)$/;

/**
 * Reads the things of a shop's page that are cards, where the page says what they are: by their number, by what stands over
 * them, by the id of each, or by its address and the day of each. How many were read.
 */
export function* readThingCards(
  layout: Layout,
  report: Report,
  own: Pairs,
  panel: Panel | null,
  path: string,
): Generator<void, number, void> {
  let items = 0;
  for (const list of yield* itemLists(layout, panel)) {
    const type = typeOf(layout, list, path);
    if (!type) continue;
    for (const el of list) {
      if (yield* readRecord(layout, report, el, type, own, null)) items++;
    }
  }
  return items;
}

function typeOf(layout: Layout, list: readonly Element[], path: string): EntityType | null {
  const cards = list.map((el) => layout.list(...layout.span(el)));
  if (cards.some((texts) => PARTS.test(nameAmong(layout, texts) ?? ""))) return null;
  const [first] = cards[0] ?? [];
  if (!first) return null;
  const before = layout.list(0, first.i);
  const heading = before.findLast(({ el }) => el.closest(HEADING))?.text ?? "";
  const last = before.at(-1)?.text ?? "";
  if (SAYS_OTHERS.test(heading) || SAYS_OTHERS.test(last)) return null;
  const each = (passes: (texts: readonly Token[], el: Element) => boolean): boolean =>
    list.every((el, k) => passes(cards[k] ?? [], el));
  const kinds = KINDS.filter(([type, called, route]) => {
    const count = `\\s*${list.length}\\s*[件个款种条场`;
    // 共 3 件商品有数据, 全部短视频 3 条
    const counted = new RegExp(`共${count}](?:${called})|(?:${called})\\s*[(（]?${count})）]`);
    // Over things one by one; 商品数据 may be over sums of any kind.
    const over = new RegExp(`^\\S{0,2}(${called})(明细|列表|清单|排行榜?|榜单?|TOP\\s*\\d*)$`, "i");
    // A link's id may be of anything; 商品ID is of goods.
    const id = new RegExp(`^(${called})\\s*ID`, "i");
    return (
      before.some(({ text }) => counted.test(text) && !SAYS_OTHERS.test(text)) ||
      [heading, last].some((text) => over.test(text)) ||
      each((texts, el) => idAmong(texts, el, type) !== null && texts.some(({ text }) => id.test(text))) ||
      (new RegExp(`/(${route})/list$`, "i").test(path) &&
        each((texts) => texts.some(({ text }) => parseMoment(text) || AT.test(text))))
    );
  });
  return kinds.length === 1 ? (kinds[0]?.[0] ?? null) : null;
}
