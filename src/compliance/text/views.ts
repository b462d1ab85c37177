import type { Evasion } from "../finding";
import { teachesReading } from "../sound/ordinary";
import { isReadAs, isSyllable } from "../sound/syllables";
import { eachFoldedHan, foldCodePoint } from "./fold";

/**
 * A sentence as the rules read it. `starts[i]`..`ends[i]` are the UTF-16 offsets, in the sentence as given, of what the
 * view's UTF-16 unit i came from. `marks` lists the units where a disguise was taken off.
 */
export interface View {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly marks: ReadonlyMap<number, Evasion>;
}

const NO_MARKS: ReadonlyMap<number, Evasion> = new Map();

/** Whether a UTF-16 unit is its own normal form: 1 it is, 2 it is not, 0 not asked yet. */
const plainness = new Uint8Array(65536);
// Packs are thousands of Han characters, nearly all plain: none is folded to find that out.
plainness.fill(1, 0x4e00, 0xa000);
eachFoldedHan((unit) => {
  plainness[unit] = 2;
});

/** Characters of few words; elsewhere they stand for what they look like: 冶好 for 治好, 毋乳 for 母乳. */
const STRAYS: readonly (readonly [RegExp, string])[] = [
  [/(?<![陶大妖鼓锻火精选采])冶(?=[\u4e00-\u9fff])(?![金炼铸铁艳容游工院源勒造力])/gu, "治"],
  [/(?<![宁既请])毋(?![庸宁须论忘得滥])(?=[\u4e00-\u9fff])/gu, "母"],
];
const MAY_STRAY = /[冶毋]/u;
for (const stray of "冶毋") plainness[stray.charCodeAt(0)] = 2;

/** Whether a text is its own normal form, character by character. */
export function isPlain(sentence: string): boolean {
  for (let at = 0; at < sentence.length; at++) {
    const unit = sentence.charCodeAt(at);
    if (plainness[unit] === 0)
      plainness[unit] = unit < 0xd800 || unit > 0xdfff ? (foldCodePoint(unit).to === sentence[at] ? 1 : 2) : 2;
    if (plainness[unit] === 2) return false;
  }
  return true;
}

let identity = Int32Array.from({ length: 513 }, (_, i) => i);
let identityEnds = identity.subarray(1);

/** The view of a sentence that is its own normal form; the offsets of all such views are one array. */
function plainView(sentence: string): View {
  if (identity.length <= sentence.length) {
    identity = Int32Array.from({ length: 2 * sentence.length }, (_, i) => i);
    identityEnds = identity.subarray(1);
  }
  return { text: sentence, starts: identity, ends: identityEnds, marks: NO_MARKS };
}

/** Light view: each code point folded on its own, unseen characters gone. At most 18 units for a unit of the sentence. */
export function lightView(sentence: string): View {
  if (isPlain(sentence)) return foldShapes(plainView(sentence));
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let marks: Map<number, Evasion> | undefined;
  let hidden = -1;
  for (let at = 0; at < sentence.length; ) {
    const code = sentence.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const fold = foldCodePoint(code);
    if (fold.to === "") {
      if (hidden < 0) hidden = at;
    } else {
      if (fold.by !== undefined || hidden >= 0) {
        marks ??= new Map();
        // Something unseen between two characters disguises the second; before the first it disguises nothing.
        marks.set(starts.length, hidden >= 0 && starts.length > 0 ? "symbol_insert" : (fold.by ?? "symbol_insert"));
        hidden = -1;
      }
      parts.push(fold.to);
      for (let i = 0; i < fold.to.length; i++) {
        starts.push(at);
        ends.push(at + width);
      }
    }
    at += width;
  }
  return foldShapes(
    foldStrays({
      text: parts.join(""),
      starts: new Int32Array(starts),
      ends: new Int32Array(ends),
      marks: marks ?? NO_MARKS,
    }),
  );
}

/** The text of the light view, which most words are themselves. */
export const lightText = (text: string): string =>
  isPlain(text) && !text.includes("%") && !MAY_BE_NUMERO.test(text) ? text : lightView(text).text;

// 1○○%, 1OO%, l00% and 9O%: circles and letters standing as digits. Only before a percent sign.
const NOUGHT = "0○〇oО◯⚪";
const HUNDRED = new RegExp(`(?<![a-z\\d])[1li|][${NOUGHT}]{2}(?=\\s?%)|(?<![a-z\\d])[1-9][${NOUGHT}](?=\\s?%)`, "gu");

