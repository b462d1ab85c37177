import { withoutGloss } from "./labels";
import type { EntityType, PageKind } from "./observation";

/** What a page's cards and rows speak of when the page itself does not say. */
export interface Subject {
  /** Whom cards outside of any list belong to; null where every card is an item of a list. */
  readonly page: EntityType | null;
  /** What a row or list card is when its header does not say. */
  readonly row: EntityType | null;
}

/** Whose console it may be, and whose figures are of all their things. */
export const isOwnerType = (type: EntityType | null | undefined): type is "account" | "shop" =>
  type === "account" || type === "shop";

/** Whose the console on a host is. */
export const ownerOn = (host: string): "shop" | "account" => (host.startsWith("store.") ? "shop" : "account");

export function subjectOf(page: PageKind, host: string): Subject {
  switch (page) {
    case "home":
      return { page: ownerOn(host), row: null };
    case "post_list":
      return { page: null, row: "video" };
    case "post_data":
      return { page: "account", row: "video" };
    case "post_detail":
      return { page: "video", row: null };
    case "live_history":
      return { page: null, row: "live" };
    case "live_detail":
    case "live_board":
      return { page: "live", row: "product" };
    case "shop_data":
    case "compass":
      return { page: "shop", row: null };
    case "goods_list":
      return { page: null, row: "product" };
    case "talent_square":
      return { page: null, row: "talent" };
    case "talent_detail":
      return { page: "talent", row: null };
    default:
      return { page: null, row: null };
  }
}

const BY_HEADER: readonly (readonly [RegExp, EntityType])[] = [
  [/^(带货)?(达人|昵称|主播|账号|带货者|视频号)(昵称|名称|信息|账号)?$/, "talent"],
  [/^(店铺|小店|商家)(名称|信息)?$/, "shop"],
  [/^(商品|货品|宝贝)(名称|标题|信息)?$/, "product"],
  [/^(直播|直播间|场次|直播场次)(标题|名称|主题|信息)?$/, "live"],
  [/^(视频|短视频|作品|动态)(标题|名称|描述|内容|信息)?$/, "video"],
];
const ANY_NAME = /^(标题|名称|描述|内容|主题|信息)$/;
const BY_DAY = /^((统计|数据)?(日期|时间)|(统计|数据)周期)$/;

/** What a column's header says of its rows: an entity's name (`null` type: the page's own kind of row), a day, or nothing. */
export function headerRole(text: string): { kind: "name"; type: EntityType | null } | { kind: "day" } | null {
  const t = withoutGloss(text.normalize("NFKC").replace(/\s+/g, "").toLowerCase());
  if (BY_DAY.test(t)) return { kind: "day" };
  const hit = BY_HEADER.find(([pattern]) => pattern.test(t));
  if (hit) return { kind: "name", type: hit[1] };
  return ANY_NAME.test(t) ? { kind: "name", type: null } : null;
}

/** Query keys of a link or address that carry an entity's id. */
export const ID_KEYS: Readonly<Record<EntityType, RegExp>> = {
  account: /^$/,
  shop: /^(shopId|shop_id|appid|id)$/i,
  video: /^(exportId|objectId|feedId|id)$/i,
  live: /^(objetctId|objectId|liveId|liveObjectId|id)$/i,
  product: /^(productId|product_id|spuId|id)$/i,
  talent: /^(finderId|finder_id|finderUsername|talentId|username|id)$/i,
  order_group: /^$/,
  aftersale_group: /^$/,
};

/** Whether a column under this header names what the rows are. */
export const headsNames = (text: string): boolean => headerRole(text)?.kind === "name";
