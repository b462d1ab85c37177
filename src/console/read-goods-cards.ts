import { itemLists } from "./breakdowns";
import { HEADING, type Layout } from "./layout";
import { idAmong, nameAmong } from "./names";
import type { Panel } from "./one-thing";
import { readRecord } from "./read-records";
import type { Report } from "./report";
import type { Pairs } from "./understand";

/** 共 3 件商品有数据 */
const COUNTED = /(?:^|[\s·|｜，,：:])共\s*([\d,]+)\s*[件个款种](?:商品|宝贝|货品|单品)/;
/** Over goods one by one; 商品数据 may be over sums of any kind. */
const OVER_GOODS =
  /^(热销|在售|动销|全部|全店|本店|店铺)?(商品|单品|宝贝|货品)(明细|列表|清单|排行榜?|榜单?|TOP\s*\d*)$/i;
/** Goods of others. */
const OF_OTHERS = /同行|同类|竞|行业|平台|市场|推荐|参考|相似|对标|其[他它]/;
/** What figures are cut by, and no name of goods. */
const PARTS =
  /^(直播(间|带货)?|短?视频(带货)?|商品卡|橱窗|小店|公众号|小程序|搜[一索]搜?|推荐|自然流量|(付费)?推广|广告|自营|达人(带货)?|合作|新客|老客|会员|其[他它]|(全部|所有)?商品)$/;

/**
 * Reads the goods of a shop's page that are cards, where the page says that they are goods: by their number, by what stands
 * over them, or by the id of each. How many were read.
 */
export function* readGoodsCards(
  layout: Layout,
  report: Report,
  own: Pairs,
  panel: Panel | null,
): Generator<void, number, void> {
  let items = 0;
  for (const list of yield* itemLists(layout, panel)) {
    if (!areGoods(layout, list)) continue;
    for (const el of list) {
      if (yield* readRecord(layout, report, el, "product", own, null)) items++;
    }
  }
  return items;
}

function areGoods(layout: Layout, list: readonly Element[]): boolean {
  const cards = list.map((el) => layout.list(...layout.span(el)));
  if (cards.some((texts) => PARTS.test(nameAmong(layout, texts) ?? ""))) return false;
  const [first] = cards[0] ?? [];
  if (!first) return false;
  const before = layout.list(0, first.i);
  const heading = before.findLast(({ el }) => el.closest(HEADING))?.text ?? "";
  const last = before.at(-1)?.text ?? "";
  if (OF_OTHERS.test(heading) || OF_OTHERS.test(last)) return false;
  const isCounted = before.some(({ text }) => COUNTED.exec(text)?.[1]?.replaceAll(",", "") === String(list.length));
  return (
    isCounted ||
    OVER_GOODS.test(heading) ||
    OVER_GOODS.test(last) ||
    list.every((el, k) => idAmong(cards[k] ?? [], el, "product") !== null && saysId(cards[k] ?? []))
  );
}

/** A link's id may be of anything; 商品ID is of goods. */
const saysId = (texts: readonly { readonly text: string }[]): boolean =>
  texts.some(({ text }) => /^(商品|货品|SPU)\s*ID/i.test(text));
