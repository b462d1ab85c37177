import { describe, expect, it } from "vitest";
import type { ObservedEntity } from "../../../src/console/observation";
import { addDays } from "../../../src/metrics/calendar";
import { dashboardOf } from "../../../src/ui/data/dashboards";
import { capture, freshLedger, observation, reading, shanghai, shopDay, video } from "../ledger/sample";
import { exact, range } from "./sample-ledger";

const NOW = shanghai("2026-11-24T12:00");
const live = (name: string, publishedAt: string): ObservedEntity => ({ type: "live", id: name, name, publishedAt });
const lives = (rows: readonly (readonly [name: string, at: string, peak: number])[]) =>
  observation(
    rows.map(([name, at]) => live(name, at)),
    rows.map(([, , peak], index) => reading(index, "max_online_uv", peak)),
    { page: "live_history" },
  );

async function whole(store: ReturnType<typeof freshLedger>, type: "account" | "shop") {
  const { houses } = await dashboardOf(store.ledger, null, NOW, "whole");
  return houses.find(({ house }) => house.type === type);
}
const cardOf = (board: Awaited<ReturnType<typeof whole>>, metric: string) =>
  board?.entries.find(({ card }) => card.metric === metric)?.card;

describe("what single lives and posts tell of their account", () => {
  it("is the last live of each day, one against the one before", async () => {
    const store = freshLedger();
    const rows = [
      ["早场", "2026-11-20T09:00", 80],
      ["晚场", "2026-11-20T20:00", 300],
      ["周日场", "2026-11-22T20:00", 450],
    ] as const;
    await store.writer.keep(lives(rows), capture("2026-11-23T09:00"));
    const board = await whole(store, "account");
    expect(cardOf(board, "max_online_uv")).toMatchObject({
      value: exact(450),
      period: { from: "2026-11-22", to: "2026-11-22" },
      delta: { absolute: 150, against: { period: { from: "2026-11-20", to: "2026-11-20" } } },
      page: "live_history",
    });
    expect(board?.gaps.map(({ metric }) => metric)).not.toContain("max_online_uv");
  });

  it("makes a live's day an occasion: the shop's GMV of it against the 14 days before", async () => {
    const store = freshLedger();
    for (let day = 0; day < 12; day += 1)
      await store.writer.keep(shopDay(day === 11 ? 500_000 : 100_000), capture(`${addDays("2026-11-12", day)}T09:00`));
    await store.writer.keep(lives([["周日场", "2026-11-22T20:00", 450]]), capture("2026-11-23T10:00"));
    expect(cardOf(await whole(store, "shop"), "gmv_burst")).toMatchObject({
      value: exact(5),
      period: { from: "2026-11-22", to: "2026-11-22" },
      inputs: [{ metric: "pay_gmv" }],
    });
  });

  it("is the median of all posts, and the shares of marks as ranges until every post is marked", async () => {
    const store = freshLedger();
    const posts = Array.from({ length: 8 }, (_, index) => video(`怎么泡茶 ${index}`, `2026-11-${11 + index}T09:00`));
    const rates = posts.map((_, index) => reading(index, "completion_rate", 0.3 + index / 20));
    await store.writer.keep(observation(posts, rates, { page: "post_data" }), capture("2026-11-23T09:00"));
    const before = await whole(store, "account");
    expect(cardOf(before, "completion_rate")).toMatchObject({ value: exact(0.475), page: "post_data" });
    expect(before?.mix?.posts).toBe(8);
    expect(cardOf(before, "original_content_share")).toBeUndefined();
    expect(before?.gaps.find(({ metric }) => metric === "original_content_share")?.mark).toBe("original");

    const profiles = await store.ledger.profiles({ type: "video" });
    const notes = profiles.slice(0, 4).map(({ entity }) => ({
      kind: "post" as const,
      id: entity.key,
      fields: { type: null, vertical: null, original: true },
    }));
    await store.writer.putNotes(notes, NOW);
    expect(cardOf(await whole(store, "account"), "original_content_share")?.value).toEqual(range(0.5, 1));
  });
});
