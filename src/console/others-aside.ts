import { leadsList } from "./breakdowns";
import { chosenAmong } from "./chosen";
import { isItself, isOfPeers } from "./column-words";
import { HEADING, type Layout } from "./layout";
import { headingLevel } from "./read-periods";
import type { Token } from "./tokens";

/** Over things of others: 同类爆款推荐, 同行直播参考, 平台推荐选品, 同时段优秀直播间. */
const OF_OTHERS =
  /^(同行|同类|同城|同款|全网|全站|行业|竞品|竞店|平台|别家|友商|其[他它](商家|店铺|创作者|账号|视频号|达人|主播|直播间))\S{0,6}(视频|作品|直播|商品|选品|货源|爆款|热门|热卖|榜单?|排行榜?|推荐|参考)$|^(热门|推荐|优选|精选)?选品(推荐|中心|广场|参考)?$|^(为[你您]推荐|猜[你您]喜欢)\S{0,4}$|爆款(推荐|参考)$|^同时段的?(优秀|热门|同类|其[他它])?(直播间?|主播|账号)$|^(相似|类似|同类)的?(达人|主播|账号|创作者|直播间?|作品|商品|店铺)$|^[你您]?可能(感兴趣|喜欢)的.{0,4}$|^(推荐关注|关注推荐)$|^[与和](本店|我店|我的店铺)的?(历史)?合作(数据|情况|记录|概况)?$|^(本周|今日|近期|平台|全站)?(热门|热点|爆款)(视频|作品|直播|商品|推荐)?[:：]./;
/** Over people who watch, buy and talk: 观众贡献榜, 实时评论. */
const OF_PEOPLE =
  /^(实时|本场|最新|精选)?(观众|用户|粉丝团?|贡献|打赏|送礼|礼物|守护|在线|买家)(贡献|打赏|消费|活跃|热度)?(榜单?|排行榜?|排名|TOP\s*\d*)$|^(实时|最新|精选|直播间?|观众)(评论|弹幕|公屏|聊天|消息)(区|列表|流)?$/i;
/** 他人作品参考, 其他创作者正在发 */
const WHOSE = /^(他人|别人|别家|其[他它](商家|店铺|创作者|账号|视频号))的?[㐀-鿿]{0,8}$/;
/** On a page about a talent, one's own. */
const OWN_SHOP = /^(我的?|本|自己的?)(店铺?|小店)(的?(数据|概况|经营|表现|信息)){0,2}$/;
/** 其他账号的热门视频（非本账号，供参考） */
const ASIDE = /\s*[(（][^()（）]*[)）]$/;
const NOT_OWN = /[(（]非(本|我的|自己的?)(账号|视频号|店铺?|小店|人)([,，、 ].*)?[)）]$/;
/** Over a cut of figures that the page says of the whole too: of some minutes, some viewers, of its best day. */
const OF_PART =
  /^(分钟|分时|逐?小时)(数据|表现)?(\s*\d{1,2}:\d{2})?$|^(发布|开播|上架)后?(首|前|\s*\d+)\s*\S{0,2}(小时|分钟|[天日秒])内?(数据|表现)?$|^[首前]\s*\d*\s*(小时|分钟|[天日秒])(数据|表现)?$|^历史(最[高佳好]|峰值|纪录|记录)\S{0,3}$|^(加热|付费|广告|投放)(推广|流量)?(效果|数据|表现)$|^推广(效果|数据|表现)$/;
/** Over the last minutes or hours, which no period of figures tells: 近5分钟, 最近1小时数据. */
const OF_MINUTES = /^(最?近|过去)\s*\d+\s*(分钟|小时)内?的?(数据|表现|概况|趋势)?$/;

const LONGEST = 40;

/**
 * What a page shows of others than it is about, and what it says of a part beside the whole, stands aside: nothing of it is
 * read. `ofTalent`: it is about one, and the user's own shop is another.
 */
