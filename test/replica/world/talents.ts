import { dayNumber } from "./days";
import { chance, pick, skewed, whole } from "./random";

/** Money in fen, over 30 days. */
export interface Talent {
  readonly id: string;
  readonly name: string;
  readonly categories: readonly string[];
  readonly score: number;
  readonly followers: number;
  readonly liveGmv: number;
  readonly videoGmv: number;
  readonly soldCount: number;
  readonly buyers: number;
  readonly returning: number;
  readonly basket: number;
  readonly lives: readonly TalentLive[];
  readonly watchPerLive: number;
  readonly videos: number;
  readonly likesPerVideo: number;
}

export interface TalentLive {
  readonly title: string;
  /** `YYYY-MM-DDTHH:mm` */
  readonly startedAt: string;
  readonly minutes: number;
  readonly watched: number;
  readonly items: number;
}

const NAMES = [
  "山野集",
  "小院茶事",
  "好物研究所",
  "慢慢喝茶",
  "江南食记",
  "一间茶铺",
  "生活拾光",
  "老茶客说茶",
  "厨房里的春天",
  "岭南手信",
  "周末露营社",
  "家常百味",
];
const CATEGORIES = ["食品饮料", "茶叶", "家居百货", "母婴", "服饰内衣", "个护清洁"];

export const talentsOn = (seed: string, day: string): readonly Talent[] =>
  NAMES.map((name, number) => talentOn(seed, name, number, day));

function talentOn(seed: string, name: string, number: number, day: string): Talent {
  const key = [seed, "talent", number] as const;
  const today = dayNumber(day);
  // Sales swing from day to day, so that some tiers move between any two days and most do not.
  const swing = (what: string) => 0.75 + chance(...key, what, today) * 0.6;
  const sales = skewed(60_000, 190_000_000, ...key, "sales");
  const share = chance(...key, "share") < 0.25 ? 1 : 0.35 + chance(...key, "share") * 0.6;
  const sold = Math.round(sales / whole(4_000, 30_000, ...key, "basket"));
  const followers = Math.round(skewed(3_000, 1_300_000, ...key, "followers"));
  return {
    id: `v2_0600002310${(number * 7_919 + 40_000).toString(16)}c805ee33b0${number.toString(16)}@finder`,
    name,
    categories: [...new Set([pick(CATEGORIES, ...key, "first"), pick(CATEGORIES, ...key, "second")])],
    score: whole(432, 498, ...key, "score") / 100,
    followers: followers + Math.round(((today % 1_000) * followers) / 50_000),
    liveGmv: Math.round(sales * share * swing("live")),
    videoGmv: Math.round(sales * (1 - share) * swing("video")),
    soldCount: sold + (today % 90),
    buyers: Math.round(sold * 0.7) + (today % 60),
    returning: Math.round(sold * 0.08) + (today % 10),
    basket: whole(3_000, 60_000, ...key, "basket"),
    lives: livesOf(key, name, today),
    watchPerLive: Math.round(skewed(600, 40_000, ...key, "watch") * swing("watch")),
    videos: whole(4, 60, ...key, "videos"),
    likesPerVideo: whole(6, 900, ...key, "likes", today),
  };
}

/** One every third day; the page shows those of the last 30 days. */
function livesOf(key: readonly (string | number)[], name: string, today: number): readonly TalentLive[] {
  const newest = Math.floor(today / 3) * 3 - 3;
  return Array.from({ length: 9 }, (_, at) => {
    const day = newest - at * 3;
    return {
      title: `${name}专场 ${pick(["早安茶话会", "上新试喝", "周末好物", "产地直播"], ...key, day)}`,
      startedAt: `${new Date(day * 86_400_000).toISOString().slice(0, 10)}T${String(whole(6, 20, ...key, day, "h")).padStart(2, "0")}:30`,
      minutes: whole(48, 290, ...key, day, "m"),
      watched: whole(180, 9_000, ...key, day, "w"),
      items: whole(1, 22, ...key, day, "i"),
    };
  });
}
