import { describe, expect, it } from "vitest";
import { ListMemory } from "../../../src/console/list-memory";

const order = (number: string | null, status = "待发货") => ({
  number,
  status,
  day: "2026-11-17",
  amount: null,
  token: 0,
});

describe("the list at one address", () => {
  it("counts orders of two pages together and each once", () => {
    const memory = new ListMemory();
    memory.begin(3);
    expect(memory.withEarlier([order("1"), order("2")])).toHaveLength(2);
    expect(memory.withEarlier([order("2", "已完成"), order("3")]).map(({ status }) => status)).toEqual([
      "待发货",
      "已完成",
      "待发货",
    ]);
  });

  it("is another list when its total is another", () => {
    const memory = new ListMemory();
    memory.begin(3);
    memory.withEarlier([order("1")]);
    expect(memory.count(["a"], null)).toBe(1);
    memory.begin(2);
    expect(memory.withEarlier([order("9")])).toHaveLength(1);
    expect(memory.count(["b"], null)).toBe(1);
  });

  it("is another list when a page shows nothing of what it showed before", () => {
    const memory = new ListMemory();
    memory.begin(4);
    expect(memory.count(["a", "b"], 1)).toBe(2);
    expect(memory.count(["c", "d"], 2)).toBe(4);
    expect(memory.count(["b", "e"], 1)).toBe(5);
    expect(memory.count(["x", "y"], 1)).toBe(2);
  });

  it("knows when a page was passed over", () => {
    const memory = new ListMemory();
    memory.count(["a"], 1);
    memory.count(["c"], 3);
    expect([1, 2, 3, null].map((page) => memory.lacksBefore(page))).toEqual([false, false, true, false]);
    memory.count(["b"], 2);
    expect(memory.lacksBefore(3)).toBe(false);
  });

  it("does not mix rows that nothing tells apart, nor lists that say no total", () => {
    const memory = new ListMemory();
    memory.begin(3);
    memory.withEarlier([order("1")]);
    expect(memory.withEarlier([order(null)])).toHaveLength(1);
    const unsaid = new ListMemory();
    unsaid.begin(null);
    unsaid.withEarlier([order("1")]);
    expect(unsaid.withEarlier([order("2")])).toHaveLength(1);
  });
});
