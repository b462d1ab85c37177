import { between, type Layout } from "./layout";
import type { Token } from "./tokens";

/** What makes the number behind it another one than the card's: the change, a part, a mean, what is to come. */
const TURNS = /较|比|同期|上[一期周月日]|前[日一天]|同行|行业|目标|预计|差|占|其中|除|扣|排|第|最|剩|可|还|未|待|限/;

/**
 * Sentences around a number in print of its own, under one label that has no other number: 成交金额, 昨天全店一共卖出
 * ¥33,522.00. Their words are no labels. `free` in order; a sentence that says it of something else is left as it is.
 */
export function sentencesIn(layout: Layout, free: readonly Token[]): ReadonlySet<Token> {
  const labels = free.filter((t) => t.label);
  const numbers = free.filter((t) => t.shown && !t.trend && t.shown.kind !== "none");
  const words = new Set<Token>();
  for (const value of numbers) {
    const sentence = value.el.parentElement;
    const inside = sentence ? between(free, ...layout.span(sentence)) : [];
    const before = inside.filter((t) => t.i < value.i && t.el === sentence).at(-1);
    if (!before || before.label || before.shown) continue;
    const frame = layout.climb(before.el, (lo, hi) => between(labels, lo, hi).length > 0);
    const [lo, hi] = layout.span(frame);
    const [label, another] = between(labels, lo, hi);
    if (!label || another || inside.includes(label) || between(numbers, lo, hi).length > 1) continue;
    if (turns(before.text, label.text)) continue;
    for (const word of inside) if (!word.shown) words.add(word);
  }
  return words;
}

/** Whether the last clause turns away from what the label says; 客单价 is a mean, and 退款金额 is what was given back. */
function turns(text: string, label: string): boolean {
  const clause = clauses(text).at(-1) ?? "";
  return TURNS.test(clause) || (/均/.test(clause) && !/[均价]/.test(label)) || (/退/.test(clause) && !/退/.test(label));
}

export const clauses = (text: string): readonly string[] =>
  text.split(/[，,。；;！!]\s*/).filter((part) => part !== "");
