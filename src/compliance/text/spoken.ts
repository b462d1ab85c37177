import type { View } from "./views";

/**
 * How people talk who sell by voice: fillers stand anywhere, numbers and everyday words have forms of their own. Rules are
 * written in the words of copy; this view gives them a talker's sentence in those words.
 */

/** What is said to the listener between two commas, or before the first. */
const ASIDES =
  "(?:[哎嘿][呀哟]?|诶|欸|嗯|呃|额|哦|噢|嗨|哇|嚯|啧|妈呀|我的天|好家伙|来来来|[你您]?(?:还)?别说|讲真|说真的|真的|说白了|说实话|说实在的?|实话[跟和]?[你您]?们?[讲说]?|不瞒[你您]们?说|怎么说呢|就是说|就是|那个|这个|然后|对吧|是吧|对不对|好吧|懂吧|你猜怎么[着样]|你猜咋[着样]|听我[讲说]|(?:我|咱|主播)(?:今天|先|就|再)?[跟和给](?:[你您]们?|大家|姐妹们?|家人们)(?:[讲说]|透个?底|交个?底)(?:句)?(?:实话|心里话|真的|白了)?|[你您]们?(?:[看瞧听想摸闻试][看瞧听想摸闻试]?|自己看)|不是(?:我|主播)吹|不夸张(?:地|的)?[讲说]|(?:各位)?(?:家人|姐妹|宝宝|宝贝|宝子|老铁|兄弟|朋友|亲人|哥|姐)们?|亲们?|各位)[啊呀哈呢嘛哦喔诶]*";
/** Behind what is spoken of: 张主任你们知道吧，他… */
const TAGS = "(?:[你您]们?|大家)(?:都)?(?:知道|晓得|懂|认识|见过|听过)(?:的)?(?:吧|吗|不|嘛|噻|哈)[，,]";
const OMITTED = new RegExp(
  [
    `(?<=^|[，,])${ASIDES}[，,]`,
    TAGS,
    "(?<=[\\u4e00-\\u9fff])[啊呀嘛哈呢]+[，,]",
    "(?<=[\\u4e00-\\u9fff])[啊呀嘛](?=[\\u4e00-\\u9fff])",
    "那个(?:什么|啥)?(?=[\\u4e00-\\u9fff])",
    "(?<=[\\u4e00-\\u9fff])(?:家人|姐妹|宝子|老铁)们(?=[\\u4e00-\\u9fff])",
    "(?:慢慢(?:儿|地)?|唰唰的?|蹭蹭的?|咔咔的?|一下子|愣是|硬是|居然|竟然|自己(?=就|[退消长掉好通没]))",
    "[给帮替][你您](?!们)(?=[\\u4e00-\\u9fff]{1,3}[得过好掉没到回走平])",
    "(?<=[二三四五六七八九]?十)[来几多](?=[天周个年])",
  ].join("|"),
  "gu",
);

const DIGIT_OF: Readonly<Record<string, string>> = Object.fromEntries(
  [..."零幺一二三四五六七八九"].map((digit, at) => [digit, `${at < 1 ? 0 : at < 2 ? 1 : at - 1}`]),
);
const SAID_DIGITS = "[零幺一二三四五六七八九]";
/** 幺三八，后面是零零幺二，再后面三四五六 */
const NUMBER_SAID = new RegExp(
  `${SAID_DIGITS}{3,}(?:[，,](?:再?(?:后面|后边|然后|接着|中间))?是?[，,]?${SAID_DIGITS}{2,})+|${SAID_DIGITS}{7,}`,
  "gu",
);
/** 百分之九十九点九九, 百分之1 */
const PERCENT_SAID =
  /百分之(?:([一二三四五六七八九十百零两]{1,4})(?:点([零一二三四五六七八九]{1,3}))?|(\d+(?:\.\d+)?))/gu;

/** Words of talk and the same in copy. */
const SAID: Readonly<Record<string, string>> = {
  仨: "三个",
  俩: "两个",
  个把: "一个",
  礼拜: "星期",
  啥: "什么",
  咋: "怎么",
  甭: "别",
  咱家: "我们家",
  咱们: "我们",
  咱: "我们",
  大夫: "医生",
  脑袋: "头",
  闺女: "女儿",
};
const SPOKEN_WORDS = new RegExp(Object.keys(SAID).join("|"), "gu");

const toDigits = (said: string): string => [...said].map((each) => DIGIT_OF[each] ?? "").join("");

/** Of a number below a thousand in words: 九十九 → 99. */
function toNumber(said: string): number {
  let sum = 0;
  let digit = 0;
  for (const each of said)
    if (each === "百" || each === "十") {
      sum += (digit || 1) * (each === "百" ? 100 : 10);
      digit = 0;
    } else digit = each === "两" ? 2 : Number(DIGIT_OF[each]);
  return sum + digit;
}

const STEPS: readonly (readonly [RegExp, (match: RegExpMatchArray) => string])[] = [
  [NUMBER_SAID, ([said]) => toDigits(said)],
  [
    PERCENT_SAID,
    ([, whole = "", part, digits]) => `${digits ?? `${toNumber(whole)}${part ? `.${toDigits(part)}` : ""}`}%`,
  ],
  [OMITTED, () => ""],
  [SPOKEN_WORDS, ([said]) => SAID[said] ?? said],
];

const MAY_BE_SPOKEN =
  /[啊呀嘛哈呢吧哎诶欸嗯呃额仨俩啥咋甭咱]|那个|这个|真的|礼拜|大夫|个把|闺女|脑袋|百分之|们|慢慢|一下子|自己|[给帮替][你您]|十[来几多]|别说|[零幺一二三四五六七八九]{3}/u;

/** By UTF-16 unit: 1 for one of each option above. Most sentences have none, which is seen sooner than that an expression fails. */
const spoken = new Uint8Array(65536);
for (const sign of "啊呀嘛哈呢吧哎诶欸嗯呃额仨俩啥咋甭咱那这真礼夫把闺脑百们慢下己你您十别零幺二三四五六七八九")
  spoken[sign.charCodeAt(0)] = 1;

function hasSpokenSign(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (spoken[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** The light view as it would be written, or undefined where it is so. Offsets are those of the words as said. */
export function writtenView(light: View): View | undefined {
  if (!hasSpokenSign(light.text) || !MAY_BE_SPOKEN.test(light.text)) return undefined;
  const written = STEPS.reduce((view, [said, meant]) => rewrite(view, said, meant), light);
  return written === light ? undefined : written;
}

function rewrite(view: View, said: RegExp, meant: (match: RegExpMatchArray) => string): View {
  if (view.text.search(said) < 0) return view;
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let from = 0;
  const keep = (to: number): void => {
    text += view.text.slice(from, to);
    for (let at = from; at < to; at++) {
      starts.push(view.starts[at] ?? 0);
      ends.push(view.ends[at] ?? 0);
    }
  };
  for (const match of view.text.matchAll(said)) {
    keep(match.index);
    from = match.index + match[0].length;
    const word = meant(match);
    text += word;
    for (let i = 0; i < word.length; i++) {
      starts.push(view.starts[match.index] ?? 0);
      ends.push(view.ends[from - 1] ?? 0);
    }
  }
  keep(view.text.length);
  return { text, starts: Int32Array.from(starts), ends: Int32Array.from(ends), marks: new Map() };
}
