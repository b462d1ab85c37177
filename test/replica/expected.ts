import type { Entity, PageKind, Period, Unit, Value } from "../../src/console/observation";
import { BASKET_STEPS, PEOPLE_STEPS, SALES_STEPS, tierOf } from "./tiers";
import { ACCOUNT, accountDay, accountSpan, followersOn } from "./world/account";
import { addDays, spanBefore } from "./world/days";
import { goodsOn } from "./world/goods";
import { SHOP, shopSpan } from "./world/shop";
import { talentsOn } from "./world/talents";
import { videosOn } from "./world/videos";

/**
 * What a person can read off the replica's pages as they first stand, in the units of metrics.json. Written from the
 * world's numbers and from what is left of them on screen (a number in 万 keeps one digit after the point), not from
 * the pages' text.
 */
export type ExpectedReading = { readonly entity: Entity; readonly metric: string; readonly unit: Unit } & Value & {
    readonly period: Period | null;
  };

type Fields = Readonly<Record<string, readonly [Unit, Value]>>;

const exact = (unit: Unit, value: number | string): readonly [Unit, Value] => [unit, { precision: "exact", value }];
const count = (value: number) => exact("count", value);
const fen = (value: number) => exact("fen", value);
const ratio = (value: number, digits = 4) => exact("ratio", Number(value.toFixed(digits)));
/** From ten thousand on, only the thousands are shown. */
const inWan = (value: number): readonly [Unit, Value] =>
  value < 10_000
    ? count(value)
    : ["count", { precision: "rounded", value: Number((value / 10_000).toFixed(1)) * 10_000, step: 1_000 }];
const range = (unit: Unit, value: number, steps: readonly number[]): readonly [Unit, Value] =>
  value === 0 ? exact(unit, 0) : [unit, { precision: "range", ...tierOf(value, steps) }];

const of = (entity: Entity, period: Period | null, fields: Fields): ExpectedReading[] =>
  Object.entries(fields).map(([metric, [unit, value]]) => ({ entity, metric, unit, ...value, period }));

const account: Entity = { type: "account", id: ACCOUNT.id, name: ACCOUNT.name };

function home(seed: string, day: string): ExpectedReading[] {
  const yesterday = spanBefore(day, 1);
  const { netFollowers, plays, favs, comments } = accountDay(seed, addDays(day, -1));
  return [
    ...of(account, null, { follower_count: count(followersOn(seed, day)) }),
    ...of(account, yesterday, {
      net_follower_count: count(netFollowers),
      new_play_count: count(plays),
      new_like_count: count(favs),
      new_comment_count: count(comments),
    }),
  ];
}

const postList = (seed: string, day: string): ExpectedReading[] =>
  videosOn(seed, day).flatMap((video) =>
    of({ type: "video", id: null, name: video.title }, null, {
      play_count: inWan(video.plays),
      like_count: inWan(video.likes),
      comment_count: inWan(video.comments),
      forward_count: inWan(video.forwards),
      fav_count: inWan(video.favs),
    }),
  );

/** 全部视频, the tab that is open at first. */
function postData(seed: string, day: string): ExpectedReading[] {
  const span = spanBefore(day, 1);
  const { plays, likes, favs, comments, forwards, follows } = accountSpan(seed, span);
  return of({ type: "account", id: null, name: ACCOUNT.name }, span, {
    play_count: count(plays),
    like_count: count(likes),
    fav_count: count(favs),
    comment_count: count(comments),
    forward_count: count(forwards),
    follow_count: count(follows),
  });
}

/** 单篇视频, after a click on its tab. */
export const singlePosts = (seed: string, day: string): ExpectedReading[] =>
  videosOn(seed, day).flatMap((video) =>
    of({ type: "video", id: null, name: video.title }, null, {
      completion_rate: ratio(video.completion),
      average_play_seconds: exact("second", video.averageSeconds),
      play_count: count(video.plays),
      like_count: count(video.likes),
      fav_count: count(video.favs),
      comment_count: count(video.comments),
      follow_count: count(video.follows),
      forward_count: count(video.forwards),
      forward_chat_moments_count: count(video.chatMoments),
      ringtone_count: count(video.ringtones),
      status_count: count(video.statuses),
      moments_cover_count: count(video.covers),
    }),
  );

const goodsList = (seed: string, day: string): ExpectedReading[] =>
  goodsOn(seed, day).flatMap(({ id, name, price, stock, sold, status }) =>
    of({ type: "product", id, name }, null, {
      price: fen(price),
      stock: count(stock),
      sold_count: count(sold),
      product_status: exact("text", status),
    }),
  );

function shopData(seed: string, day: string): ExpectedReading[] {
  const span = spanBefore(day, 1);
  const shop = shopSpan(seed, span);
  return of({ type: "shop", id: null, name: SHOP.name }, span, {
    pay_gmv: fen(shop.payGmv),
    pay_order_cnt: count(shop.payOrders),
    pay_uv: count(shop.payPeople),
    pay_gmv_per_uv: fen(Math.round(shop.payGmv / shop.payPeople)),
    pay_refund_gmv: fen(shop.payRefundGmv),
    product_exposure_uv: inWan(shop.exposurePeople),
    product_click_uv: count(shop.clickPeople),
    product_click_cnt: count(shop.clicks),
    click_pay_rate: ratio(shop.payPeople / shop.clickPeople),
    active_talent_cnt: count(shop.activeTalents),
  });
}

const talentSquare = (seed: string, day: string): ExpectedReading[] =>
  talentsOn(seed, day).flatMap((talent) =>
    of({ type: "talent", id: talent.id, name: talent.name }, null, {
      talent_score: exact("score", talent.score),
      follower_count: inWan(talent.followers),
      sales_gmv: range("fen", talent.liveGmv + talent.videoGmv, SALES_STEPS),
      live_sales_gmv: range("fen", talent.liveGmv, SALES_STEPS),
      video_sales_gmv: range("fen", talent.videoGmv, SALES_STEPS),
    }),
  );

/** The first talent's page with its 直播 tab, the one open at first. */
function talentDetail(seed: string, day: string): ExpectedReading[] {
  const [talent] = talentsOn(seed, day);
  if (!talent) return [];
  const sales = talent.liveGmv + talent.videoGmv;
  return of({ type: "talent", id: talent.id, name: talent.name }, null, {
    total_sold_count: inWan(talent.soldCount),
    buyer_count: inWan(talent.buyers),
    returning_buyer_count: count(talent.returning),
    sales_gmv: range("fen", sales, SALES_STEPS),
    pay_gmv_per_uv: range("fen", talent.basket, BASKET_STEPS),
    follower_count: range("count", talent.followers, PEOPLE_STEPS),
    live_share: ratio(talent.liveGmv / sales, 3),
    gmv_per_live: range("fen", Math.round(talent.liveGmv / talent.lives.length), SALES_STEPS),
    watch_uv_per_live: range("count", talent.watchPerLive, PEOPLE_STEPS),
    live_count: count(talent.lives.length),
  });
}

export type ReplicaPage = Extract<
  PageKind,
  "home" | "post_list" | "post_data" | "post_editor" | "goods_list" | "shop_data" | "talent_square" | "talent_detail"
>;

/** Expected readings of each page on a day; the editor shows no number. */
export const EXPECTED: Readonly<Record<ReplicaPage, (seed: string, day: string) => ExpectedReading[]>> = {
  home,
  post_list: postList,
  post_data: postData,
  post_editor: () => [],
  goods_list: goodsList,
  shop_data: shopData,
  talent_square: talentSquare,
  talent_detail: talentDetail,
};
