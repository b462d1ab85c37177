import { expect, it } from "vitest";
import { type Asked, Wakes, type Way } from "../../../src/compliance/wakes";
import { numbers } from "./numbers";

const ALPHABET = [..."的一不癌药好a1"];

/** Scopes ask for all, for what has an even number, for nothing. */
const SCOPES: readonly Asked[] = [() => true, (number: number) => number % 2 === 0, () => false].map((asks) => ({
  rule: asks,
  expression: asks,
}));

it("wakes what a scope asks for and has a way of which the text meets every set, once each, also as more is learnt", () => {
  const next = numbers(7);
  const some = <Item>(least: number, most: number, item: () => Item): Item[] =>
    Array.from({ length: least + next(most - least + 1) }, item);
  const text = (least: number, most: number): string =>
    some(least, most, () => ALPHABET[next(ALPHABET.length)] ?? "").join("");
  const wakes = new Wakes(300);
  const terms = new Map<string, number>();
  const learnt: Way[][] = [];
  for (let expression = 0; expression < 300; expression++) {
    const ways = some(1, 3, () => some(1, 3, () => some(1, 4, () => text(1, 5))));
    learnt.push(ways);
    wakes.expression(expression, ways);
    const term = text(1, 3);
    if (!terms.has(term)) wakes.term(term, expression);
    terms.set(term, terms.get(term) ?? expression);

    const sample = text(0, 14);
    const isMet = (way: Way): boolean => way.every((set) => set.some((literal) => sample.includes(literal)));
    for (const asked of SCOPES) {
      const occurred: string[] = [];
      const woken: number[] = [];
      wakes.scan(
        sample,
        asked,
        (rule, start, end) => occurred.push(`${rule} ${start} ${sample.slice(start, end)}`),
        (index) => woken.push(index),
      );
      const awake = learnt.flatMap((all, index) => (asked.expression(index) && all.some(isMet) ? [index] : []));
      expect(woken.sort((a, b) => a - b)).toEqual(awake);
      const places = [...terms].flatMap(([word, rule]) =>
        Array.from(sample, (_, at) =>
          asked.rule(rule) && sample.startsWith(word, at) ? [`${rule} ${at} ${word}`] : [],
        ).flat(),
      );
      expect(occurred.sort()).toEqual(places.sort());
    }
  }
});
