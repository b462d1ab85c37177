import { grouped, hoursMinutes, longTime, percent, slashed, trend, wan, yuan } from "./shown";
import { BASKET_STEPS, moneyTier, peopleTier, SALES_STEPS } from "./tiers";
import { ACCOUNT, accountDay, accountSpan, followersOn } from "./world/account";
import { addDays, spanBefore } from "./world/days";
import { goodsOn } from "./world/goods";
import { shopSpan } from "./world/shop";
import { type Talent, talentsOn } from "./world/talents";
import { videosOn } from "./world/videos";

/** What the replica's pages show on a day, as text: the answers of its server. */

export interface Card {
  readonly name: string;
  readonly value: string;
  readonly trend?: string;
}

/** Periods a page can be switched to; the first is shown at first. */
export interface PeriodCards {
  readonly tab: string;
  readonly span: string;
  readonly cards: readonly Card[];
}

const PERIODS = [
  ["昨日", 1],
  ["近7天", 7],
  ["近30天", 30],
] as const;

export function homeView(seed: string, day: string) {
  const [now, before] = [accountDay(seed, addDays(day, -1)), accountDay(seed, addDays(day, -2))];
  const card = (name: string, key: "netFollowers" | "plays" | "favs" | "comments"): Card => ({
    name,
    value: grouped(now[key]),
    trend: trend(now[key], before[key]),
  });
  return {
    ...ACCOUNT,
    videos: String(videosOn(seed, day).length),
    followers: grouped(followersOn(seed, day)),
    cards: [
      card("净增关注", "netFollowers"),
      card("新增播放", "plays"),
      card("新增点赞", "favs"),
      card("新增评论", "comments"),
    ],
  };
}
export type HomeView = ReturnType<typeof homeView>;

export function postListView(seed: string, day: string) {
  return videosOn(seed, day).map((video) => ({
    title: video.title,
    time: longTime(video.publishedAt),
    numbers: [video.plays, video.likes, video.comments, video.forwards, video.favs].map(wan),
  }));
}
export type PostListView = ReturnType<typeof postListView>;

export function postDataView(seed: string, day: string) {
  const videos = videosOn(seed, day);
  const sum = (key: "plays" | "likes" | "favs" | "comments" | "follows" | "forwards") =>
    grouped(videos.reduce((total, video) => total + video[key], 0));
  return {
    periods: PERIODS.map(([tab, days]): PeriodCards => {
      const span = spanBefore(day, days);
      const [now, before] = [accountSpan(seed, span), accountSpan(seed, spanBefore(span.from, days))];
      const card = (name: string, key: keyof typeof now): Card => ({
        name,
        value: grouped(now[key]),
        trend: trend(now[key], before[key]),
      });
      return {
        tab,
        span: `统计时间 ${slashed(span.from)} 至 ${slashed(span.to)}`,
        cards: [
          card("播放", "plays"),
          card("推荐", "likes"),
          card("喜欢", "favs"),
          card("评论", "comments"),
          card("分享", "forwards"),
          card("关注", "follows"),
        ],
      };
    }),
    rows: videos.map((video) => ({
      title: video.title,
      time: video.publishedAt.replace("T", " "),
      completion: percent(video.completion),
      seconds: `${video.averageSeconds}秒`,
      plays: grouped(video.plays),
      likes: grouped(video.likes),
      favs: grouped(video.favs),
      comments: grouped(video.comments),
      follows: grouped(video.follows),
      forwards: grouped(video.forwards),
      chatMoments: grouped(video.chatMoments),
      ringtones: String(video.ringtones),
      statuses: String(video.statuses),
      covers: String(video.covers),
    })),
    sums: {
      plays: sum("plays"),
      likes: sum("likes"),
      favs: sum("favs"),
      comments: sum("comments"),
      follows: sum("follows"),
      forwards: sum("forwards"),
    },
  };
}
export type PostDataView = ReturnType<typeof postDataView>;

export const goodsView = (seed: string, day: string) =>
  goodsOn(seed, day).map(({ id, name, price, stock, sold, status }) => ({
    id,
    name,
    price: `¥${yuan(price)}`,
    stock: grouped(stock),
    sold: grouped(sold),
    status,
  }));