/** NO。1 and no·1 for NO.1. */
const NUMERO = /(?<=\bno)[。·・•‧∙](?=\d)/gu;
const MAY_BE_NUMERO = /no[。·・•‧∙]/u;

/** T0P: a nought as a letter of a word. */
const LETTER_O = /(?<=[a-z])0(?=[a-z])/gu;

const foldStrays = (view: View): View =>
  MAY_STRAY.test(view.text) ? STRAYS.reduce((read, [shape, meant]) => readAs(read, shape, () => meant), view) : view;

function foldShapes(view: View): View {
  const numbered = MAY_BE_NUMERO.test(view.text) ? { ...view, text: view.text.replace(NUMERO, ".") } : view;
  const spelt = numbered.text.includes("0") ? readAs(numbered, LETTER_O, () => "o") : numbered;
  return spelt.text.includes("%")
    ? readAs(spelt, HUNDRED, (typed) => (typed.length === 3 ? "100" : `${typed[0]}0`))
    : spelt;
}

/** The view with each match of `shapes` read as what is meant, which is as long. */
function readAs(view: View, shapes: RegExp, meantBy: (typed: string) => string): View {
  let marks: Map<number, Evasion> | undefined;
  const text = view.text.replace(shapes, (typed, at: number) => {
    const meant = meantBy(typed);
    for (let i = 0; i < meant.length; i++)
      if (typed[i] !== meant[i]) {
        marks ??= new Map(view.marks);
        marks.set(at + i, "glyph");
      }
    return meant;
  });
  return marks ? { ...view, text, marks } : view;
}

