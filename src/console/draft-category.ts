import { isSeen, type Root, walkerOf } from "./draft-dom";

/** The category path that a goods editor shows: 商品类目 食品饮料 > 茶 > 绿茶. */

const LABEL = /^(?:\*\s*)?(?:商品|所属|当前|已选)?(?:类目|分类)(?:信息)?\s*[:：]?$/;
const LABELLED = /^(?:\*\s*)?(?:商品|所属|当前|已选)?(?:类目|分类)(?:信息)?\s*[:：]\s*(\S.*)$/;
const ASIDE = /修改|更换|重新选择|切换|编辑|请选择|选择类目/g;
const CLIMB = 3;
const PATH_MAX = 120;
/** Text nodes looked at; a category stands near the top of its form. */
const LOOKED_AT = 4_000;

/** The path as shown, or null where none is chosen or shown. */
export function categoryOn(roots: readonly Root[]): string | null {
  let left = LOOKED_AT;
  for (const root of roots) {
    const walker = walkerOf(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
      left -= 1;
      const text = (node as Text).data.trim();
      if (text.length > PATH_MAX || !/类目|分类/.test(text)) continue;
      const element = node.parentElement;
      if (!element || !isSeen(element)) continue;
      const path = clean(LABELLED.exec(text)?.[1] ?? "") ?? (LABEL.test(text) ? besides(element, text) : null);
      if (path !== null) return path;
    }
  }
  return null;
}

/** What the smallest frame around the label shows beside it. */
function besides(label: Element, text: string): string | null {
  let frame = label.parentElement;
  for (let step = 0; frame && step < CLIMB; step += 1, frame = frame.parentElement) {
    const shown = [frame.textContent ?? "", ...valuesIn(frame)].join(" ").replace(text, " ");
    if (shown.length > 2 * PATH_MAX) return null;
    const path = clean(shown);
    if (path !== null) return path;
  }
  return null;
}

const valuesIn = (frame: Element): string[] =>
  [...frame.querySelectorAll("input")].map(({ value }) => (typeof value === "string" ? value : ""));

function clean(shown: string): string | null {
  const path = shown.replace(ASIDE, " ").replace(/\s+/g, " ").trim().slice(0, PATH_MAX);
  return /\p{Script=Han}{1,}/u.test(path) ? path : null;
}
