import { type ReportWords, SCREENS } from "./report-words";

const HAN = [..."甲乙丙丁戊己庚辛壬癸丑寅卯辰巳酉戌亥"];
const LATIN = [..."qwxzvkj"];
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\p{Cc}/gu;
/** Between words; the / of 2026/11/17 is the date's own. */
const BETWEEN = /(\s*(?:[:：|｜·•,，;；()（）[\]【】]|(?<!\d)\/|\/(?!\d))+\s*|\s+)/u;
/** 视频 (24): how many items the list has, which other digits would not tell of the rows that are there. */
const COUNT_OF_LIST = /^(\s*\p{Script=Han}{2}\s*[(（]\s*)[\d,]+(\s*[)）]\s*)$/u;
/** Two ends of as many digits, and of one scale. */
const TIER = /^[¥￥]?(\d+)((?:[万亿元%]?)[-~～—至到][¥￥]?)(\d+)[万亿]?[元%]?$/;
/** Longer texts are prose: nothing of them is a label. */
const LABEL_LENGTH = 60;
const PARTS =
  /(?<date>(20\d{2})(\s*[-/.年]\s*)(\d{1,2})(\s*[-/.月]\s*)(\d{1,2}))(?!\d)|(?<clock>\d{1,2}:\d{2}(?::\d{2})?)(?!\d)|(?<number>\p{Nd}+(?:[,.，．]\p{Nd}+)*)(?<unit>(?:s|h|min|ms|k|w)(?![\p{L}\p{N}]))?(?![A-Za-z_\p{Nd}]|[.,]\p{Nd})|(?<code>[A-Za-z0-9_]+(?:[.,]\d[A-Za-z0-9_]*)*)|(?<word>[\p{L}\p{M}]+)|(?<mark>[\p{P}\p{Sc}\p{Sm}↑↓▲▼△▽⬆⬇↗↘°ⓘ])|(?<space>\s+)|(?<rest>.)/gsu;

/**
 * Puts other words and digits in the place of a page's own. Drawn at random and kept only as long as one report is
 * made: nothing leads back, and what was alike on the page is alike in the report.
 */
export class Disguise {
  private readonly numbers = new Map<string, string>();
  private readonly words = new Map<string, string>();
  private readonly fillers = new Set<string>();
  private readonly names = new Map<string, string>();
  private readonly years = 9 + below(9);
  private readonly days = 35 + below(280);

  /** `originals`: every run of digits on the page, so that no number takes another's. */
  constructor(
    private readonly known: ReportWords,
    private readonly originals: ReadonlySet<string>,
  ) {}

  /** `around`: the number that a lone digit is part of, where each digit has an element of its own. */
  text(shown: string, around = ""): string {
    const text = shown.replace(INVISIBLE, (each) => (/\s/.test(each) ? " " : "")).replace(COUNT_OF_LIST, "$1-$2");
    if (text.trim() === "" || this.known.isKnown(text)) return text;
    if (text.length > LABEL_LENGTH) return this.filled(text, around, false);
    const tier = TIER.exec(text);
    return tier ? this.tier(tier) : this.parts(text, around);
  }

  private parts(text: string, around: string): string {
    return text
      .split(BETWEEN)
      .map((part) => (this.known.isKnown(part) ? part : this.filled(part, around, true)))
      .join("");
  }

  /** ￥10万-50万 ends above where it begins, in other digits too. */
  private tier([text, from = "", between = "", to = ""]: RegExpExecArray): string {
    return remembered(this.numbers, `tier ${text}`, () => {
      for (let tries = 0; tries < 40; tries++) {
        const [low, high] = [otherDigits(from), otherDigits(to)].sort((a, b) => Number(a) - Number(b));
        if (low === high || [low, high].some((end) => this.originals.has(end ?? ""))) continue;
        return text.replace(`${from}${between}${to}`, `${low}${between}${high}`);
      }
      return this.parts(text, "");
    });
  }

  /** A name for an id or a class: the same for the same. */
  token(original: string): string {
    return remembered(this.names, original, () => `t${this.names.size.toString(36)}${pick(LATIN)}${pick(LATIN)}`);
  }

