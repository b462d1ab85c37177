import { type Dictionary, findLabel, type LabelHit } from "./labels";
import { parseShown, type Shown } from "./numbers";
import { parseMoment } from "./periods";
import { seen } from "./plain-text";

/** A label and its number inside one text. */
export interface InlinePair {
  readonly hit: LabelHit;
  readonly shown: Shown;
}

const LONGEST = 160;
/** What stands between the pairs of one text; the first that leaves nothing but pairs is meant. A comma belongs to prose. */
const BETWEEN = [
  /\s*[·•|｜;；、/]\s*/,
  /\s+(?=[^\d\s¥￥]{1,14}\s*[:：]?\s*[¥￥\d])|\s+(?=[㐀-鿿]{2,8}\s*[:：])/,
  /\s+(?=[¥￥]?\d)/,
] as const;
/** 关注者：8,032, 成交金额(元) 12 */
const LABEL_FIRST =
  /^([^\d¥￥+\-:：]{1,14}?(?:[(（][^)）]{1,4}[)）])?)\s*[:：]?\s*((?:[¥￥+\-\d<>≥≤—–]|低于|不足|超过|高于|打败了|暂无).*)$/;
/** 1.2万播放, 96 点赞 */
const VALUE_FIRST = /^([¥￥]?\d[\d,.]*\s*[万亿]?%?)\s*([㐀-鿿]{2,10})$/;
/** 1.2万次播放, 56个点赞, 3 条评论 */
const COUNTER = /^[次个条人件单笔]/;
/** 打败了 72% 的主播 */
const WHOM = /^打败了\s*|\s*的?[㐀-鿿]{0,4}(主播|同行|商家|店铺)$/g;

/** 类目：食品, a statement of something else. */
const OTHER = /^(?![的是和与])[㐀-鿿]{2,8}\s*[:：]\s*\S/;

/** 1.3万 较上场 +12.4%, ￥48,260.50（环比 ↑3%）, 842 持平, 1,802（近7天 +12）: by how much a figure has changed, behind it. */
const CHANGE =
  /(?<=\d\S{0,3})\s*[(（]?(?:(?:[较比]\S{1,6}?|[日周月]?[环同]比|最?近\s?\d{1,3}\s?[天日]|[昨今][日天])\s*(?:持平|[+\-−↑↓▲▼]?\s*[¥￥]?\d[\d,.]*\s*\S{0,4})|持平|(?<=[\s(（])[+\-−↑↓▲▼]\s*\d[\d,.]*\s*[%％])[)）]?$/;

/** The end of what began at a moment: 2026-11-20 20:00 至 23:02. */
const UNTIL = /\s*[至到~～—–-]+\s*(?:20\d{2}\D\d{1,2}\D\d{1,2}日?\s*)?\d{1,2}:\d{2}(?::\d{2})?$/;

/** 创作灵感：同城热点话题 播放 1.8亿: of what is talked of elsewhere. 爆款线：播放 5万: what there is to reach. */
const ELSEWHERE =
  /灵感|话题|热点|热门|案例|示例|榜单|参考|^[^:：]{0,6}(线|目标|标准|门槛|要求|条件|均值?|平均|预[计测估]|建议|[上下]限)\s*[:：]/;

/** Label and number of a text that is nothing else; null for any other text. `hit` is null for an unknown label. */
function pairOf(dictionary: Dictionary, text: string): { hit: LabelHit | null; shown: Shown | null } | null {
  const m = LABEL_FIRST.exec(text);
  const after = m && parseShown((m[2] ?? "").replace(WHOM, ""));
  // What others are beaten in is not what is said.
  const beats = /^打败了/.test(m?.[2] ?? "") ? findLabel(dictionary, "打败了") : null;
  const named = m && findLabel(dictionary, m[1] ?? "");
  if (m && after) return { hit: named && (beats ?? named), shown: after };
  const back = VALUE_FIRST.exec(text);
  const before = back && parseShown(back[1] ?? "");
  if (back && before) {
    const word = back[2] ?? "";
    return { hit: findLabel(dictionary, word) ?? findLabel(dictionary, word.replace(COUNTER, "")), shown: before };
  }
  const plain = text.replace(CHANGE, "");
  if (plain !== text) return pairOf(dictionary, plain);
  return parseMoment(text.replace(UNTIL, "")) || (OTHER.test(text) && !ELSEWHERE.test(text))
    ? { hit: null, shown: null }
    : null;
}

/**
 * Texts that carry label and number in one (成交金额：1,234), or several such (粉丝数：3.4万 · 评分：4.85). The whole
 * text must be made of such pairs: a number in prose is nobody's.
 */
export function pairsIn(text: string, dictionary: Dictionary): readonly InlinePair[] {
  if (text.length > LONGEST || !/\d/.test(text)) return [];
  const shown = seen(text);
  const whole = pairOf(dictionary, shown);
  if (whole?.hit && whole.shown) return [{ hit: whole.hit, shown: whole.shown }];
  for (const between of BETWEEN) {
    const parts = shown.split(between).filter((part) => part !== "");
    // ￥99.00 / 库存 120: a figure alone between others says nothing of theirs.
    const bare = (part: string) =>
      between === BETWEEN[0] && (parseShown(part) || isTag(part, shown)) ? { hit: null, shown: null } : null;
    // 新增播放 4,120 / 10,000: how far one has come.
    if (PROGRESS.test(shown)) return [];
    const pairs = parts.length > 1 ? parts.map((part) => pairOf(dictionary, part) ?? bare(part)) : [null];
    if (pairs.every((pair) => pair !== null))
      return pairs.flatMap(({ hit, shown: number }) => (hit && number ? [{ hit, shown: number }] : []));
  }
  return [];
}

const PROGRESS = /^[^\d¥￥]{2,16}[¥￥]?\d[\d,.]*[万亿]?\s*\/\s*[¥￥]?\d[\d,.]*[万亿]?$/;

/** 家居日用 · 有认证 · 带货评分 4.83: a word or two between dots, and none that says of when or whose the figure is. */
const isTag = (part: string, whole: string): boolean =>
  /[·•|｜]/.test(whole) &&
  /^[㐀-鿿]{2,6}$/.test(part) &&
  !/昨|今[日天年]|前[日天]|上[周月期]|[本去周月年期]|时段|同行|均|目标|预|合计|累计|行业|全|对比|自营|达人|渠道|来源/.test(
    part,
  );

const STATED = /^([㐀-鿿]{2,6})(?:\s*[:：]\s*|\s+(?=\D*$))(\S.*)$/;

/** A label whose value is words, and the words, in one text: 商品状态：销售中. Null for any other text. */
export function wordsIn(text: string, dictionary: Dictionary): { hit: LabelHit; words: string } | null {
  const m = text.length <= LONGEST ? STATED.exec(seen(text)) : null;
  const hit = m && findLabel(dictionary, m[1] ?? "");
  return hit?.meanings.some(({ unit }) => unit === "text") ? { hit, words: m?.[2] ?? "" } : null;
}
