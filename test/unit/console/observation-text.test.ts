import { expect, test } from "vitest";
import type { Observation } from "../../../src/console/observation";
import { textOf } from "../../../src/console/observation-text";

const seen = (products: number): Observation => ({
  page: "goods_list",
  state: "ok",
  url: "https://store.weixin.qq.com/shop/goods/list",
  account: { id: null, name: "枕溪陶坊" },
  period: null,
  entities: Array.from({ length: products }, (_, k) => ({ type: "product", id: `${k}`, name: `盏 ${k}` })),
  readings: Array.from({ length: products * 2 }, (_, k) => ({
    entity: k >> 1,
    metric: k % 2 ? "stock" : "sold_count",
    unit: "count",
    value: { precision: "exact", value: k },
    period: null,
  })),
  unknownLabels: [],
  failed: [],
  complete: true,
});

function done<T>(steps: Generator<void, T, void>): { value: T; steps: number } {
  for (let n = 0; ; n++) {
    const step = steps.next();
    if (step.done) return { value: step.value, steps: n };
  }
}

test("an observation comes back as it was, however many pieces it is written in", () => {
  for (const products of [0, 1, 64, 65, 500]) {
    const { value, steps } = done(textOf(seen(products)));
    expect(JSON.parse(value.text)).toEqual(seen(products));
    expect(steps).toBeGreaterThanOrEqual(products / 64);
  }
});

test("the values are alike where only the period is another", () => {
  const dated = seen(3);
  const period = { kind: "relative", endsDaysAgo: 1, days: 1 } as const;
  const other = { ...dated, period, readings: dated.readings.map((reading) => ({ ...reading, period })) };
  expect(done(textOf(other)).value.values).toBe(done(textOf(dated)).value.values);
});

test("of more than the worker takes the first are handed on, as a part of the page", () => {
  for (const most of [
    { text: 20_000, entities: 1e9, readings: 1e9 },
    { text: 1e9, entities: 90, readings: 1e9 },
    { text: 1e9, entities: 1e9, readings: 150 },
  ]) {
    const { text } = done(textOf(seen(400), most)).value;
    const sent = JSON.parse(text) as Observation;
    expect(sent).toMatchObject({ state: "partial_page", complete: false });
    expect(text.length).toBeLessThanOrEqual(most.text);
    expect(sent.entities.length).toBeLessThanOrEqual(most.entities);
    expect(sent.readings.length).toBeLessThanOrEqual(most.readings);
    expect(sent.entities).toEqual(seen(400).entities.slice(0, sent.entities.length));
    expect(sent.readings).toEqual(seen(400).readings.slice(0, sent.entities.length * 2));
    expect(sent.entities.length).toBeGreaterThan(30);
  }
});