export type GoodsView = ReturnType<typeof goodsView>;

export const shopDataView = (seed: string, day: string): readonly PeriodCards[] =>
  PERIODS.map(([tab, days]) => {
    const span = spanBefore(day, days);
    const [now, before] = [shopSpan(seed, span), shopSpan(seed, spanBefore(span.from, days))];
    const count = (name: string, key: keyof typeof now, text = grouped): Card => ({
      name,
      value: text(now[key]),
      trend: trend(now[key], before[key]),
    });
    return {
      tab,
      span: `统计时间 ${slashed(span.from)} 至 ${slashed(span.to)}`,
      cards: [
        count("成交金额(元)", "payGmv", yuan),
        count("成交订单数", "payOrders"),
        count("成交人数", "payPeople"),
        { name: "客单价(元)", value: yuan(Math.round(now.payGmv / now.payPeople)), trend: "-" },
        count("成交退款金额(元)", "payRefundGmv", yuan),
        count("商品曝光人数", "exposurePeople", wan),
        count("商品点击人数", "clickPeople"),
        count("商品点击次数", "clicks"),
        { name: "点击成交率", value: percent(now.payPeople / now.clickPeople), trend: "-" },
        count("动销达人数", "activeTalents"),
      ],
    };
  });

export const talentLink = (id: string): string =>
  `/shop/findersquare/finder-detail?finderUsername=${encodeURIComponent(id)}`;

export const talentSquareView = (seed: string, day: string) =>
  talentsOn(seed, day).map((talent) => ({
    name: talent.name,
    link: talentLink(talent.id),
    categories: talent.categories,
    cards: [
      { name: "评分", value: String(talent.score) },
      { name: "粉丝数", value: wan(talent.followers) },
      { name: "带货销售总额", value: moneyTier(talent.liveGmv + talent.videoGmv, SALES_STEPS) },
      { name: "直播销售额", value: moneyTier(talent.liveGmv, SALES_STEPS) },
      { name: "短视频销售额", value: moneyTier(talent.videoGmv, SALES_STEPS) },
    ] satisfies Card[],
  }));
export type TalentSquareView = ReturnType<typeof talentSquareView>;

export function talentDetailView(seed: string, day: string, id: string) {
  const talent = talentsOn(seed, day).find((each) => each.id === id);
  return talent ? detailOf(talent) : null;
}

function detailOf(talent: Talent) {
  const sales = talent.liveGmv + talent.videoGmv;
  const card = (name: string, value: string): Card => ({ name, value });
  return {
    name: talent.name,
    head: [
      card("总销量", wan(talent.soldCount)),
      card("跟买人数", wan(talent.buyers)),
      card("回头客", grouped(talent.returning)),
    ],
    core: [
      card("带货销售额", moneyTier(sales, SALES_STEPS)),
      card("客单价", moneyTier(talent.basket, BASKET_STEPS)),
      card("粉丝数", peopleTier(talent.followers)),
      card("直播占比", percent(talent.liveGmv / sales, 1)),
    ],
    live: [
      card("场均成交额", moneyTier(Math.round(talent.liveGmv / talent.lives.length), SALES_STEPS)),
      card("场均观看人数", peopleTier(talent.watchPerLive)),
      card("总带货场次", String(talent.lives.length)),
    ],
    lives: talent.lives.map((live) => ({
      title: live.title,
      time: live.startedAt.replace("T", " ").replaceAll("-", "/"),
      length: hoursMinutes(live.minutes),
      watched: grouped(live.watched),
      items: `${live.items}件`,
    })),
    video: [
      card("视频销售额", moneyTier(talent.videoGmv, SALES_STEPS)),
      card("条均成交额", moneyTier(Math.round(talent.videoGmv / talent.videos), SALES_STEPS)),
      card("条均点赞数", String(talent.likesPerVideo)),
      card("总带货条数", String(talent.videos)),
    ],
  };
}
export type TalentDetailView = ReturnType<typeof detailOf>;
