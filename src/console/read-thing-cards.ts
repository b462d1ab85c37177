import { itemLists } from "./breakdowns";
import { HEADING, type Layout } from "./layout";
import { idAmong, linkOf, nameAmong } from "./names";
import { SAYS_OTHERS } from "./names-beside";
import { areCalledAsGoods, isOnTheWhole } from "./no-things";
import type { EntityType, ObservedEntity } from "./observation";
import { KINDS, type Panel, thingIn } from "./one-thing";
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
 * them, by the id of each, or by its address and the day or picture of each. How many were read. `owner`: whose they are on another shop's page.
 */
export function* readThingCards(
  layout: Layout,
  report: Report,
  own: Pairs,
  panel: Panel | null,
  path: string,
  owner: ObservedEntity | null,
): Generator<void, number, void> {
  let items = 0;
  for (const list of yield* itemLists(layout, panel)) {
    const things = list.filter((el) => !isOnTheWhole(nameAmong(layout, layout.list(...layout.span(el))) ?? ""));
    const type = things.length > 1 ? typeOfCards(layout, things, path) : null;
    if (!type) continue;
    for (const el of list) {
      if (yield* readRecord(layout, report, el, type, own, owner)) items++;
    }
  }
  if (items > 0) return items;
  for (const [el, type] of yield* cardsAlone(layout, panel, path))
    if (yield* readRecord(layout, report, el, type, own, owner)) items++;
  return items;
}

/** Whether a text over `count` things says what they are. Over things one by one; 商品数据 may be over sums of any kind. */
const saysOver = (called: string, count: number): RegExp =>
  new RegExp(
    `^\\S{0,4}(${called})(明细|列表|清单|排行榜?|榜单?|\\s*TOP\\s*\\d*)(\\s*[(（]\\s*${count}\\s*[)）])?$`,
    "i",
  );

/** 共 3 件商品有数据, 全部短视频 3 条, 带货直播 共 1 场 */
function saysCount(called: string, count: number): RegExp {
  const many = `\\s*${count}\\s*[件个款种条场]`;
  return new RegExp(`共${many}(?:${called})|(?:${called})\\s*[(（,，·]?\\s*共?${many}`);
}

/**
 * Lists of one card: what stands under a heading that says what it is of, or on its list's address, says each label once, and
 * is a thing by its day, id, link, picture or place in a list.
 */
function* cardsAlone(
  layout: Layout,
  panel: Panel | null,
  path: string,
): Generator<void, readonly (readonly [Element, EntityType])[], void> {
  const found: (readonly [Element, EntityType])[] = [];
  const labels = yield* layout.free((t) => t.label && !layout.isOption(t));
  const heads = yield* layout.free((t) => !t.label && !t.shown && t.text.length <= LONGEST && !layout.isOption(t));
  for (const [type, called, route] of KINDS) {
    const over = saysOver(called, 1);
    const counted = saysCount(called, 1);
    const ofAddress = new RegExp(`/(${route})/list$`, "i").test(path);
    const own = heads.filter(({ text }) => !SAYS_OTHERS.test(text) && (over.test(text) || counted.test(text)));
    const starts = own.length > 0 || !ofAddress ? own.map(({ i }) => i) : [-1];
    for (const at of starts) {
      yield;
      const el = cardBehind(layout, at, labels);
      const [lo, hi] = layout.span(el);
      const texts = layout.list(lo, hi);
      if (!el || (panel && lo < panel.hi && hi > panel.lo) || PARTS.test(nameAmong(layout, texts) ?? "")) continue;
      const isDated = texts.some(({ text }) => parseMoment(text) || AT.test(text));
      const heading = at < 0 ? "" : layout.at(at).text;
      const isThing =
        isDated ||
        idAmong(texts, el, type) !== null ||
        linkOf(el, type) !== null ||
        // A ranking may be of others.
        (!/榜/.test(heading) &&
          (holdsCover(el) ||
            counted.test(heading) ||
            /[(（]\s*1\s*[)）]$/.test(heading) ||
            FIRST.test(texts[0]?.text ?? "")));
      if (at < 0 ? isDated : isThing) found.push([el, type]);
      else if (/榜/.test(heading)) for (const t of texts) layout.claimed.add(t.i);
    }
  }
  return found;
}

