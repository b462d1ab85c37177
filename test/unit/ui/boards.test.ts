import { describe, expect, it } from "vitest";
import { kpiBoard } from "../../../src/ui/data/boards";
import { dashboardOf, reportOf, snapshotOf } from "../../../src/ui/data/dashboards";
import { postsOf } from "../../../src/ui/data/posts";
import { capture, freshLedger, observation, reading, shanghai, shopDay, video } from "../ledger/sample";
import { exact } from "../metrics/sample-ledger";

const posts = (plays: number, complete = true) =>
  observation(
    [video("春茶"), video("秋梨")],
    [
      reading(0, "play_count", plays),
      reading(0, "forward_count", 30),
      reading(1, "play_count", 100),
      reading(1, "forward_count", 10),
    ],
    { complete },
  );

describe("boards over the store", () => {
  it("know the sums of a week's lists of posts, and what was on screen, from the pages alone", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(posts(100), capture("2026-11-20T10:00"));
    await writer.keep(posts(300), capture("2026-11-21T10:00"));
    await writer.keep(posts(900, false), capture("2026-11-21T11:00"));
    await writer.keep(shopDay(5), capture("2026-11-21T10:00"));
    const now = shanghai("2026-11-21T12:00");
    const { cards, missing } = await kpiBoard(ledger, null, now);
    expect(cards.map(({ metric, value }) => [metric, value])).toEqual([
      ["spread_share_rate", exact(0.1)],
      ["pay_gmv", exact(5)],
    ]);
    expect(cards[0]).toMatchObject({ delta: { absolute: -0.1 }, page: "post_list" });
    const named = missing.map(({ metric }) => metric);
    expect(named).toContain("completion_rate");
    expect(named).not.toContain("pay_gmv");
    const [account] = (await dashboardOf(ledger, null, now, "first")).houses.filter(
      ({ house }) => house.type === "account",
    );
    expect(account?.entries.map(({ card }) => card.metric)).toContain("spread_share_rate");
  });

  it("keep the corrected number of a day, and both looks behind it", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(shopDay(100), capture("2026-11-21T09:00"));
    await writer.keep(shopDay(120), capture("2026-11-21T18:00"));
    const { houses } = await dashboardOf(ledger, null, shanghai("2026-11-21T20:00"), "first");
    const card = houses[0]?.entries.find(({ card: each }) => each.metric === "pay_gmv")?.card;
    expect(card?.value).toEqual(exact(120));
    const looks = await ledger.looks("2026-11-21");
    const told = await Promise.all(looks.map(({ snapshot }) => snapshotOf(ledger, snapshot.id)));
    expect(told.map((each) => each?.readings[0]?.value)).toEqual([exact(100), exact(120)]);
  });

  it("take the later look when the clock was set back within a day, and a look twice for one", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(shopDay(100), capture("2026-11-21T18:00"));
    await writer.keep(shopDay(130), capture("2026-11-21T09:00"));
    await writer.keep(shopDay(130), capture("2026-11-21T09:01"));
    const { houses } = await dashboardOf(ledger, null, shanghai("2026-11-21T20:00"), "first");
    expect(houses[0]?.entries.find(({ card }) => card.metric === "pay_gmv")?.card.value).toEqual(exact(130));
    expect(await ledger.looks("2026-11-21")).toHaveLength(2);
  });

  it("speak of Shanghai days wherever the machine stands", async () => {
    const before = process.env.TZ;
    process.env.TZ = "America/Los_Angeles";
    try {
      const { writer, ledger } = freshLedger();
      await writer.keep(shopDay(100), capture("2026-11-21T00:30"));
      const { houses } = await dashboardOf(ledger, null, shanghai("2026-11-21T01:00"), "first");
      const entry = houses[0]?.entries.find(({ card }) => card.metric === "pay_gmv");
      expect(entry?.card.period).toEqual({ from: "2026-11-20", to: "2026-11-20" });
      expect(entry?.freshness).toEqual({ kind: "next_day", days: 1 });
      const report = await reportOf(ledger, null, "2026-11-16");
      expect(report.lines.map(({ metric }) => metric)).toContain("pay_gmv");
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.env, "TZ");
      else process.env.TZ = before;
    }
  });

  it("remember what the user said of a post", async () => {
    const { writer, ledger } = freshLedger();
    await writer.keep(posts(100), capture("2026-11-20T10:00"));
    const [row] = (await postsOf(ledger, null)).rows;
    if (!row) throw new Error("no post");
    const fields = { type: "剧情", vertical: true, original: null };
    await writer.putNotes([{ kind: "post", id: row.key, fields }], shanghai("2026-11-20T11:00"));
    const marked = (await postsOf(ledger, null)).rows.find(({ key }) => key === row.key);
    expect(marked).toMatchObject({ type: "剧情", typeBy: "user", vertical: true, original: null });
  });
});
