import { parseShown } from "./numbers";
import { seen } from "./plain-text";

/** Print of a card's figure, px, and how much larger than its label's it is. */
const FIGURE = 18;
const LARGER = 1.15;
/** More texts than this are a chart's. */
const MOST_TEXTS = 60;

/**
 * The parts of a drawing that say something: all of it where one figure stands in it, with its unit perhaps; of others
 * those drawn as cards, with a label to each figure in large print. What is left is a chart with its axes.
 */
export function saidIn(svg: Element, isLabel: (text: string) => boolean): readonly Node[] {
  const texts = svg.querySelectorAll("text").length;
  if (texts === 1 || texts === 2) return [...svg.childNodes];
  const pages = [...svg.querySelectorAll("foreignObject")];
  return texts > MOST_TEXTS ? pages : [...pages, ...cardsIn(svg, isLabel)];
}

function cardsIn(part: Element, isLabel: (text: string) => boolean): readonly Node[] {
  const texts = [...part.querySelectorAll("text")].map((el) => ({ el, text: seen(el.textContent ?? "") }));
  const height = (el: Element): number => el.getBoundingClientRect().height;
  const labels = texts.filter(({ text }) => isLabel(text)).map(({ el }) => height(el));
  if (labels.length === 0) return [];
  const figures = texts.filter(({ text }) => parseShown(text)).map(({ el }) => height(el));
  const print = Math.max(FIGURE, Math.max(...labels) * LARGER);
  if (figures.length === labels.length && figures.every((each) => each >= print)) return [...part.childNodes];
  return [...part.querySelectorAll(":scope>g,:scope>svg")].flatMap((group) => cardsIn(group, isLabel));
}