/** Radicals that are no characters of their own: 助氵眠. */
const RADICALS = new Set(
  [..."氵亻讠钅纟扌犭艹饣忄彳辶阝刂灬宀疒礻衤冫攵丬彡丨丿丶乀乁乄亅亠冂"].map((radical) => radical.charCodeAt(0)),
);
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff && !RADICALS.has(code);
// What a writer may put between two characters and a reader skips. Commas, stops and colons are not: they cut clauses.
const SKIPPED =
  /[\s〇\ufe51\ufe52\ufe5f-\ufe63\ufe68\p{S}\p{Pc}\p{Pd}\p{Extended_Pictographic}\p{sc=Bopo}\p{sc=Hira}·•・\u119e.…*/\\|'"【】()（）[\]{}<>〈〉^~～、&@%＃※†‡§¶ˊˇˋ]/u;
const LONGEST_RUN = 3;
/** Characters whose double is a word: 遥遥, 稳稳. */
const DOUBLED = new Set([..."遥稳妥天人步日年月个家处白轻牢紧一"].map((doubled) => doubled.charCodeAt(0)));

/**
 * Tight view: runs of up to three skipped characters between two Han characters removed (最-好, 第 一, 销量🏆第一), and a Han
 * character or syllable stammered across such a run read once (最-最-最好). Latin letters and digits are never joined. The same view when
 * there is nothing to remove.
 */
export function tightView(light: View): View {
  const view = joinSpacedOut(withoutReadings(light));
  const { text } = view;
  const from = firstSkipped(text);
  if (from === text.length) return view;
  let kept: number[] | undefined;
  const joins: number[] = [];
  let last = from - 1;
  for (let at = from; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (isHan(code) || !mayBeSkipped(text, at)) {
      if (kept) kept.push(at);
      last = at;
      at++;
      continue;
    }
    let end = at;
    let run = 0;
    while (end < text.length && mayBeSkipped(text, end)) {
      end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
      run++;
    }
    const before = last >= 0 ? text.charCodeAt(last) : 0;
    const after = end < text.length ? text.charCodeAt(end) : 0;
    if (run <= LONGEST_RUN && isHan(before) && isHan(after) && !partsWords(text, last, end, at)) {
      kept ??= range(at);
      // A stammer: the first of the two stands for both, and what follows carries the mark.
      if (before === after && !DOUBLED.has(before)) end++;
      joins.push(end);
    } else if (kept) for (let i = at; i < end; i++) kept.push(i);
    at = end;
  }
  return kept ? project(view, kept, new Set(joins)) : view;
}

/** Pictures that are words (💊 药) between two Han characters, where they may also stand for nothing (根💊治). */
const PICTURED =
  /(?<=[\u4e00-\u9fff])(?:🥇|🔝|👍|🧧|🆓|💯|➕|🈚|🉐|💊|🛰|🐧|㊣|🫁|🧠|🫀|🦴|🦷|[🈁🈂🈯🈲-🈺🉑])(?=\ufe0f?[\u4e00-\u9fff])/gu;

const MAY_BE_PICTURED = /[\ud83c-\ud83e➕㊣]/;

/** The sentence with such pictures as signs of the same length, or undefined where there are none. */
export function withoutPictures(sentence: string): string | undefined {
  if (!MAY_BE_PICTURED.test(sentence)) return undefined;
  const bare = sentence.replace(PICTURED, (picture) => "·".repeat(picture.length));
  return bare === sentence ? undefined : bare;
}

/** Where something that may be skipped first stands, or the text's end. */
function firstSkipped(text: string): number {
  let at = 0;
  while (at < text.length && !mayBeSkipped(text, at)) at++;
  return at;
}

/** 顶，级，羊绒: commas behind characters each of which stands alone. */
const SPACED_OUT = /(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[，,][\u4e00-\u9fff])+(?=[，,])/gu;
/** 顶。级羊绒: a stop that ends no sentence (see sentences.ts) but the one that answers a question. */
const STOPPED = /(?<=[\u4e00-\u9fff])。(?=[\u4e00-\u9fff])/gu;

/** #最 #佳: a tag for each part of a word, of which one is a single character. */
const TAGGED =
  /(?<=#[\u4e00-\u9fff]) ?#(?=[\u4e00-\u9fff])|(?<=#[\u4e00-\u9fff]{2,3}) ?#(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))/gu;

/** 国「家」级, “治”愈: quotes around one character of a word. */
const QUOTED =
  /(?<=[\u4e00-\u9fff])[“‘「『〔〖⟨][\u4e00-\u9fff][”’」』〕〗⟩]|[“‘「『〔〖⟨][\u4e00-\u9fff][”’」』〕〗⟩](?=[\u4e00-\u9fff])/gu;

const MAY_BE_SPACED_OUT =
  /[，,][\u4e00-\u9fff][，,]|。[\u4e00-\u9fff]|[\u4e00-\u9fff] ?#[\u4e00-\u9fff]|[“‘「『〔〖⟨][\u4e00-\u9fff][”’」』〕〗⟩]/u;

/** The view without such commas, stops, hashes and quotes. The same view when there are none. */
function joinSpacedOut(view: View): View {
  const { text } = view;
  if (!MAY_BE_SPACED_OUT.test(text)) return view;
  const gone = new Set<number>();
  for (const { 0: run, index } of text.matchAll(SPACED_OUT))
    for (let at = index + 1; at < index + run.length; at += 2) gone.add(at);
  for (const { index } of text.matchAll(STOPPED)) gone.add(index);
  for (const { index } of text.matchAll(QUOTED)) gone.add(index).add(index + 2);
  for (const { 0: run, index } of text.matchAll(TAGGED)) for (let i = 0; i < run.length; i++) gone.add(index + i);
  return without(view, gone);
}

/** 治（zhi）好（hao）: the reading of a character behind it, or before it (zui（最）好). Lessons show them too. */
const READING = /(?<=[\u4e00-\u9fff])[(（[【〔] ?([a-z]{1,6}) ?[)）\]】〕]/gu;
const READ_OUT = /(?<![a-z])([a-z]{1,6})[(（[【〔]([\u4e00-\u9fff])[)）\]】〕]/gu;
const MAY_HAVE_READING = /[(（[【〔] ?[a-z]|[a-z][(（[【〔]/u;

/** The view without readings in brackets. The same view when there are none. */
function withoutReadings(view: View): View {
  const { text } = view;
  if (!MAY_HAVE_READING.test(text) || teachesReading(text)) return view;
  const gone = new Set<number>();
  for (const { 0: run, 1: letters = "", index } of text.matchAll(READING))
    if (isSyllable(letters)) for (let i = 0; i < run.length; i++) gone.add(index + i);
  for (const { 0: run, 1: letters = "", 2: character = "", index } of text.matchAll(READ_OUT)) {
    if (!isReadAs(character, letters)) continue;
    for (let i = 0; i < run.length; i++) if (i !== letters.length + 1) gone.add(index + i);
  }
  return without(view, gone);
}

/** The view without some of its units; what stands behind one of them is marked. The same view when there are none. */
function without(view: View, gone: ReadonlySet<number>): View {
  if (gone.size === 0) return view;
  return project(
    view,
    range(view.text.length).filter((at) => !gone.has(at)),
    new Set([...gone].map((at) => at + 1)),
  );
}

/** 市面上最 好, 这支霜祛 斑: it says how much of what follows, or takes it away, so no word or phrase ends with it but 之最. */
const DANGLING = /(?<!之)最$|祛$/u;

/** White space, and what stands between the words of a list. */
const PARTING = /^[\s、…&@%の]+$/u;

/**
 * Whether only white space or the comma of a list stands at [from, end) and what it parts are words: titles are words in a
 * row (猪肝 火锅食材), lists too (降血压、治失眠). A single character on either side (国 家 级, 极 品) is none.
 */
function partsWords(text: string, last: number, end: number, from: number): boolean {
  if (!PARTING.test(text.slice(from, end))) return false;
  const joinsBefore = last > 0 && isHan(text.charCodeAt(last - 1));
  return joinsBefore && isHan(text.charCodeAt(end + 1)) && !DANGLING.test(text.slice(last - 1, last + 1));
}

/** Whether a UTF-16 unit may be skipped: 1 it may, 2 it may not, 0 not asked yet. Half an emoji is asked as a whole. */
const skipped = new Uint8Array(65536);

function mayBeSkipped(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) return isSkipped(text, at);
  if (skipped[unit] === 0) skipped[unit] = isSkipped(text, at) ? 1 : 2;
  return skipped[unit] === 1;
}

function isSkipped(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  if (RADICALS.has(code)) return true;
  if (code < 128) return code === 32 || (code !== 35 && SKIPPED.test(String.fromCharCode(code)));
  return !isHan(code) && SKIPPED.test(String.fromCodePoint(code));
}

// w e i y i, z.u.i: at least three letters, one by one, or two that are a syllable (n.a证); the messengers' names have two.
const APART = /(?<![a-z])(?:[a-z](?:[ .·_-][a-z])+)(?![a-z])/gu;
const MESSENGER = /^(?:[wv][ ·_]x|q.q)$/u;
const SPACED = / /u;
/** zui4好: a syllable with the number of its tone. Not di1 and wei1, which are 第一 and 唯一. */
const TONED = /(?<![a-z\d])(?!di1|wei1)([a-z]{2,6})[1-4](?![a-z\d])/gu;
/** (zui)好: a syllable in brackets where a character belongs. */
const BRACKETED =
  /(?<=[\u4e00-\u9fff])[(（[【]([a-z]{1,6})[)）\]】]|[(（[【]([a-z]{1,6})[)）\]】](?=[\u4e00-\u9fff])/gu;
const MAY_BE_JOINED = /[a-z][ .·_-][a-z]|[a-z][1-4]|[a-z][)）\]】]/u;
const touchesHan = (text: string, from: number, to: number): boolean =>
  isHan(text.charCodeAt(from - 1)) || isHan(text.charCodeAt(to));

/** The view with what was typed for a syllable letter by letter, numbered by its tone or in brackets as its letters alone. The same view when there is none. */
export function joinLetters(view: View): View {
  const { text } = view;
  if (!MAY_BE_JOINED.test(text)) return view;
  const gone = new Set<number>();
  for (const { 0: run, index } of text.matchAll(APART)) {
    const isPair =
      run.length === 3 &&
      !(
        MESSENGER.test(run) ||
        (!SPACED.test(run) && isSyllable(`${run[0]}${run[2]}`) && touchesHan(text, index, index + 3))
      );
    if (!isPair) for (let at = index + 1; at < index + run.length; at += 2) gone.add(at);
  }
  for (const { 0: run, 1: letters = "", index } of text.matchAll(TONED))
    if (isSyllable(letters) && touchesHan(text, index, index + run.length)) gone.add(index + letters.length);
  for (const { 0: run, 1: behind, 2: before, index } of text.matchAll(BRACKETED))
    if (isSyllable(behind ?? before ?? "")) gone.add(index).add(index + run.length - 1);
  if (gone.size === 0) return view;
  return project(
    view,
    range(text.length).filter((at) => !gone.has(at)),
    new Set(),
  );
}

const range = (end: number): number[] => Array.from({ length: end }, (_, i) => i);

function project(view: View, kept: readonly number[], joins: ReadonlySet<number>): View {
  const marks = new Map<number, Evasion>();
  const starts = new Int32Array(kept.length);
  const ends = new Int32Array(kept.length);
  let text = "";
  kept.forEach((from, to) => {
    text += view.text[from];
    starts[to] = view.starts[from] ?? 0;
    ends[to] = view.ends[from] ?? 0;
    const mark = joins.has(from) ? "symbol_insert" : view.marks.get(from);
    if (mark !== undefined) marks.set(to, mark);
  });
  return { text, starts, ends, marks };
}

/** UTF-16 span in the sentence of a span of the view, widened to whole code points. */
export function spanOf(view: View, start: number, end: number): { start: number; end: number } {
  return { start: view.starts[start] ?? 0, end: view.ends[end - 1] ?? 0 };
}
