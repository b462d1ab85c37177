import type { Evasion } from "../finding";
import { SIMPLIFIED } from "./simplified";

/**
 * How one code point reads in the normal view. `to` is what stands for it ("" for what nobody sees), `by` the disguise
 * that was taken off, if it is one: lower-casing and a full-width percent sign are ordinary typing, not a disguise.
 */
export interface Fold {
  readonly to: string;
  readonly by?: Evasion;
}

/** Financial and circled numerals that NFKC leaves alone. */
const NUMERALS: Readonly<Record<string, string>> = {
  壹: "一",
  贰: "二",
  叁: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  仟: "千",
  萬: "万",
  弌: "一",
  壱: "一",
  弍: "二",
  弎: "三",
  "№": "no",
  // Ⅴ is typed for the letter: 加Ⅴ.
  ...Object.fromEntries([..."ⅠⅡⅢⅣ"].map((roman, at) => [roman, `${at + 1}`])),
  ...Object.fromEntries([..."ⅥⅦⅧⅨ"].map((roman, at) => [roman, `${at + 6}`])),
};

/** Where rows of nine circled digits begin that have no other form in Unicode: ❶, ➀, ➊, ⓵. */
const CIRCLED = [0x2776, 0x2780, 0x278a, 0x24f5];

function circledDigit(code: number): string | undefined {
  const first = CIRCLED.find((begin) => code >= begin && code < begin + 9);
  return first === undefined ? undefined : `${code - first + 1}`;
}

/** Where rows of the letters begin that have no other form in Unicode: 🅐, 🅰. */
const LETTERED = [0x1f150, 0x1f170];

function enclosedLetter(code: number): string | undefined {
  const first = LETTERED.find((begin) => code >= begin && code < begin + 26);
  return first === undefined ? undefined : String.fromCharCode(97 + code - first);
}

/** Characters that live only as a disguise or an old form of one common character. */
const GLYPHS: Readonly<Record<string, string>> = {
  蕞: "最",
  㝡: "最",
  㐧: "第",
  㣲: "微",
  㸃: "点",
  朂: "最",
  冣: "最",
  嶵: "最",
  穝: "最",
  苐: "第",
  笫: "第",
  囯: "国",
  圀: "国",
  伱: "你",
  嘚: "得",
  葯: "药",
  廋: "瘦",
  癍: "斑",
  疺: "乏",
  亊: "事",
  兲: "天",
  仺: "仓",
  氺: "水",
  λ: "入",
  旡: "无",
  忣: "及",
  亽: "人",
  寳: "宝",
  癒: "愈",
  瘉: "愈",
  羣: "群",
  喫: "吃",
  説: "说",
  効: "效",
  価: "价",
  売: "卖",
  気: "气",
  薬: "药",
  発: "发",
  対: "对",
  絶: "绝",
  総: "总",
  単: "单",
  図: "图",
  徳: "德",
  徴: "微",
  鉄: "铁",
  変: "变",
  栄: "荣",
  蔵: "藏",
  歯: "齿",
  関: "关",
  証: "证",
  甪: "用",
  夲: "本",
  丄: "上",
  丅: "下",
  朩: "木",
  尐: "少",
  叧: "另",
  悳: "德",
  仯: "少",
  徝: "值",
  媺: "美",
  羙: "美",
  卟: "不",
  吥: "不",
  菂: "的",
  扝: "亏",
  // Kana of the shape of a radical: シ显气.
  シ: "氵",
  イ: "亻",
  ネ: "礻",
  // A key beyond U+FFFF must not stand bare: the bundler writes it as two escapes, which no engine reads.
  ...Object.fromEntries([["𠆤", "久"]]),
};

/** Pictures that are read aloud as a word of copy. */
const PICTURES: Readonly<Record<string, string>> = {
  "🥇": "第一",
  "🔝": "顶",
  "👍": "第",
  "🧧": "红包",
  "🆓": "免费",
  "💯": "100%",
  "➕": "加",
  "✚": "加",
  "🈚": "无",
  "🉐": "得",
  "💊": "药",
  "🛰": "卫星",
  "🐧": "qq",
  "🐻": "胸",
  "🍑": "桃",
  "🍠": "红薯",
  "🐶": "狗",
  "🫁": "肺",
  "🧠": "脑",
  "🫀": "心脏",
  "🦴": "骨",
  "🦷": "牙",
};

