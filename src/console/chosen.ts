import { CLEAR } from "./ink";

/** Which of several things to choose from is the chosen one: by what the page says of it, else by how it stands out. */

const SELECTED =
  "[aria-selected=true],[aria-checked=true],[aria-pressed=true],[aria-current]:not([aria-current=false]),[data-state=active],[data-active=true],[class*=active],[class*=selected],[class*=checked],[class*=current],[class*=__on],.on,.cur";

/** `others`: what else there is to choose; without any, what stands beside `el` counts. */
export function isChosen(el: Element, others: readonly Element[]): boolean {
  const options = optionsAround(el, others);
  const own = options.find((option) => option.contains(el));
  if (!own || options.length < 2) return others.length === 0;
  const marked = options.filter((option) => isMarked(option));
  if (marked.length > 0) return marked.length === 1 && marked[0] === own;
  return standingOut(options) === own;
}

/** The chosen one of several things to choose from. */
export const chosenAmong = <Option extends { readonly el: Element }>(options: readonly Option[]): Option | undefined =>
  options.find((option) =>
    isChosen(
      option.el,
      options.flatMap(({ el }) => (el === option.el ? [] : [el])),
    ),
  );

/** What is said beside the options, and is none. */
const NOTE = /更新|截至|截止/;

/** The boxes side by side that each hold one of the things to choose. */
function optionsAround(el: Element, others: readonly Element[]): Element[] {
  for (let at = el; at.parentElement; at = at.parentElement) {
    const around = at.parentElement;
    if (others.length > 0 ? others.some((other) => around.contains(other)) : around.childElementCount > 1)
      return [...around.children].filter(
        (child) => /\S/.test(child.textContent ?? "") && !NOTE.test(child.textContent ?? "") && child.checkVisibility(),
      );
  }
  return [];
}

const isMarked = (option: Element): boolean =>
  option.matches(SELECTED) || option.querySelector(SELECTED) !== null || option.querySelector("input:checked") !== null;

/**
 * How an option looks, in what people are told a choice by: the print of its innermost text, and the grounds, lines and
 * shadows of its boxes, its own and under it. A box that paints nothing is not seen, so it makes no difference.
 */
function lookOf(option: Element): string {
  const painted: string[] = [];
  let print = "";
  for (let el: Element | null = option; el; el = el.firstElementChild) {
    const style = getComputedStyle(el);
    print = `${style.color} ${style.fontWeight}`;
    if (!CLEAR.test(style.backgroundColor)) painted.push(style.backgroundColor);
    for (const [width, color] of [
      [style.borderTopWidth, style.borderTopColor],
      [style.borderBottomWidth, style.borderBottomColor],
    ] as const)
      if (Number.parseFloat(width) > 0) painted.push(width, color);
    if (style.boxShadow !== "none") painted.push(style.boxShadow);
    const after = getComputedStyle(el, "::after");
    if (after.content !== "none") painted.push(after.backgroundColor, after.borderBottomColor, after.width);
  }
  return [print, ...painted].join();
}

/** The one that looks unlike all the others, which look alike. Of two, the one with a ground, a line or bolder print. */
function standingOut(options: readonly Element[]): Element | null {
  const looks = options.map(lookOf);
  const odd = options.filter((_, k) => looks.indexOf(looks[k] as string) === looks.lastIndexOf(looks[k] as string));
  if (options.length > 2) return odd.length === 1 ? (odd[0] as Element) : null;
  const [a, b] = options.map(strength) as [number, number];
  return a === b ? null : ((a > b ? options[0] : options[1]) as Element);
}

function strength(option: Element): number {
  const style = getComputedStyle(option);
  const { backgroundColor } = style;
  const ground = CLEAR.test(backgroundColor) || backgroundColor === "rgb(255, 255, 255)" ? 0 : 4;
  const line = Number.parseFloat(style.borderBottomWidth) > 0 && !/, 0\)$/.test(style.borderBottomColor) ? 2 : 0;
  const bold = Number(style.fontWeight) >= 600 ? 1 : 0;
  return ground + line + bold;
}
