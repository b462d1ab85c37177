import type { Evasion } from "../finding";
import type { View } from "../text/views";
import { ORDINARY, OWN_WORDS } from "./confusables";
import { composeHalves } from "./halves";
import { createInitials } from "./initials";
import { createOpenings, type Openings } from "./openings";
import { cutsDictionaryWord, isGloss, isInDictionaryWord, teachesReading } from "./ordinary";
import { type Restored, Rewriting } from "./rewriting";
import { type Piece, readTerm } from "./spelling";
import { isOdd, isRare, syllableOf } from "./syllables";
import { createTurned } from "./turned";

// Addresses and handles are names, whatever they spell.
const URL = /(?:https?:\/\/|www\.)[\w\-./?%&=#:@]+|[\w\-.]+\.(?:com|cn|net|top|shop)\b[\w\-./?%&=#]*|@[\w\-.]+/gu;

const NONE: ReadonlySet<number> = new Set();

/** Terms to be read through sound, and those of them that may be told by their initials. */
export interface Sounds {
  readonly sound: readonly string[];
  readonly initials: readonly string[];
}

/**
 * Puts split characters together, finds listed terms spelt in pinyin, homophones, look-alikes or initials or turned about, and
 * writes them out.
 */
export function createRestorer({ sound, initials }: Sounds): (view: View, typed: string) => Restored | undefined {
  const openings = createOpenings(sound);
  const known = new Set(sound);
  const turnedAt = createTurned(sound);
  const initialsAt = createInitials(initials);
  const wholeAt = (text: string, at: number): Found | undefined => {
    const turned = turnedAt(text, at);
    const { term, from, to } = turned ?? initialsAt(text, at) ?? {};
    if (term === undefined || from === undefined || to === undefined) return undefined;
    // Which of the characters stands for which of the term nobody can say.
    return { term, pieces: Array.from(term, () => ({ from, to, manner: turned ? "turned" : "initial" })) };
  };
  return (asTyped, typed) => {
    const { view, composed } = composeHalves(asTyped) ?? { view: asTyped, composed: NONE };
    const { text } = view;
    const found: Found[] = [];
    let links: readonly (readonly [number, number])[] | undefined;
    for (let at = 0; at < text.length; ) {
      const pieces =
        wholeAt(text, at) ??
        (openings.mayBegin(text, at) ? firstDisguised(view, typed, at, openings, known) : undefined);
      const end = pieces?.pieces.at(-1)?.to;
      if (!pieces || end === undefined) {
        at++;
        continue;
      }
      links ??= [...text.matchAll(URL)].map((link) => [link.index, link.index + link[0].length]);
      const inLink = links.some(([start, stop]) => at < stop && end > start);
      if (!inLink) found.push(pieces);
      at = inLink ? at + 1 : end;
    }
    return found.length > 0 || composed.size > 0 ? writeOut(view, found, composed) : undefined;
  };
}

/** A term and what stands for each of its characters. */
interface Found {
  readonly term: string;
  readonly pieces: readonly Piece[];
}

function firstDisguised(
  view: View,
  typed: string,
  at: number,
  openings: Openings,
  known: ReadonlySet<string>,
): Found | undefined {
  for (const { term, unbroken } of openings.candidates(view.text, at)) {
    // Most that begin are no disguise: they stand there as they are.
    if (unbroken && view.text.startsWith(term, at)) continue;
    const pieces = readTerm(view.text, at, term);
    // 微信 is no 威信.
    if (pieces?.some(isUnlisted) && known.has(view.text.slice(at, pieces.at(-1)?.to))) continue;
    if (pieces?.some((piece, i) => piece.manner !== "exact" || isApart(pieces, i)) && isDisguise(view, typed, pieces))
      return { term, pieces };
  }
  return undefined;
}

const isUnlisted = ({ manner }: Piece): boolean => manner === "unlisted";

/** Whether something stands between a piece and the one before it. */
const isApart = (pieces: readonly Piece[], i: number): boolean =>
  i > 0 && (pieces[i]?.from ?? 0) > (pieces[i - 1]?.to ?? 0);

function isDisguise(view: View, typed: string, pieces: readonly Piece[]): boolean {
  const { text } = view;
  const [start, end] = [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0];
  // Most homophones that are none end here; a look at the dictionary takes longer than all the rest.
  if (pieces.length === 2 && pieces.some(isUnlisted) && !pieces.some(({ from }) => isRare(text.charCodeAt(from))))
    return false;
  // Two characters with only white space between them end and begin words as often: 防 脱 钩.
  if (
    pieces.length === 2 &&
    pieces.every(({ manner }) => manner === "exact") &&
    /^.\s+.$/u.test(text.slice(start, end))
  )
    return false;
  if (pieces.every((piece) => piece.manner === "latin")) return isSpeltOut(view, typed, start, end, pieces);
  // One character alone is too little, and a term of which nothing is itself is another word, unless a stroke stands in it (惟—).
  if (pieces.length === 1) return false;
  if (
    !pieces.some((piece) => piece.manner === "exact" || piece.manner === "latin") &&
    !hasStroke(view, pieces) &&
    !pieces.some(isSplit) &&
    !ACCOUNT_AFTER.test(text.slice(end)) &&
    !GOODS_AFTER.test(text.slice(end))
  )
    return false;
  if (
    pieces.every(({ manner }) => manner !== "initial" && manner !== "latin") &&
    !beginsAsItIs(pieces) &&
    cutsDictionaryWord(text, start, end)
  )
    return false;
  if (pieces.length < LONG && isChance(view, typed, pieces)) return false;
  if (PERSON_AFTER.test(text.slice(end))) return false;
  if (pieces.length === 2 && (OWN_WORDS.test(text.slice(start, end)) || NAME_AFTER_TWO.test(text.slice(end))))
    return false;
  if (pieces.length === 2 && isReadOut(text, start, end)) return false;
  // WH-1000XM3 高解析度 holds no 三高.
  if (pieces[0]?.manner === "numeral" && (NUMBERED.test(text.slice(0, start)) || isApart(pieces, 1))) return false;
  // AI症状自查: the one syllable that is a word in capitals.
  if (
    pieces.length === 2 &&
    pieces.some(({ manner }) => manner === "latin") &&
    /AI/.test(sourceOf(view, typed, pieces))
  )
    return false;
  if (namesOptions(text, start, end) || COUNTED_AFTER.test(text.slice(end))) return false;
  if (pieces.length < LONG && (standsInOwnSense(text, pieces) || (text[start] === "嘴" && FACE.test(text))))
    return false;
  const window = text.slice(Math.max(0, start - 2), end + 2);
  const offset = Math.max(0, start - 2);
  for (const word of window.matchAll(ORDINARY)) {
    const [from, to] = [offset + word.index, offset + word.index + word[0].length];
    const reachesOut = from < start || to > end;
    // Of two characters the plain one goes with what follows as often: 雪糖|球.
    const touches = pieces.some(
      (piece, i) =>
        (pieces.length === 2 || piece.manner !== "exact" || isApart(pieces, i)) && from < piece.to && piece.from < to,
    );
    if (reachesOut && touches) return false;
  }
  return true;
}

/**
 * What stands for one character of a short term as it may for many another needs more to be no chance: a homophone that it is
 * part of no word (逗|音|号), a letter beside a common character that it is typed small (b过, not D级).
 */
function isChance(view: View, typed: string, pieces: readonly Piece[]): boolean {
  return pieces.some(({ manner }, i) => {
    if (manner === "unlisted") return (pieces.length === 2 || i === 0) && isChanceHomophone(view.text, pieces);
    return manner === "initial" && pieces.length === 2 && isChanceLetter(view, typed, pieces, i);
  });
}

/** 三糕：绿豆糕、云片糕: whether what would stand for a character is part of other words in the sentence. */
const standsInOwnSense = (text: string, pieces: readonly Piece[]): boolean =>
  pieces.some(({ manner, from }) => {
    if (manner !== "homophone") return false;
    const typed = text[from] ?? "";
    const words = text
      .split(typed)
      .slice(0, -1)
      .map((before) => before.at(-1) ?? "");
    return new Set(words.filter((before) => HAN.test(before) && before !== text[from - 1])).size > 1;
  });

/** Beside a mouth that is one: 布偶的嘴好看，眼睛是缝的. */
const FACE = /眼睛|鼻子|脸[型蛋]|布偶|玩偶|娃娃|公仔/u;

/** Whether a homophone is no sign: it, or of two the other one, is part of a word or name. */
function isChanceHomophone(text: string, pieces: readonly Piece[]): boolean {
  const [start, end] = [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0];
  return (
    pieces.some((piece) => (pieces.length === 2 || isUnlisted(piece)) && isInDictionaryWord(text, piece.from)) ||
    (pieces[0]?.manner === "unlisted" && PARTICLE.test(text.charAt(pieces[1]?.from ?? 0)) && text[end] !== "班") ||
    NUMBERED.test(text.slice(0, start))
  );
}

const sourceOf = ({ starts, ends }: View, typed: string, pieces: readonly Piece[]): string =>
  typed.slice(starts[pieces[0]?.from ?? 0], ends[(pieces.at(-1)?.to ?? 1) - 1]);

/** Whether letters before or behind Chinese at [start, end) spell it, as of a name: MeiBai 美柏. */
function isReadOut(text: string, start: number, end: number): boolean {
  const letters = Array.from(text.slice(start, end), (each) => syllableOf(each) ?? "?").join("");
  const bare = text.replace(/[^a-z\u4e00-\u9fff]/gu, "");
  return bare.includes(`${letters}${text.slice(start, end)}`) || bare.includes(`${text.slice(start, end)}${letters}`);
}

function isChanceLetter({ text, starts, ends, marks }: View, typed: string, pieces: readonly Piece[], i: number) {
  const [start, end] = [pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0];
  if (cutsDictionaryWord(text, start, end) || LETTERED.test(text.slice(start, end))) return true;
  const rest = text.charAt(pieces[1 - i]?.from ?? 0);
  if (rest !== "过" && PARTICLE.test(rest)) return true;
  const at = pieces[i]?.from ?? 0;
  const source = typed.slice(starts[at], ends[at]);
  return source !== source.toLowerCase() && !marks.has(at) && !isOdd(rest.charCodeAt(0));
}

/** What numbers or grades, of which the next character is the unit: A级. */
const NUMBERED = /[a-z\d]$/u;
/** Words that are written with a letter: sizes by code, licences, grades. */
const LETTERED = /^(?:[smlx]码|[abcm]证|[a-h]级|k光|[kq]群|p股|x线)$/u;
/** Behind any verb or count, so beside a letter or a homophone no sign of a term: 加s了, 抵一百, 剥过的毛豆. */
const PARTICLE = /[了下过着\d一二三十]/u;

/** 天下弟|一锅: a term of four that begins with two characters of its own is no chance, whatever word its end may begin. */
const beginsAsItIs = (pieces: readonly Piece[]): boolean =>
  pieces.length >= LONG && pieces.slice(0, 2).every(({ manner }) => manner === "exact");

/** 美/白/灰三色可选: a list goes on behind, and is counted. */
const COUNTED_AFTER = /^(?:[/|·、][\u4e00-\u9fff]){1,4}[两三四五六七八九几\d]{1,2}[色种款档类样味]/u;

/** A letter that stands alone, of those that number a short list. */
const OPTION = /(?<![a-z])[a-h](?![a-z])/gu;

/** 保A本B: the letter in [start, end) names one of several options, for its neighbour in the alphabet stands alone too. */
function namesOptions(text: string, start: number, end: number): boolean {
  const options = [...text.matchAll(OPTION)].map(({ 0: letter, index }) => ({ code: letter.charCodeAt(0), index }));
  return options.some(
    ({ code, index }) => index >= start && index < end && options.some((other) => Math.abs(other.code - code) === 1),
  );
}

/** Radicals that nobody types but to split a character. */
const RADICAL = /[亻冫氵扌讠纟钅疒礻衤饣犭阝攵忄]/u;

/** 惟—, 维①, 冫咸月巴: a stroke, an enclosed numeral or a bare radical where a character belongs. */
const hasStroke = ({ text, marks }: View, pieces: readonly Piece[]): boolean =>
  pieces.some(
    ({ from, to }) =>
      RADICAL.test(text.slice(from, to)) ||
      ("—ー".includes(text.slice(from, to)) && text[to] !== "—" && text[from - 1] !== "—") ||
      marks.get(from) === "enclosed",
  );

/** 捡月巴: halves of a character side by side. */
const isSplit = ({ manner, from, to }: Piece): boolean => manner === "glyph" && to - from > 1;

/** Behind the name of a messenger, however it is written: 葳芯同号, 嘉威慢慢聊, 威杏上转给我. */
const ACCOUNT_AFTER =
  /^(?:(?:慢慢|详|细|私)?聊|(?:上|里)?私我|搜(?:我|\s?[a-z])|[上里](?:聊|说|转|付|找我|发你|发您)|转(?:给?我|账)|同(?:号|步|手机|电话)|看(?:款|样|图|货|价)|号[:：]|\s?[:：]\s?[a-z\d]|\s[a-z][a-z_-]{2,}\d)/u;
/** Behind what goods are for: 去班霜. */
const GOODS_AFTER = /^(?:霜|精华|面膜|药膏|胶囊|丸)/u;
/** Behind a name: 肖炎彬师傅, 肖炎老师. Not what a seller calls himself: 秘方老师傅. */
const PERSON_AFTER = /^(?!老(?!师(?!傅))|的)[\u4e00-\u9fff]?(?:师傅|老师|先生|女士|同学|小姐|导演|教练)/u;
/** Behind a name that somebody bears, a shop, a ship, a place or a reign: 宝本是店主昵称, 唯依·婚纱摄影, 沙菌坊, 维一度假村, 亘治年间. */
const NAME_AFTER_TWO =
  /^(?:[坊斋轩阁堂牌铺]|(?:[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{0,2}[面茶饭酒餐菜])[馆店](?!里?(?:的|都))|家的|度假村|酒店|宾馆|家具|家居|书局|书院|年[间制]|号(?:渔船|货?轮|帆船)|民宿|书店|花店|茶馆|茶楼|面馆|烧饼店|\s(?:女装|男装|童装|服饰|旗舰)|是[\u4e00-\u9fff]{0,4}(?:昵称|网名|小名|外号|艺名|店名|名字)|[·・](?:[\u4e00-\u9fff]{0,4})(?:摄影|影像|工作室|工坊|手作|家居|服饰|女装|男装|童装|文具|书店|花店|民宿|美发|烘焙))/u;
const HAN = /[\u4e00-\u9fff]/;
/** From so many characters on a listed term is known by some of them. */
const LONG = 4;
/** From so many syllables on it is no brand by chance. */
const SURE = 3;
/** What makes a Latin word a name: a brand, a shop, an account. */
const NAME_AFTER = /^\s?(?:[·・]|童装|女装|男装|婚纱|摄影|服饰|文具|家居|牌|品牌|旗舰|官方|商标|专柜|公司|集团|[®™])/u;

/** Mei Bai: a person's name. */
const CAPITALS = /^[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}$/u;

/**
 * Latin alone may be a brand (Weiyi 牌保温杯). It is a spelt-out term if it bears tone marks, or is typed small and either
 * apart syllable by syllable or glued to a Chinese character.
 */
function isSpeltOut(view: View, typed: string, start: number, end: number, pieces: readonly Piece[]): boolean {
  const { text, marks } = view;
  if (
    isGloss(text, start, end) ||
    teachesReading(text) ||
    NAME_AFTER.test(text.slice(end)) ||
    CAPITALS.test(typed.slice(view.starts[start], view.ends[end - 1]))
  )
    return false;
  for (let unit = start; unit < end; unit++) if (marks.get(unit) === "pinyin") return true;
  if (ACCOUNT_AFTER.test(text.slice(end))) return true;
  const source = typed.slice(view.starts[start], view.ends[end - 1]);
  if (pieces.length === 1) return HAN.test(text[end] ?? "") && source !== source.toUpperCase();
  // A space may stand between it and the Chinese: jia weixin 发你.
  const glued = HAN.test(text.slice(end).trimStart()[0] ?? "") || HAN.test(text.slice(0, start).trimEnd().at(-1) ?? "");
  if (pieces.length >= SURE) return true;
  const apart = pieces.every((_, i) => i === 0 || isApart(pieces, i));
  if (glued && apart && pieces.length < SURE && source !== source.toLowerCase())
    // MEI BAI 相框: a name stands apart from what it is of.
    return HAN.test(text[end] ?? "") || HAN.test(text[start - 1] ?? "");
  return glued ? source === source.toLowerCase() || apart : apart && source === source.toLowerCase() && HAN.test(text);
}

function evasionOf(pieces: readonly Piece[]): Evasion {
  const manners = new Set(pieces.map((piece) => piece.manner));
  if (manners.has("turned")) return "turned";
  if (manners.size === 1 && manners.has("exact")) return "symbol_insert";
  if (manners.has("latin") || manners.has("initial")) return manners.size === 1 ? "pinyin" : "mixed_pinyin";
  if (manners.has("homophone") || manners.has("unlisted")) return "homophone";
  return manners.has("glyph") || manners.has("masked") ? "glyph" : "numeral";
}

function writeOut(view: View, found: readonly Found[], composed: ReadonlySet<number>): Restored {
  const written = new Rewriting(view, composed);
  for (const { term, pieces } of found) {
    written.copyTo(pieces[0]?.from ?? 0);
    const evasion = evasionOf(pieces);
    pieces.forEach(({ manner, from, to }, i) => {
      const isDisguised = manner !== "exact" || isApart(pieces, i) || composed.has(from);
      written.write(term[i] ?? "", from, to, isDisguised ? evasion : undefined);
    });
    // What was spelt in letters stands apart from the Chinese behind it; written out it does not.
    const { at } = written;
    if (pieces.at(-1)?.manner === "latin" && view.text[at] === " " && HAN.test(view.text[at + 1] ?? "")) written.at++;
  }
  return written.done();
}
