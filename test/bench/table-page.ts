import { textOf } from "../../src/console/observation-text";
import { placeOf } from "../../src/console/page";
import { look } from "../../src/console/read";
import { inSlices } from "../../src/console/slices";
import { shippedDictionary } from "../harness/shipped-dictionary";

const PLACES = {
  goods: "https://store.weixin.qq.com/shop/goods/list",
  home: "https://channels.weixin.qq.com/platform",
};

const bench = {
  /** A goods list of so many rows. */
  fill(rows: number): void {
    const row = (k: number): string =>
      `<tr><td>竹茶盘 第 ${k} 号</td><td>￥${(k % 900) + 1}.50</td><td>${k % 77}</td><td>${k % 333}</td><td>在售</td></tr>`;
    const body = Array.from({ length: rows }, (_, k) => row(k)).join("");
    document.body.innerHTML = `<table><tr><th>商品</th><th>价格</th><th>库存</th><th>销量</th><th>状态</th></tr>${body}</table>`;
  },

  /** A home page of so many lines of prose without a figure to be read, under a new sheet of so many rules. */
  async say(lines: number, rules: number): Promise<void> {
    const line = (k: number): string => `<p>评论 ${k}：这个视频很好看，茶香 ${k % 10} 分，推荐给朋友。</p>`;
    const rule = (k: number): string => `.list${k} .item:hover>span${k % 9 ? "" : "::after"}{content:"";margin:${k}px}`;
    const all = (count: number, each: (k: number) => string): string =>
      Array.from({ length: count }, (_, k) => each(k)).join("");
    document.body.innerHTML = `<style>${all(rules, rule)}</style>${all(lines, line)}`;
    // Drawn by the page, not by who reads it.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  },

  /** Reads it as the content script does, up to the message: main-thread time and its longest stretch, ms. */
  async pass(place: keyof typeof PLACES): Promise<{ total: number; longest: number; readings: number }> {
    let start = performance.now();
    let [end, longest, total] = [start, 0, 0];
    function* watched<T>(steps: Generator<void, T, void>): Generator<void, T, void> {
      for (;;) {
        const step = steps.next();
        end = performance.now();
        if (step.done) return step.value;
        yield;
      }
    }
    const resumed = (): boolean => {
      longest = Math.max(longest, end - start);
      total += end - start;
      start = performance.now();
      end = start;
      return false;
    };
    const address = PLACES[place];
    const seen = await inSlices(watched(look(document, address, placeOf(address), shippedDictionary)), resumed);
    if (!seen.value) throw new Error("not read");
    resumed();
    await inSlices(watched(textOf(seen.value.observation)), resumed);
    resumed();
    return { total, longest, readings: seen.value.observation.readings.length };
  },
};

export type TableBench = typeof bench;
(globalThis as unknown as { pageBench: TableBench }).pageBench = bench;
