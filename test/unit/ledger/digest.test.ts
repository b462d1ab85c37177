import { describe, expect, it } from "vitest";
import { totalsOf } from "../../../src/ledger/totals";
import { exact, range, rounded } from "../metrics/sample-ledger";
import { capture, freshLedger, observation, reading, shopDay, video } from "./sample";

const list = (plays: readonly (number | ReturnType<typeof range>)[], page: "post_list" | "post_data" = "post_list") =>
  observation(
    plays.map((_, index) => video(`第${index}条`)),
    plays.map((value, index) => reading(index, "play_count", value)),
    { page },
  );

describe("the digest of a page", () => {
  it("gives sum and median of what every post of a list showed as a number", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(list([10, 30, 20]), capture("2026-11-20T10:00"));
    await writer.keep(list([10, range(20, 30), 20], "post_data"), capture("2026-11-20T11:00"));
    await writer.keep(shopDay(5), capture("2026-11-20T12:00"));
    const looks = await ledger.looks("2026-11-20");
    expect(looks.map(({ metrics }) => metrics)).toEqual([["play_count"], ["play_count"], ["pay_gmv"]]);
    expect(looks[0]?.posts).toEqual({
      posts: 3,
      totals: new Map([["play_count", { sum: exact(60), middle: exact(20) }]]),
    });
    expect(looks[1]?.posts).toEqual({ posts: 3, totals: new Map() });
    expect(looks[2]?.posts).toBeNull();
  });

  it("is told from the readings for rows of before there was one, and is no part of a snapshot", async () => {
    const { connection, writer, ledger } = freshLedger();
    await writer.keep(list([10, 30, 20]), capture("2026-11-20T10:00"));
    await writer.keep(shopDay(5), capture("2026-11-20T12:00"));
    const before = await ledger.looks("2026-11-20");
    expect(JSON.stringify(before)).not.toContain("digest");
    const { db } = await connection.open();
    for (const { digest: _digest, ...row } of await db.getAll("snapshots")) await db.put("snapshots", row);
    expect(await ledger.looks("2026-11-20")).toEqual(before);
  });
});

describe("totals", () => {
  it.each([
    [[exact(1), exact(2), exact(4)], exact(7), exact(2)],
    [[exact(1), exact(2)], exact(3), exact(1.5)],
    [[rounded(100, 10), exact(7)], rounded(107, 10), rounded(53.5, 5)],
    [[exact(0.1), exact(0.2)], exact(0.3), exact(0.15)],
  ])("of %j", (values, sum, middle) => expect(totalsOf(values)).toEqual({ sum, middle }));

  it("are none of nothing, of text and of tiers", () => {
    expect(totalsOf([])).toBeNull();
    expect(totalsOf([exact("高")])).toBeNull();
    expect(totalsOf([exact(1), range(1, 2)])).toBeNull();
  });
});
