import { dayNumber, dayText } from "./days";
import { chance, pick, skewed, whole } from "./random";

export interface Video {
  readonly title: string;
  /** Shanghai wall time `YYYY-MM-DDTHH:mm`. */
  readonly publishedAt: string;
  readonly plays: number;
  readonly likes: number;
  readonly favs: number;
  readonly comments: number;
  readonly forwards: number;
  readonly follows: number;
  /** Ratio with four decimals. */
  readonly completion: number;
  /** Seconds with two decimals. */
  readonly averageSeconds: number;
  readonly chatMoments: number;
  readonly ringtones: number;
  readonly statuses: number;
  readonly covers: number;
}

const FIRST_DAY = dayNumber("2026-01-02");
const EVERY_DAYS = 2;
const ON_LIST = 30;
const SUBJECTS = [
  "明前龙井",
  "白牡丹饼茶",
  "正山小种",
  "茉莉花茶",
  "陈皮普洱",
  "凤凰单丛",
  "铁观音",
  "六安瓜片",
  "茶具收纳",
];
const ANGLES = [
  "怎么泡才不苦？3 个细节",
  "开箱：这一批叶底长什么样",
  "办公室一人一壶的喝法",
  "茶农的一天，从清晨五点开始",
  "新手第一次买茶要看什么",
  "同一款茶，隔年再喝有什么不同",
  "回答评论区：能不能隔夜喝",
];
const TAGS = ["#日常喝茶", "#茶叶知识", "#原产地", "#今天喝什么"];

/** The videos on the list on `day`, newest first. */
export function videosOn(seed: string, day: string): readonly Video[] {
  const newest = Math.floor((dayNumber(day) - FIRST_DAY) / EVERY_DAYS);
  return Array.from({ length: ON_LIST }, (_, at) => videoOn(seed, newest - at, day));
}

function videoOn(seed: string, number: number, day: string): Video {
  const published = FIRST_DAY + number * EVERY_DAYS;
  const key = [seed, "video", number] as const;
  // Counters only grow, fast at first: what a video will ever reach, times the part it has reached by this age.
  const age = dayNumber(day) - published + 0.6;
  const reach = skewed(420, 68_000, ...key, "reach");
  const plays = Math.round(reach * (1 - Math.exp(-age / 9)));
  const part = (ratio: number, what: string) => Math.floor(plays * ratio * (0.4 + chance(...key, what)));
  const shares = part(0.009, "forwards");
  return {
    title: `${pick(SUBJECTS, ...key, "subject")}${pick(ANGLES, ...key, "angle")} 第${number}期 ${pick(TAGS, ...key, "tag")}`,
    publishedAt: `${dayText(published)}T${String(whole(7, 11, ...key, "hour")).padStart(2, "0")}:${String(whole(0, 59, ...key, "minute")).padStart(2, "0")}`,
    plays,
    likes: part(0.021, "likes"),
    favs: part(0.016, "favs"),
    comments: part(0.003, "comments"),
    forwards: shares,
    follows: part(0.004, "follows"),
    completion: whole(92, 4_180, ...key, "completion") / 10_000,
    averageSeconds: whole(412, 4_390, ...key, "seconds") / 100,
    chatMoments: Math.floor(shares * 0.8),
    ringtones: whole(0, 2, ...key, "ringtones"),
    statuses: whole(0, 3, ...key, "statuses"),
    covers: whole(0, 1, ...key, "covers"),
  };
}
