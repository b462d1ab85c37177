import { type Pair, pairCards } from "./cards";
import type { Dictionary } from "./labels";
import { findLabel } from "./labels";
import type { Layout } from "./layout";
import { ACTIONS, idAmong, linkOf, nameAmong } from "./names";
import type { FailedCheck, ObservedEntity } from "./observation";
import { parseMoment } from "./periods";
import { isProduct } from "./product-words";
import { clauses } from "./prose";
import { OF_DAY } from "./read-recent";
import { mayBeOne, type Report, thingOf } from "./report";
import { atOnce } from "./slices";
import { saysFailed, TOTAL_OF_POSTS } from "./states";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

/** Left to right under a post when nothing names them: 播放 ♡ 评论 转发 👍. Four public sources agree (2025-2026). */
const FIVE = ["播放", "推荐", "评论", "转发", "点赞"] as const;

/**
 * A list of posts as lines: title, publish time, five numbers, action words. Each publish time with figures near it
 * makes a card. Named numbers (an icon's label, a word beside) go by their names; five unnamed ones by their order.
 */
export function* readPosts(
  layout: Layout,
  report: Report,
  dictionary: Dictionary,
  own: Pairs,
): Generator<void, { items: number; failed: FailedCheck[] }, void> {
  const times = yield* layout.free((t) => /T/.test(parseMoment(t.text) ?? "") || OF_DAY.test(t.text));
  const at = times.map((t) => t.i);
  const failed: FailedCheck[] = [];
  const posts: ObservedEntity[] = [];
  let nameless = 0;
  for (const time of times) {
    yield;
    const el = layout.record(time.i, at);
    const [lo, hi] = cut(layout, el, time, at, own);
    const texts = layout.list(lo, hi);
    const { pairs } = yield* pairCards(layout, lo, hi, own);
    const name = nameOf(layout, texts, time, pairs);
    const id = idAmong(texts, el, "video");
    if (name === null && id === null) {
      nameless++;
      continue;
    }
    const card = thingOf({ type: "video", id, name }, linkOf(el, "video"), parseMoment(time.text));
    // The one that is opened beside the list says more than its row.
    const row = posts.find((post) => mayBeOne(post, card));
    const entity = row ?? card;
    const unnamed = texts.filter((t) => t.shown && !t.trend && !layout.isOption(t) && t.i > time.i);
    const named = namedFigures(pairs, time, unnamed);
    const five = named ? [] : firstLine(unnamed);
    if (!named && five.length !== 5 && !(five.length === 0 && hasNoFigures(texts))) {
      failed.push({ check: "five_numbers", expected: 5, seen: five.length });
      continue;
    }
    for (const { hit, shown, value } of named ?? []) report.add(entity, hit, shown, value.i, null);
    for (const [k, token] of five.entries()) {
      const hit = findLabel(dictionary, FIVE[k] ?? "");
      if (hit && token.shown) report.add(entity, hit, token.shown, token.i, null);
    }
    if (!row) posts.push(entity);
    for (const t of texts) layout.claimed.add(t.i);
  }
  // Nothing is read of what nothing names, beside others that say their names.
  return { items: posts.length > 0 ? posts.length + nameless : 0, failed };
}

/** What a post is called: before its time, or over it where its style puts there what is written behind. */
function nameOf(layout: Layout, texts: readonly Token[], time: Token, pairs: readonly Pair[]): string | null {
  const head = texts.findLast((t) => t.i < time.i && (TOTAL_OF_POSTS.test(t.text) || BEGINS.test(t.text)));
  const before = texts.filter((t) => t.i < time.i && t.i > (head?.i ?? -1) && !isProduct(t.text));
  // 2026 and 24小时 may be titles; 1.2万 is a figure, and the post's own figures are none.
  const isFigure = (t: Token): boolean =>
    (t.shown !== null && !/^\d+(小时|分钟)?$/.test(t.text)) ||
    pairs.some(({ label, value }) => (t === value) !== (t === label));
  const isTitle = (t: Token): boolean =>
    !t.icon && !isFigure(t) && !ACTIONS.test(t.text) && !/^\d{1,2}:\d{2}/.test(t.text);
  const over = texts.filter((t) => t.i > time.i && t.box.b <= time.box.t + 2 && !isFigure(t));
  return nameAmong(layout, before, "video") ?? before.findLast(isTitle)?.text ?? nameAmong(layout, over, "video");
}

