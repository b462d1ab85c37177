import { between, type Layout } from "./layout";
import type { Token } from "./tokens";
import { columnOverlap } from "./visible";

/** The texts of each of the card's cells in the place, and under the place, that `header` has in its line of headers. */
export function cellsUnder(layout: Layout, texts: readonly Token[], header: Token): readonly (readonly Token[])[] {
  const line = header.el.parentElement;
  const place = [...(line?.children ?? [])].indexOf(header.el);
  const found = new Set<Element>();
  const [first, last] = [texts[0]?.i ?? 0, texts.at(-1)?.i ?? 0];
  for (const t of texts) {
    for (let el = t.el; el.parentElement; el = el.parentElement) {
      // The card itself: there may be as many of them as headers.
      const [lo, hi] = layout.span(el);
      if (texts.length > 1 && lo <= first && hi > last) break;
      if (el.parentElement.childElementCount !== line?.childElementCount) continue;
      if ([...el.parentElement.children].indexOf(el) !== place) continue;
      if (columnOverlap(layout.boxOf(el), layout.boxOf(header.el)) > 0.3) found.add(el);
    }
  }
  return [...found].map((el) => between(texts, ...layout.span(el)));
}