/** Looked alike, and typed for Latin letters in a Latin word. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  Ⅴ: "v",
  а: "a", // Cyrillic
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  х: "x",
  у: "y",
  і: "i",
  к: "k",
  м: "m",
  н: "h",
  т: "t",
  в: "b",
  ѕ: "s",
  ј: "j",
  ԛ: "q",
  ԝ: "w",
  ο: "o", // Greek
  α: "a",
  ν: "v",
  ρ: "p",
  κ: "k",
  η: "n",
  ι: "i",
  υ: "u",
  τ: "t",
  χ: "x",
  γ: "y",
  Α: "a", // Greek capitals, which look like other letters than their small forms
  Β: "b",
  Ε: "e",
  Ζ: "z",
  Η: "h",
  Ι: "i",
  Κ: "k",
  Μ: "m",
  Ν: "n",
  Ο: "o",
  Ρ: "p",
  Τ: "t",
  Υ: "y",
  Χ: "x",
  А: "a", // Cyrillic capitals
  В: "b",
  Е: "e",
  К: "k",
  М: "m",
  Н: "h",
  О: "o",
  Р: "p",
  С: "c",
  Т: "t",
  У: "y",
  Х: "x",
  ...Object.fromEntries(
    [..."ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ"].map((small, at) => [small, "abcdefghijklmnopqrstuvwyz"[at] ?? small]),
  ),
  ɑ: "a", // of phonetic writing
  ɡ: "g",
};

// Format characters, joiners, variation selectors, soft hyphen, Hangul and Mongolian fillers, combining marks.
const UNSEEN = /^(?:\p{Cf}|\p{Mn}|\p{Me}|\u115f|\u1160|\u3164|\uffa0|\u2800)$/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;
// Full-width signs whose ASCII form means the same in copy. Chinese punctuation stays: it cuts clauses.
const SIGNS = "％＋＠＆－．／＝＊～＿＄＜＞＾｜";

const PLAIN: Fold = { to: "" };
const [FIRST_HAN, LAST_HAN] = ["\u4e00", "\u9fff"];

/** These have no other form in Unicode, no case and no marks: what is not in a table is itself. */
function foldHan(char: string): Fold {
  const numeral = NUMERALS[char];
  if (numeral !== undefined) return { to: numeral, by: "numeral" };
  const glyph = GLYPHS[char];
  if (glyph !== undefined) return { to: glyph, by: "glyph" };
  const simplified = SIMPLIFIED.get(char);
  return simplified === undefined ? { to: char } : { to: simplified, by: "traditional" };
}

function foldSlowly(char: string): Fold {
  if (char >= FIRST_HAN && char <= LAST_HAN) return foldHan(char);
  if (UNSEEN.test(char)) return { to: "", by: "symbol_insert" };
  const code = char.codePointAt(0) ?? 0;
  const circled = circledDigit(code) ?? enclosedLetter(code);
  if (circled !== undefined) return { to: circled, by: "enclosed" };
  const numeral = NUMERALS[char];
  if (numeral !== undefined) return { to: numeral, by: "numeral" };
  const glyph = GLYPHS[char] ?? LOOKALIKES[char] ?? PICTURES[char];
  if (glyph !== undefined) return { to: glyph, by: "glyph" };
  if (SIGNS.includes(char)) return { to: char.normalize("NFKC") };
  // ⑴ is (1) and ⒈ is 1.: the digit is what is read.
  const compatible = char.normalize("NFKC").replace(/^\((.+)\)$|^(\d+)\.$/u, "$1$2");
  if (compatible !== char) {
    if (!LETTER_OR_DIGIT.test(compatible)) return /^\s+$/.test(compatible) ? { to: " " } : { to: char };
    const bare = compatible.toLowerCase();
    if (code >= 0xff00 && code <= 0xffef) return { to: bare, by: "fullwidth" };
    if (code >= 0x1d400 && code <= 0x1d7ff) return { to: bare, by: "math_digit" };
    if (/[\u2460-\u24ff\u2776-\u2793\u3200-\u33ff]|[\u{1f100}-\u{1f1ff}]/u.test(char))
      return { to: bare, by: "enclosed" };
    return { to: bare };
  }
  const marked = char.normalize("NFD");
  if (marked !== char && /^[a-z]/i.test(marked)) return { to: (marked[0] ?? char).toLowerCase(), by: "pinyin" };
  return { to: char.toLowerCase() };
}

/** Calls back for the UTF-16 unit of each Han character that reads as another one. */
export function eachFoldedHan(meet: (unit: number) => void): void {
  for (const chars of [Object.keys(NUMERALS), Object.keys(GLYPHS), SIMPLIFIED.keys()])
    for (const char of chars) if (char >= FIRST_HAN && char <= LAST_HAN) meet(char.charCodeAt(0));
}

const known = new Map<number, Fold>();

/** The fold of a code point; total, also for lone surrogates, which stay themselves. Remembers the code points it met. */
export function foldCodePoint(code: number): Fold {
  let fold = known.get(code);
  if (fold === undefined) {
    fold =
      code >= 0xd800 && code <= 0xdfff ? { to: String.fromCharCode(code) } : foldSlowly(String.fromCodePoint(code));
    // Emoji and rare planes would let a hostile text grow the memory without bound; the BMP cannot.
    if (code < 0x10000 || known.size < 70_000) known.set(code, fold);
  }
  return fold ?? PLAIN;
}
