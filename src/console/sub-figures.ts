import { HEADING, type Layout } from "./layout";
import type { Token } from "./tokens";

const MEAN = "[时日周月年天场条篇单件人店户]均|平均值?|均值|中位[数值]?|Avg\\.?|Mean";
const EXTREME = "(?:单[日场条时]|当[日天]|历史)?最[高低大小多少](?:值|[时点日]|在线)?|[峰谷]值|Peak|Max|Min";
const SUM = "累[计积]|[总合小]计|共计|总[共量]|Total";
const AIM = "目标|(?:已?(?:完成|达成))[率度]?|进度|还差|Target";
const SHARE = "占比|占(?:全店|全部|总\\S{1,2})|份额|其中\\S{0,4}|去重后?";
const OTHERS = "[高低优]于|超过|超越|领先|落后|打败了?|击败了?|行业\\S{0,4}|同类\\S{0,4}|大盘|对比|vs\\.?";
const BEFORE = "上一?个?(?:[期周月季年日场条篇]|周期|统计期)|去年同期|同期|往[期年]|[昨今前][日天]";
/** 日均 12,343, 目标 ¥10,000（本月）, 完成率 85.5%, 优于 82% 创作者, Avg 1,204 / day. */
const SAID = new RegExp(
  `^[(（]?(?:${[MEAN, EXTREME, SUM, AIM, SHARE, OTHERS, BEFORE].join("|")})\\s*[:：]?\\s*[+−↑↓▲▼≈~约-]?\\s*[¥￥]?\\d[\\d,.]*\\s*[万亿kw]?[%％]?(?:\\s*[/／]?\\s*\\S{1,4})?(?:[(（][^()（）]+[)）])?[)）]?$`,
  "i",
);

/** What a card says beside its figure by a figure of another kind; no title is so short of words. */
const isSubFigure = (text: string): boolean => text.length <= 24 && /\d/.test(text) && SAID.test(text);

/** 近30天 412: what the last days came to, beside a figure of all of them. */
export const OF_DAYS = /^最?近\s?\d{1,3}\s?[天日]\S{0,2}\s*[¥￥]?\d[\d,.]*[万亿]?$/;
/** What changed, how others stand, and by what a list is sorted: 环比 +12%, 较前日, 排序：粉丝数 ↓. */
const TREND = /^(排序|环比|同比|较([上前昨去同往近]|\D{0,6}[\d+−-]|$)|比[上前昨]|同行($|[\s:：\d(（]|[均平中优]))/;
/** What stands beside a figure to be compared with: the live or post before, others like it, what was aimed at. */
export const COMPARED =
  /^[(（]?(上一?[场期次条篇轮届个](直播|视频|作品|商品)?|上一?个?(周期|统计期)|前一?[场期次条篇](直播|视频|作品)?|(上一?[周月年]|去年|往年|历史)?同期|往[期场]|(场均|(近\s*\d+\s*[场条期])?(均值|平均))|同[行类](均值|平均|中位数?|水平)?|行业(均值|平均|中位数?)?|大盘|竞品|目标)[)）]?\s*[:：]?$/;
/** What a card of a figure says beside it, and no part or thing. */
export const isAside = (text: string): boolean => TREND.test(text) || COMPARED.test(text) || isSubFigure(text);

/** Texts of a card that says one thing. */
const CARD = 8;

/** A range of texts that hold one label and its figure. */
interface Card {
  readonly label: Token;
  /** Where its label or figure begins, whichever comes first. */
  readonly first: number;
}

/**
 * The label of the card that a text is a note in: it stands in the box of one label and its figure, behind either, and a box
 * beside that says another label (仅统计公开视频 under 播放量 86,402, beside 评论量 318). Null for any other text.
 */
export function noted(layout: Layout, { i, el }: Token): Token | null {
  if (el.closest(`${HEADING},a[href]`)) return null;
  const box = layout.climb(el, (lo, hi) => hi - lo > CARD || layout.list(lo, hi).some((t) => t.label));
  const own = cardIn(layout, box);
  const said = own ? box : el.closest("dd");
  const card = own ?? underTerm(layout, said);
  if (!said || !card || i < card.first) return null;
  const like = own ? cardIn : underTerm;
  const isOther = (other: Element | null | undefined): boolean => {
    const beside = other && other.localName === said.localName ? like(layout, other) : null;
    return beside !== null && wordOf(beside) !== wordOf(card);
  };
  const [before, behind] = own ? [said, said] : [said.previousElementSibling, said.nextElementSibling];
  return isOther(before?.previousElementSibling) || isOther(behind?.nextElementSibling) ? card.label : null;
}

/** 成交件数 of 成交件数 66. */
const wordOf = ({ label }: Card): string | undefined => label.text.split(/[:：\s\d¥￥]/)[0];

const cardIn = (layout: Layout, box: Element | null): Card | null => cardOf(layout, ...layout.span(box));

/** The same of a term and what is said of it: <dt>播放量</dt><dd>86,402</dd>. */
function underTerm(layout: Layout, said: Element | null): Card | null {
  const term = said?.previousElementSibling;
  return said && term?.localName === "dt" ? cardOf(layout, layout.span(term)[0], layout.span(said)[1]) : null;
}

function cardOf(layout: Layout, lo: number, hi: number): Card | null {
  const texts = hi - lo > CARD ? [] : layout.list(lo, hi);
  const [label, ...others] = texts.filter((t) => t.label);
  const first = texts.find((t) => t.label || (t.shown && !t.trend));
  return label && first && others.length === 0 && texts.some((t) => t.shown) ? { label, first: first.i } : null;
}
