import { describe, expect, it } from "vitest";
import { sortPosts } from "../../../options/posts/sort-posts";
import type { Value } from "../../../src/console/observation";
import { contentTypeOf } from "../../../src/metrics/content";
import { mixBoard } from "../../../src/metrics/mix-board";
import { type PostProfile, postsOfMonth, postTable } from "../../../src/metrics/posts";
import { at, exact, range } from "./sample-ledger";

function post(
  id: string,
  name: string,
  numbers: Record<string, Value>,
  more: { published?: string; other?: Record<string, Value> } = {},
): PostProfile {
  const key = `video:${id}`;
  const row =
    (snapshot: string) =>
    ([metric, value]: [string, Value]) => ({
      snapshot,
      entity: key,
      metric,
      unit: metric === "completion_rate" ? ("ratio" as const) : ("count" as const),
      value,
      period: null,
      at: at("2026-11-20 09:00"),
      day: "2026-11-20",
      page: "post_data" as const,
    });
  return {
    entity: {
      key,
      type: "video",
      id,
      name,
      owner: null,
      account: "account:a",
      link: null,
      publishedAt: more.published ?? null,
      firstSeen: 0,
      lastSeen: 0,
    },
    latest: [...Object.entries(numbers).map(row("s1")), ...Object.entries(more.other ?? {}).map(row("s0"))],
  };
}
const none = new Map();

describe("the type of a post", () => {
  it.each([
    ["春茶实测：三款对比", "测评"],
    ["直播切片：老白茶开饼", "直播切片"],
    ["限时满减 今晚下单", "促销"],
    ["茶园老板娘的一天", "剧情"],
    ["怎么泡茶不苦", "干货"],
    ["山里的茶", null],
    [null, null],
  ])("%s is %s by its title", (title, type) => expect(contentTypeOf(title)).toBe(type));

  it("is the user's word before the rule's", () => {
    const posts = [post("1", "春茶实测", {})];
    expect(postTable(posts, none).rows[0]).toMatchObject({ type: "测评", typeBy: "rule" });
    expect(postTable(posts, new Map([["video:1", { type: "剧情" }]])).rows[0]).toMatchObject({
      type: "剧情",
      typeBy: "user",
    });
  });
});

describe("the table of posts", () => {
  it("computes rates from one look only", () => {
    const together = post("1", "a", {
      play_count: exact(1000),
      like_count: exact(30),
      fav_count: exact(60),
      forward_count: exact(50),
    });
    const apart = post(
      "2",
      "b",
      { play_count: exact(1000) },
      { other: { like_count: exact(30), fav_count: exact(60) } },
    );
    const [one, two] = postTable([together, apart], none).rows;
    expect(one?.cells.like_conversion_rate?.value).toEqual(exact(0.09));
    expect(one?.cells.share_rate?.value).toEqual(exact(0.05));
    expect(two?.cells.like_conversion_rate).toBeUndefined();
  });

  it("holds each number against the middle of the account's posts, from seven on", () => {
    const plays = [100, 200, 300, 400, 500, 600, 700];
    const posts = plays.map((value, index) => post(`${index}`, "x", { play_count: exact(value) }));
    const table = postTable(posts, none);
    expect(table.medians.play_count).toEqual(exact(400));
    const against = new Map(table.rows.map((row) => [row.key, row.cells.play_count?.against]));
    expect(against.get("video:0")).toBe("down");
    expect(against.get("video:3")).toBe("flat");
    expect(against.get("video:6")).toBe("up");
    expect(postTable(posts.slice(1), none).rows[0]?.cells.play_count?.against).toBeNull();
  });

  it("judges by the standard of its type alone", () => {
    const rate = { completion_rate: exact(0.55) };
    const [review, story] = postTable([post("1", "实测", rate), post("2", "剧情", rate)], none).rows;
    expect(review?.cells.completion_rate?.standard).toEqual({ threshold: { op: ">", value: 0.6 }, met: false });
    expect(story?.cells.completion_rate?.standard).toBeNull();
  });

  it("sorts with what was not seen last, either way", () => {
    const { rows } = postTable(
      [post("1", "a", { play_count: exact(5) }), post("2", "b", {}), post("3", "c", { play_count: range(7, 9) })],
      none,
    );
    const order = (isDown: boolean) => sortPosts(rows, { by: "play_count", isDown }).map(({ name }) => name);
    expect(order(true)).toEqual(["c", "a", "b"]);
    expect(order(false)).toEqual(["a", "c", "b"]);
  });
});

describe("the mix of a month", () => {
  const titles = ["教程", "实测", "攻略", "干货", "测评", "技巧", "科普", "剧情", "故事", "限时"];
  const rows = postTable(
    titles.map((name, index) => post(`${index}`, name, {}, { published: "2026-11-10T09:00" })),
    none,
  ).rows;
  it("is 70/20/10 when it is", () => {
    const { shares, posts } = mixBoard(postsOfMonth(rows, at("2026-11-20 12:00")));
    expect(posts).toBe(10);
    expect(shares.slice(0, 3)).toMatchObject([
      { kind: "干货", share: exact(0.7), met: true },
      { kind: "剧情", share: exact(0.2), met: true },
      { kind: "促销", share: exact(0.1), met: true },
    ]);
  });
  it("is open while nobody said what is of the own field, and never counts that as none", () => {
    const board = mixBoard(rows);
    expect(board.shares.find(({ kind }) => kind === "vertical")).toMatchObject({ share: range(0, 1), met: null });
    expect(board.open).toEqual({ type: 0, vertical: 10, original: 10 });
  });
  it("counts only posts of the 30 days", () => {
    expect(postsOfMonth(rows, at("2026-12-09 12:00"))).toHaveLength(10);
    expect(postsOfMonth(rows, at("2026-12-10 12:00"))).toHaveLength(0);
  });
});