/** A post's `figures` that labels or icons name, three or more, or each of them; null for others, which go by their order. */
function namedFigures(pairs: readonly Pair[], time: Token, figures: readonly Token[]): readonly Pair[] | null {
  const all = pairs.filter(({ hit }) => hit.meanings.some((m) => m.entities.includes("video")));
  // A title may read like figures; the post's own stand after its time.
  const after = all.filter(({ label }) => label.i > time.i);
  const isEach = after.length > 0 && figures.every((t) => after.some(({ value }) => value === t));
  return isEach ? after : ([after, all].find((some) => some.length >= 3) ?? null);
}

/** What stands between the head of a list and its first post. */
const BEGINS = /^发[表布](视频|图文|作品|动态)$/;

/** A post under review or still to come, or whose figures could not be loaded, has none yet. */
const hasNoFigures = (texts: readonly Token[]): boolean =>
  texts.some(({ text }, k) => TO_COME.test(text) || saysFailed(texts, k)) ||
  texts.some((t) => clauses(t.text).some((said) => said.length <= 16 && UNDER_WAY.test(said)));

/** 将于 2026年12月01日 07:00 发表 */
const TO_COME = /^(将于|预计|计划)/;
const UNDER_WAY = /审核|转码|处理中|上传中|发布失败|未通过|已删除|草稿|定时/;

/**
 * The card's own texts. When cards have no frame of their own (one flat stream of lines), a card runs from the texts
 * right before its time to those right before the next card's title.
 */
function cut(
  layout: Layout,
  el: Element,
  time: Token,
  times: readonly number[],
  own: Pairs,
): readonly [number, number] {
  const [lo, hi] = layout.span(el);
  const framed = layout.list(time.i + 1, hi).some((t) => t.shown || (times.length > 1 && own.has(t.i)));
  if (framed) return [lo, hi];
  const next = times.find((i) => i > time.i);
  const holder = layout.climb(time.el, (_, b) => b > (next ?? time.i + 1));
  const end = next ?? (holder ? layout.span(holder)[1] : layout.tokens.length);
  const follows = layout.list(time.i + 1, hi).some((t) => own.has(t.i));
  const above = follows ? null : overTime(layout, el, time, own);
  if (above) return above;
  return [titleBefore(layout, time), next === undefined ? end : titleBefore(layout, layout.at(next))];
}

/** The smallest frame, inside `el`, of a card whose figures stand over its title and time. */
function overTime(layout: Layout, el: Element, time: Token, own: Pairs): readonly [number, number] | null {
  const holdsFigures = (a: number, b: number): boolean => atOnce(pairCards(layout, a, b, own)).pairs.length >= 3;
  const frame = holdsFigures(...layout.span(el)) ? layout.climb(time.el, holdsFigures) : null;
  return frame && layout.span(frame);
}

/** Where the title right above a time begins. */
function titleBefore(layout: Layout, time: Token): number {
  const last = layout.textBefore(time.i);
  if (!last) return time.i;
  const [lo] = layout.span(last.el);
  return Math.max(0, Math.min(lo, last.i));
}

/** The numbers up to the first gap made by other text: what follows action words is not the card's. */
function firstLine(numbers: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  for (const token of numbers) {
    const last = out.at(-1);
    if (last && token.i - last.i > 6) break;
    out.push(token);
  }
  return out;
}
