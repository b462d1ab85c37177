import { expect, it } from "vitest";
import type { Brought } from "../../../src/ledger/brought";
import type { Held } from "../../../src/ledger/held-already";
import { countStored } from "../../../src/ui/imports/count-stored";
import type { Part } from "../../../src/ui/imports/worker-protocol";

const SHOP = { type: "shop", id: null, name: "店" } as const;
const head: Omit<Brought, "entities" | "readings"> = {
  source: { kind: "import", name: "店铺导出", estimate: false },
  file: null,
  account: SHOP,
};
const told = (metric: string) => ({
  entity: 0,
  metric,
  value: { precision: "exact", value: 1 } as const,
  period: null,
  day: "2026-11-20",
});
const PARTS: readonly Part[] = [
  { entities: [SHOP], readings: [], lines: [] },
  { entities: [], readings: [told("a"), told("b"), told("c")], lines: [2, 2, 3] },
  { entities: [], readings: [told("d"), told("e")], lines: [3, 4] },
];

it("counts rows whose every number is stored, over all parts, and numbers stored otherwise", async () => {
  const asked: Brought[] = [];
  const count = (held: readonly Held[]) =>
    countStored({
      head,
      parts: PARTS.length,
      part: async (index) => PARTS[index] as Part,
      held: async (brought) => {
        asked.push(brought);
        return held;
      },
      isOver: () => false,
    });
  expect(await count(["same", "same", "same", "other", null])).toEqual({ rows: 1, other: 1 });
  expect(await count(["same", null, "same", "same", "same"])).toEqual({ rows: 2, other: 0 });
  expect(asked[0]).toMatchObject({ entities: [SHOP], readings: ["a", "b", "c", "d", "e"].map(told) });
});

it("asks no further once it is not wanted any more", async () => {
  let asked = 0;
  const part = async (index: number): Promise<Part> => {
    asked += 1;
    return PARTS[index] as Part;
  };
  const held = async (): Promise<readonly Held[]> => {
    throw new Error("looked up");
  };
  expect(await countStored({ head, parts: 3, part, held, isOver: () => asked === 2 })).toBeNull();
  expect(asked).toBe(2);
});
