import { expect, it } from "vitest";
import { Wakes, type Way } from "../../../src/compliance/wakes";
import { numbers } from "./numbers";

const ALPHABET = [..."的一不癌药好a1"];

it("wakes what has a way of which the text meets every set, once each, also as more is learnt between texts", () => {
  const next = numbers(7);
  const some = <Item>(least: number, most: number, item: () => Item): Item[] =>
    Array.from({ length: least + next(most - least + 1) }, item);
  const text = (least: number, most: number): string =>
    some(least, most, () => ALPHABET[next(ALPHABET.length)] ?? "").join("");
  const wakes = new Wakes(300);
  const terms = new Set<string>();
  const learnt: Way[][] = [];
  for (let expression = 0; expression < 300; expression++) {
    const ways = some(1, 3, () => some(1, 3, () => some(1, 4, () => text(1, 5))));
    learnt.push(ways);
    wakes.expression(expression, ways);
    const term = text(1, 3);
    if (!terms.has(term)) wakes.term(term, 0);
    terms.add(term);

    const sample = text(0, 14);
    const occurred: string[] = [];
    const woken: number[] = [];
    wakes.scan(
      sample,
      (_, start, end) => occurred.push(`${start} ${sample.slice(start, end)}`),
      (index) => woken.push(index),
    );
    const isMet = (way: Way): boolean => way.every((set) => set.some((literal) => sample.includes(literal)));
    expect(woken.sort((a, b) => a - b)).toEqual(learnt.flatMap((all, index) => (all.some(isMet) ? [index] : [])));
    const places = [...terms].flatMap((word) =>
      Array.from(sample, (_, at) => (sample.startsWith(word, at) ? [`${at} ${word}`] : [])).flat(),
    );
    expect(occurred.sort()).toEqual(places.sort());
  }
});
