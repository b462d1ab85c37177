import { chosenAmong } from "./chosen";
import type { Layout } from "./layout";
import { parseDay } from "./periods";
import type { Token } from "./tokens";
import { areInLine, lineOverlap } from "./visible";

/** 待发货 3: a status over the orders under it, and how many it says there are; null: a heading of another kind. */
export interface StatusHeading {
  readonly i: number;
  readonly status: string | null;
  readonly count: number | null;
}

const HEADING = "h1,h2,h3,h4,h5,h6,[role=heading]";
const COUNTED = /^(\S+?)\s*[·:：(（]?\s*(?:共\s*)?(\d+)\s*[单笔条件个]?\s*[)）]?$/;
const COUNT = /^[(（]?\s*(?:共\s*)?(\d+)\s*[单笔条件个]?\s*[)）]?$/;

/** Texts that are such headings by their make, or by the count they say in a line of their own. In order. */
export function* statusHeadings(layout: Layout, isStatus: RegExp): Generator<void, StatusHeading[], void> {
  const out: StatusHeading[] = [];
  const makes = new Set<string>();
  for (const t of layout.texts(0, layout.tokens.length)) {
    if (t.i % 128 === 127) yield;
    if (t.text.length > 16 || layout.claimed.has(t.i)) continue;
    const [, counted, within] = COUNTED.exec(t.text) ?? [];
    const status = counted ?? t.text;
    if (!isStatus.test(status) || layout.isOption(t)) continue;
    const next = layout.tokens[t.i + 1];
    const beside = next && areInLine(next, t) ? next : undefined;
    const count = within ?? (beside && COUNT.exec(beside.text)?.[1]);
    const heading = t.el.closest(HEADING);
    if (!heading && !(count && isAlone(layout, t, within ? t : (beside as Token)))) continue;
    if (heading) makes.add(heading.localName);
    out.push({ i: t.i, status, count: count ? Number(count) : null });
  }
  const tab = out.length === 0 ? chosenTab(layout, isStatus) : null;
  if (tab) return [tab];
  for (const t of out.length > 0 ? layout.texts(0, layout.tokens.length) : []) {
    const heading = t.el.closest(HEADING);
    if (heading && makes.has(heading.localName) && !out.some(({ i }) => heading.contains(layout.at(i).el)))
      out.push({ i: t.i, status: null, count: null });
  }
  const inOrder = out.sort((a, b) => a.i - b.i);
  const holds = (lo: number, hi: number): boolean => layout.list(lo, hi).some(({ text }) => parseDay(text));
  const each = inOrder.map(
    ({ i, status, count }, k) => status === null || count === 0 || holds(i, inOrder[k + 1]?.i ?? layout.tokens.length),
  );
  // One below the other with nothing under them: a menu of statuses.
  return each.every((is) => is) ? inOrder : [];
}

/** 全部 | 待付款 2 | 待发货 3, of which one is chosen: all that is under them is of it, as many as they are. */
function chosenTab(layout: Layout, isStatus: RegExp): StatusHeading | null {
  const all = layout.tokens.find(({ text }) => ALL.test(text));
  const line = all ? layout.tokens.filter(({ box }) => lineOverlap(box, all.box) > 0.5) : [];
  const tabs = line.filter(({ text }) => isStatus.test(statusOf(text)));
  const chosen = tabs.length > 1 ? chosenAmong(tabs) : undefined;
  return chosen ? { i: (line.at(-1) as Token).i, status: statusOf(chosen.text), count: null } : null;
}

const ALL = /^全部(订单|售后单?)?\s*[(（]?\d*[)）]?$/;
const statusOf = (text: string): string => COUNTED.exec(text)?.[1] ?? text;

/** Nothing else stands in the line of a text and its count. */
function isAlone(layout: Layout, from: Token, to: Token): boolean {
  const [before, after] = [layout.textBefore(from.i), layout.tokens[to.i + 1]];
  return [before, after].every((t) => !t || lineOverlap(t.box, from.box) < 0.5);
}

/** The status that what stands at token `i` is under. */
export const statusOver = (headings: readonly StatusHeading[], i: number): string | null =>
  headings.findLast((heading) => heading.i < i)?.status ?? null;