/** Characters of a heading. */
const LONGEST = 20;
/** A picture of this width, px, is of a thing; what is smaller is a sign. */
const COVER = 40;
const holdsCover = (el: Element): boolean =>
  [...el.querySelectorAll("img")].some((picture) => picture.getBoundingClientRect().width >= COVER);

/** In the place of a rank. */
const FIRST = /^(0?1|第1名?|(no|top)\.?\s*1)$/i;

/** The one card behind the text `at`, up to the next heading: the smallest box around its labels that also holds a name. */
function cardBehind(layout: Layout, at: number, labels: readonly Token[]): Element | null {
  const head = at < 0 ? null : layout.at(at);
  const part = head && layout.climb(head.el, (_, hi) => labels.some(({ i }) => i > at && i < hi));
  const end = part ? layout.span(part)[1] : head ? at : layout.tokens.length;
  const isNext = (t: Token): boolean => t.el.closest(HEADING) !== null && head?.el.closest(HEADING) !== null;
  const next = layout.list(at + 1, end).find((t) => isNext(t) && labels.some(({ i }) => i > at && i < t.i));
  const own = labels.filter(({ i }) => i > at && i < (next?.i ?? end));
  const [first] = own;
  if (!first || new Set(own.map(({ text }) => text)).size < own.length) return null;
  return layout.climb(
    first.el,
    (lo, hi) =>
      lo > at &&
      hi > (own.at(-1) as Token).i &&
      nameAmong(layout, layout.list(lo, hi)) !== null &&
      hi <= (next?.i ?? hi),
  );
}

export function typeOfCards(layout: Layout, list: readonly Element[], path: string): EntityType | null {
  const cards = list.map((el) => layout.list(...layout.span(el)));
  const names = cards.map((texts) => nameAmong(layout, texts));
  if (names.some((name) => PARTS.test(name ?? ""))) return null;
  const [first] = cards[0] ?? [];
  if (!first) return null;
  const before = layout.list(0, first.i);
  // 商品榜, and in the same heading the days.
  const head = before.findLast(({ el }) => el.closest(HEADING))?.el.closest(HEADING);
  const heading = (head && layout.list(...layout.span(head))[0]?.text) ?? "";
  const last = before.at(-1)?.text ?? "";
  if (SAYS_OTHERS.test(heading) || SAYS_OTHERS.test(last)) return null;
  const each = (passes: (texts: readonly Token[], el: Element) => boolean): boolean =>
    list.every((el, k) => passes(cards[k] ?? [], el));
  const kinds = KINDS.filter(([type, called, route]) => {
    const counted = saysCount(called, list.length);
    const over = saysOver(called, list.length);
    const recent = new RegExp(`^最?近期?的?\\s*[\\d一二两三四五六七八九十]*\\s*[件个款种条场]?(?:${called})$`);
    // A link's id may be of anything; 商品ID is of goods.
    const id = new RegExp(`^(${called})\\s*ID`, "i");
    return (
      before.some(({ text }) => counted.test(text) && !SAYS_OTHERS.test(text)) ||
      [heading, last].some((text) => over.test(text) || recent.test(text)) ||
      each((texts, el) => idAmong(texts, el, type) !== null && texts.some(({ text }) => id.test(text))) ||
      (new RegExp(`/statistics?/(${route})$`, "i").test(path) &&
        (each((_, el) => isShown(el, type)) || (type === "product" && areCalledAsGoods(names)))) ||
      (new RegExp(`/(${route})/list$`, "i").test(path) &&
        each((texts) => texts.some(({ text }) => parseMoment(text) || AT.test(text))))
    );
  });
  return kinds.length === 1 ? (kinds[0]?.[0] ?? null) : null;
}

/** Whether a card of the page of one kind's figures is one of that kind: it shows it, or leads to it. */
function isShown(el: Element, type: EntityType): boolean {
  const link = linkOf(el, type);
  return holdsCover(el) || (link !== null && thingIn(new URL(link.href))[0] === type);
}
