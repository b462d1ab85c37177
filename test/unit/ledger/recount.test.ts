import { expect, it } from "vitest";
import type { ObservedEntity } from "../../../src/console/observation";
import fc from "../../harness/properties";
import { expectSound } from "./invariant";
import { freshLedger, observation, reading, shanghai } from "./sample";

const day = (n: number) => `2026-11-${String(n).padStart(2, "0")}`;
const period = fc.oneof(
  fc.constant(null),
  fc.record({
    kind: fc.constant("relative" as const),
    endsDaysAgo: fc.integer({ min: 0, max: 2 }),
    days: fc.constantFrom(1, 7),
  }),
  fc.integer({ min: 1, max: 5 }).map((n) => ({ kind: "days" as const, from: day(n), to: day(n) })),
);
const entity: fc.Arbitrary<ObservedEntity> = fc.record({
  type: fc.constant("product" as const),
  id: fc.constantFrom(null, "1", "2"),
  name: fc.constantFrom(null, "茶", "梨"),
});
const metric = fc.constantFrom("stock", "sold_count", "price");

const look = fc
  .record({
    entities: fc.array(entity, { minLength: 1, maxLength: 4 }),
    rows: fc.array(fc.tuple(fc.nat(3), metric, fc.nat(2), period), { maxLength: 6 }),
    account: fc.constantFrom(null, "甲", "乙"),
    hour: fc.integer({ min: 0, max: 23 }),
    day: fc.integer({ min: 3, max: 6 }),
  })
  .map(({ entities, rows, account, hour, day: of }) => ({
    at: shanghai(`${day(of)}T${String(hour).padStart(2, "0")}:00`),
    observation: observation(
      entities,
      rows.filter(([at]) => at < entities.length).map(([at, name, value, stated]) => reading(at, name, value, stated)),
      { page: "goods_list", account: account === null ? null : { id: null, name: account } },
    ),
  }));

it("aggregates are what a recount gives, whatever is seen in whatever order of clocks", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(look, { minLength: 1, maxLength: 12 }), async (looks) => {
      const { connection, writer } = freshLedger();
      for (const { observation: seen, at } of looks) await writer.keep(seen, { at, tab: 1, reader: "x" });
      await expectSound(connection);
      const { db } = await connection.open();
      const snapshots = await db.count("snapshots");
      for (const { observation: seen, at } of looks) {
        expect(await writer.keep(seen, { at, tab: 1, reader: "x" })).toBe("known");
      }
      expect(await db.count("snapshots")).toBe(snapshots);
      await expectSound(connection);
      await connection.close();
    }),
    { numRuns: 150 },
  );
});