export function* othersAside(layout: Layout, ofTalent: boolean): Generator<void, void, void> {
  const others = [OF_MINUTES, OF_OTHERS, OF_PEOPLE, WHOSE, ...(ofTalent ? [OWN_SHOP] : [])];
  for (const heading of layout.tokens) {
    if (heading.i % 128 === 127) yield;
    if (heading.area !== "page" || heading.text.length > LONGEST || heading.label || layout.isOption(heading)) continue;
    const text = heading.text.replace(ASIDE, "");
    const isOfPart = OF_PART.test(heading.text);
    if (!isOfPart && !others.some((of) => of.test(text)) && !NOT_OWN.test(heading.text)) continue;
    const part = figuresUnder(layout, heading);
    if (isOfPart && !saysAgain(layout, part)) continue;
    for (const token of part) token.area = "tip";
  }
  for (const token of layout.tokens) {
    if (token.i % 128 === 127) yield;
    if (isOfPeers(token.text) && isViewOf(layout, token)) for (const other of behind(layout, token)) other.area = "tip";
  }
}

/** 本店 | 行业大盘, of which the trade is chosen. */
function isViewOf(layout: Layout, { el, text }: Token): boolean {
  if (el.localName === "select") return [...(el as HTMLSelectElement).options].some((option) => isItself(option.text));
  const row = layout.climb(el, (lo, hi) => hi - lo > 1);
  const views = layout.tokens.slice(...layout.span(row));
  const isView = (t: Token): boolean => !t.label && !t.shown && (isItself(t.text) || isOfPeers(t.text));
  if (views.length > MOST_VIEWS || !views.every(isView) || !views.some((t) => isItself(t.text))) return false;
  return chosenAmong(views)?.text === text;
}

/** All that stands behind it, up to the first that holds figures. */
function behind(layout: Layout, { i, el }: Token): readonly Token[] {
  const around = layout.climb(el, (_, hi) => saysLabels(layout.list(i, hi)));
  return layout.list(i + 1, layout.span(around)[1]);
}

const saysLabels = (texts: readonly Token[]): boolean => texts.some((t) => t.label !== null);
/** Views of one part of a page. */
const MOST_VIEWS = 4;

/** Whether something that a part of the page says is said outside of it too. */
function saysAgain(layout: Layout, part: readonly Token[]): boolean {
  const said = (t: Token): string => (t.label || t.shown ? (t.text.split(/[:：\s\d]/)[0] ?? "") : "");
  const labels = part.filter((t) => t.label).map(said);
  const [first, last] = [part[0]?.i ?? 0, part.at(-1)?.i ?? 0];
  const others = new Set(layout.tokens.filter((t) => t.label && (t.i < first || t.i > last)).map(said));
  return labels.some((label) => others.has(label));
}

/** What stands under a heading, up to the next one of its rank; under a text that is none, the next box and those of its make. */
export function figuresUnder(layout: Layout, heading: Token): readonly Token[] {
  const head = heading.el.closest(HEADING);
  const isNext = (el: Element): boolean => {
    const first = layout.list(...layout.span(el))[0]?.el.closest(HEADING);
    return head !== null && first != null && headingLevel(first) <= headingLevel(head);
  };
  for (const el of layout.ancestors(heading.el)) {
    const [lo, hi] = layout.span(el);
    const own = layout.list(lo, hi);
    if (own.some((t) => t.label || t.shown)) return own[0] === heading && own.length <= CARD ? own : [];
    const behind: Element[] = [];
    for (let next = el.nextElementSibling; next && !isNext(next); next = next.nextElementSibling) {
      const [figures] = behind.filter((each) => saysFigures(layout, each));
      if (!head && figures && (next.localName !== figures.localName || next.className !== figures.className)) break;
      behind.push(next);
    }
    if (behind.some((each) => saysFigures(layout, each)))
      return behind.flatMap((each) => layout.list(...layout.span(each)));
    if (leadsList(layout, el)) return [];
  }
  return [];
}

/** Texts of a card that begins with what it is. */
const CARD = 16;

const saysFigures = (layout: Layout, el: Element): boolean =>
  layout.list(...layout.span(el)).some((t) => t.shown !== null);