  private filled(text: string, around: string, labels: boolean): string {
    if (labels) {
      const screens = text.match(SCREENS) ?? [];
      const rest = text.split(SCREENS);
      if (screens.length > 0)
        return rest.map((each, k) => this.pieces(each, around, labels) + (screens[k] ?? "")).join("");
    }
    return this.pieces(text, around, labels);
  }

  private pieces(text: string, around: string, labels: boolean): string {
    let afterNumber = false;
    let out = "";
    for (const match of text.matchAll(PARTS)) {
      const { date, clock, number, unit = "", code, word, mark, space } = match.groups ?? {};
      if (date) out += this.date(match);
      else if (clock) out += remembered(this.numbers, clock, () => otherClock(clock));
      else if (number)
        out += this.number(number, number.length === 1 ? `${around}${around && match.index}` : "") + unit;
      else if (code && labels && this.known.isKnown(code)) out += code;
      else if (code) out += this.word(code);
      else if (word) out += this.phrase(word, afterNumber, labels);
      else out += mark ?? (space ? " " : "◇");
      afterNumber = number !== undefined || date !== undefined;
    }
    return out;
  }

  private phrase(word: string, afterNumber: boolean, labels: boolean): string {
    if (!labels) return this.word(word);
    if (this.known.isKnown(word)) return word;
    const unit = afterNumber ? this.known.unitOf(word) : 0;
    if (unit > 0) return word;
    return word.length <= 3 && this.known.isUnit(word) ? word : this.word(word);
  }

  private word(word: string): string {
    const draw = (): string => {
      const drawn = [...word].map(otherLetter).join("");
      // 0.8mm must not become another number of the page.
      return drawn.match(/\d[\d,.]*\d/g)?.some((run) => this.originals.has(run)) ? word : drawn;
    };
    const filler = remembered(this.words, word, draw, new Set([...this.fillers, word]));
    this.fillers.add(filler);
    return filler;
  }

  private number(text: string, context: string): string {
    return remembered(this.numbers, `${context} ${text}`, () => otherDigits(text), this.originals);
  }

  private date([, , year, a = "", month, b = "", day]: RegExpMatchArray): string {
    const date = new Date(Date.UTC(Number(year) - this.years, Number(month) - 1, Number(day) + this.days));
    const two = (n: number, like = ""): string => String(n).padStart(like.length, "0");
    return `${date.getUTCFullYear()}${a}${two(date.getUTCMonth() + 1, month)}${b}${two(date.getUTCDate(), day)}`;
  }
}

function remembered(map: Map<string, string>, key: string, draw: () => string, taken?: ReadonlySet<string>): string {
  const known = map.get(key);
  if (known !== undefined) return known;
  let drawn = draw();
  // Where a page has nearly all numbers of a length, another length is left.
  for (let tries = 0; taken?.has(drawn); tries++) drawn = tries < 40 ? draw() : drawn + draw();
  map.set(key, drawn);
  return drawn;
}

function below(n: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % n;
}

const pick = (from: readonly string[]): string => from[below(from.length)] ?? "";
const other = (from: readonly string[], than: string): string => pick(from.filter((each) => each !== than));

function otherLetter(letter: string): string {
  if (/\p{Nd}/u.test(letter)) return otherDigits(letter);
  if (/[_.,]/.test(letter)) return letter;
  return /\p{Script=Han}/u.test(letter) ? other(HAN, letter) : other(LATIN, letter.toLowerCase());
}

/** Every digit another; the first is no 0. */
function otherDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit, at: number) => {
    const plain = digit.normalize("NFKC");
    const drawn = other([..."0123456789"].slice(at === 0 ? 1 : 0), plain);
    return plain === digit ? drawn : String.fromCharCode(0xff10 + Number(drawn));
  });
}

/** Minutes and seconds stay below 60. */
const otherClock = (text: string): string =>
  text
    .split(":")
    .map((part, k) =>
      k === 0 ? otherDigits(part) : other([..."012345"], part.charAt(0)) + other([..."0123456789"], part.charAt(1)),
    )
    .join(":");
