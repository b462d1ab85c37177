import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { blockOf } from "../../../src/ledger/blocks";
import { Connection } from "../../../src/ledger/connection";
import { openLedger } from "../../../src/ledger/ledger";
import { nextNumber } from "../../../src/ledger/numbering";
import { createWriter } from "../../../src/ledger/writer";
import { thawDatabase } from "../../fixtures/databases/database";
import fc from "../../harness/properties";
import { capture, freshLedger, observation, reading } from "./sample";

it("a house has its block for itself, things share theirs, and numbers only grow", () => {
  const types = fc.array(fc.constantFrom("account", "shop", "talent", "video", "product", "live"), { maxLength: 60 });
  fc.assert(
    fc.property(types, (order) => {
      let last = 0;
      const numbered = order.map((type) => {
        const n = nextNumber(last, type);
        expect(n).toBeGreaterThan(last);
        last = n;
        return { n, isHouse: ["account", "shop", "talent"].includes(type) };
      });
      for (const { n, isHouse } of numbered) {
        const neighbours = numbered.filter((each) => each.n !== n && blockOf(each.n) === blockOf(n));
        expect(neighbours.filter((each) => isHouse || each.isHouse)).toEqual([]);
      }
      const things = numbered.filter(({ isHouse }) => !isHouse).length;
      const houses = numbered.length - things;
      expect(new Set(numbered.map(({ n }) => blockOf(n))).size).toBeLessThanOrEqual(2 * houses + 1 + things / 15);
    }),
  );
});

const talentDay = (followers: number) =>
  observation([{ type: "talent", id: "sph_t1", name: "茶山老周" }], [reading(0, "follower_count", followers)], {
    page: "talent_detail",
    url: "https://store.weixin.qq.com/shop/findersquare/finder-detail",
  });

it("the days of a seller are its own, also where older versions gave it neighbours", async () => {
  const own = freshLedger();
  const name = `shared-${process.pid}`;
  const frozen = new URL("../../fixtures/databases/v2.json", import.meta.url);
  await thawDatabase(name, JSON.parse(readFileSync(frozen, "utf8")));
  const shared = new Connection(name);
  await createWriter(shared).keep(talentDay(5_300), capture("2026-11-25T10:00"));
  await own.writer.keep(talentDay(5_210), capture("2026-11-22T10:00"));
  await own.writer.keep(talentDay(5_300), capture("2026-11-25T10:00"));
  for (const ledger of [own.ledger, openLedger(shared)]) {
    expect(await ledger.sellerDays([["talent:sph_t1"]])).toEqual([["2026-11-22", "2026-11-25"]]);
  }
  const numbers = (await (await shared.open()).db.getAll("latestBlocks")).map(({ entities }) => entities.length);
  expect(Math.max(...numbers)).toBeGreaterThan(1);
});
