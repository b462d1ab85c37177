import type { EntityType, StatedPeriod, Unit } from "./observation";
import { wordPeriod } from "./period-words";
import { folded, PICTURES } from "./plain-text";
import { SCALE_WORDS, UNIT_WORDS } from "./unit-words";

/** One metric a label may stand for. */
export interface Meaning {
  readonly metric: string;
  readonly unit: Unit;
  readonly entities: readonly EntityType[];
  /** Unit of figures under the label that do not write it; the label's own bracket comes first. */
  readonly hint?: string;
}

/** A known label as found: what it may mean, the unit of its bracket, and a period it names itself (昨日成交金额). */
export interface LabelHit {
  readonly meanings: readonly Meaning[];
  readonly hint: string;
  readonly period: StatedPeriod | null;
}

/** Texts → metrics. Built once per page from the entries that the worker sends. */
export type Dictionary = ReadonlyMap<string, readonly Meaning[]>;

const BRACKET = /(?:[(（[【]([^()（）[\]【】]{1,8})[)）\]】]|[/·,，]([^/·,，]{1,4}))$/;
/** What may stand in a label's bracket without making it another label; 成交金额(剔除退款) is one. */
export const UNIT = new RegExp(`^(?:${SCALE_WORDS})?(?:${UNIT_WORDS}|h|min)?$`);
/** How a duration is written: 直播时长（时:分:秒）. The figures say it themselves. */
const CLOCK = /^(?:时[:：]?)?分[:：]?秒?$|^(?:hh?[:：])?mm(?:[:：]ss)?$/;
const TAIL = /[:：?？ⓘ*↑↓⇅▲▼¥￥]+$/;
/** 人均观看时长打败了 64% 的主播: what one beats the others in, before the label. */
const BEATEN_IN = /^([㐀-鿿]{2,8})(打败了)$/;
/** The live as a whole. */
const AS_A_WHOLE = /^([本该这]?[场次]?直播|[本该这]场|综合表现|[整总]体(表现)?)$/;
const PERIOD_PREFIX = /^([昨今][日天]|最?近\d{1,2}[天日])的?/;

/** What two spellings of one label have in common. */
const keyOf = (text: string): string => folded(text).replace(TAIL, "");
/** 🔥 热度, ● 成交金额: a picture or a bullet before the label; ❤（次） is a label itself. */
const BULLETS = `${PICTURES}•·，,、；;`;
const BULLET = new RegExp(`^[${BULLETS}]+(?=[^([${BULLETS}])`);

/** 推荐 ♡ */
const PICTURE_BEHIND = new RegExp(`(?<=[㐀-鿿])[${PICTURES}]+$`);

/** 价格 Price, 退款率（Refund rate）: the same said in English too; 成交金额 TOP is another thing. */
const GLOSS = /(?<=[㐀-鿿][)）]?)[/|·]?[(（]?(?!(?:top|max|min|avg|mom|yoy|wow)[)）]?$)[a-z][a-z.&'’/-]{2,}[)）]?$/;

/** A folded text without what it says again in English. */
export const withoutGloss = (text: string): string => (/[a-z]{3}/.test(text) ? text.replace(GLOSS, "") : text);

export function dictionaryOf(entries: readonly (Meaning & { readonly labels: readonly string[] })[]): Dictionary {
  const map = new Map<string, Meaning[]>();
  for (const { labels, ...meaning } of entries) {
    for (const label of new Set(labels.map(keyOf))) {
      const meanings = map.get(label) ?? [];
      meanings.push(meaning);
      map.set(label, meanings);
    }
  }
  return map;
}

/** Recognises a text that is a label and nothing else. */
export function findLabel(dictionary: Dictionary, text: string): LabelHit | null {
  if (text.length > 40) return null;
  let key = keyOf(text);
  let hint = "";
  if (!dictionary.has(key)) key = key.replace(BULLET, "");
  if (!dictionary.has(key)) key = withoutGloss(key).replace(PICTURE_BEHIND, "");
  let meanings = dictionary.get(key);
  let period: StatedPeriod | null = null;
  for (let bracket = BRACKET.exec(key); !meanings && bracket; bracket = BRACKET.exec(key)) {
    const said = bracket[1] ?? bracket[2] ?? "";
    const when = wordPeriod(said);
    if (when) period = when;
    else if (CLOCK.test(said)) hint = "";
    else if (UNIT.test(unitHint(said))) hint = said;
    else break;
    key = keyOf(key.slice(0, bracket.index));
    meanings = dictionary.get(key);
  }
  const [, what = "", beats = ""] = (!meanings && BEATEN_IN.exec(key)) || [];
  if (dictionary.has(what) || AS_A_WHOLE.test(what)) meanings = dictionary.get(beats);
  if (meanings) return { meanings, hint: unitHint(hint) || (meanings[0]?.hint ?? ""), period };
  const prefix = PERIOD_PREFIX.exec(key);
  meanings = prefix ? dictionary.get(key.slice(prefix[0].length)) : undefined;
  return meanings && prefix ? { meanings, hint: unitHint(hint), period: wordPeriod(prefix[1] ?? "") } : null;
}

/** The unit of a bracket: 单位：元 is 元. */
export const unitHint = (bracket: string): string =>
  bracket
    .replace(/^单位[:：]?/, "")
    .replaceAll("¥", "元")
    .replaceAll("￥", "元");

/** The meaning that fits what the page speaks of; null when the label is known but not of such an entity. */
export const meaningFor = (hit: LabelHit, type: EntityType): Meaning | null =>
  hit.meanings.find((meaning) => meaning.entities.includes(type)) ?? null;
