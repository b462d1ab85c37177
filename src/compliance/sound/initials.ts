import { syllableOf } from "./syllables";

/** A stretch of a normal view that is the initials of a listed term: tnb, gxy. */
export interface Abbreviated {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/** What is in use for shorter terms, which would else be anything, and for one of two that begin alike. */
const USUAL: Readonly<Record<string, string>> = {
  ca: "癌",
  az: "癌症",
  zl: "肿瘤",
  tf: "痛风",
  zc: "痔疮",
  xt: "血糖",
  xy: "血压",
  xz: "血脂",
  ns: "尿酸",
  gxb: "冠心病",
  jf: "减肥",
};
/** From so many letters on people, food and remedies near by tell an ailment; fewer must stand right beside what does. */
const TELLING = 3;
const NEAR = 14;
const MOST = 6;
const COUNTED = /\d\s?$/u;
const NOT_ALONE = /[a-z\d\-_.@/#]/u;
/** What has an ailment, or is done to it, right beside. */
const HAVE =
  /^(?:患者|病人|病友|人群|人士|发作|晚期|早期|中期|术后|[轻中重]度|偏高|症状|指标|高的|的(?:朋友|亲|宝|姐妹|叔叔|阿姨|老人|人))/u;
const DONE_TO = /(?:治|治疗|根治|抗|防|预防|降|祛|缓解|改善|调理|得了|患)(?<put>[^\u4e00-\u9fffa-z\d，,、]{0,2})$/u;
/** What stands near an ailment. */
const AROUND =
  /患者|病[人友]|老人|长辈|的(?:叔叔|阿姨|大爷|大妈|大叔|爸|妈|朋友|姐妹|宝|亲|人|家人|兄弟|哥|姐)|人群|人士|[老我你您](?:爸|妈|公|婆)|爷爷|奶奶|外[公婆]|父母|得了|[十几多两]年|吃(?![饭瓜鸡播货])|喝|泡[水茶脚着]|服用|敷|贴一?贴|药|针|医|治|降|控[糖制住]|稳|缓解|改善|调理|指标|血|糖|确诊|体检|复查|必[备看囤]/u;
/** What makes letters a name. */
const NAMED = /^\s?(?:牌|品牌|系列|型|款|号|®|™|旗舰|童装|女装|男装|文具)/u;

/** Finds initials of the terms (of three characters and more near what tells an ailment, of two right beside it) that begin at a place. */
export function createInitials(terms: readonly string[]): (text: string, at: number) => Abbreviated | undefined {
  const byLetters = new Map(Object.entries(USUAL));
  for (const term of terms) {
    const letters = Array.from(term, (character) => syllableOf(character)?.[0] ?? "").join("");
    if (letters.length === term.length && term.length >= TELLING && !byLetters.has(letters))
      byLetters.set(letters, term);
  }
  return (text, at) => {
    const unit = text.charCodeAt(at);
    if (unit < 97 || unit > 122 || NOT_ALONE.test(text[at - 1] ?? "") || COUNTED.test(text.slice(0, at)))
      return undefined;
    const letters = /^[a-z]+/u.exec(text.slice(at, at + MOST))?.[0] ?? "";
    const term = byLetters.get(letters);
    const to = at + letters.length;
    const rest = text.slice(to);
    if (term === undefined || NOT_ALONE.test(rest[0] ?? "") || NAMED.test(rest)) return undefined;
    const before = DONE_TO.exec(text.slice(0, at));
    const beside = before !== null || HAVE.test(rest);
    if (
      !beside &&
      (letters.length < TELLING || !AROUND.test(text.slice(Math.max(0, at - NEAR), at) + rest.slice(0, NEAR)))
    )
      return undefined;
    // 抗⭐ca: what was put between goes with the letters.
    return { term, from: at - (before?.groups?.put?.length ?? 0), to };
  };
}
