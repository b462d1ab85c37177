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
    expect(memory.count(["a"])).toBe(1);
    memory.begin(2);
    expect(memory.withEarlier([order("9")])).toHaveLength(1);
    expect(memory.count(["b"])).toBe(1);
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
