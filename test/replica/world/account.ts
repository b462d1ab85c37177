import { addDays, daysOf, type Span } from "./days";
import { whole } from "./random";

export const ACCOUNT = { name: "青禾茶事", id: "sphQh7TeaRoom2026" } as const;

const FIRST_DAY = "2026-01-01";
const FIRST_FOLLOWERS = 3_180;

export interface AccountDay {
  readonly netFollowers: number;
  readonly plays: number;
  readonly likes: number;
  readonly favs: number;
  readonly comments: number;
  readonly forwards: number;
  readonly follows: number;
}

/** What a whole day brought the account. */
export function accountDay(seed: string, day: string): AccountDay {
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) ? 1.5 : 1;
  const plays = Math.round(whole(1_400, 5_200, seed, "plays", day) * weekend);
  const share = (perMille: number, what: string) =>
    Math.round((plays * whole(perMille / 2, perMille * 1.5, seed, what, day)) / 1_000);
  return {
    netFollowers: whole(-6, 42, seed, "followers", day),
    plays,
    likes: share(22, "likes"),
    favs: share(14, "favs"),
    comments: share(4, "comments"),
    forwards: share(8, "forwards"),
    follows: share(6, "follows"),
  };
}

/** Followers as the console shows them on `today`, that is after yesterday. */
export function followersOn(seed: string, today: string): number {
  const days = daysOf({ from: FIRST_DAY, to: addDays(today, -1) });
  return days.reduce((sum, day) => sum + accountDay(seed, day).netFollowers, FIRST_FOLLOWERS);
}

/** Sums over days, both ends included. */
export function accountSpan(seed: string, span: Span): AccountDay {
  const days = daysOf(span).map((day) => accountDay(seed, day));
  const sum = (key: keyof AccountDay) => days.reduce((total, day) => total + day[key], 0);
  return {
    netFollowers: sum("netFollowers"),
    plays: sum("plays"),
    likes: sum("likes"),
    favs: sum("favs"),
    comments: sum("comments"),
    forwards: sum("forwards"),
    follows: sum("follows"),
  };
}
