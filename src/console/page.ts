import type { PageKind } from "./observation";

/**
 * Which page of the console an address is. Routes as publicly known in 2026 (the site's own typos kept); a route that
 * is not listed is `unknown` and is not read.
 */
const ROUTES: readonly (readonly [RegExp, PageKind])[] = [
  [/^\/platform\/?$|^\/platform\/(home|index)$/, "home"],
  [/^\/platform\/post\/(list|finderNewLifePostList)$/i, "post_list"],
  [/^\/platform\/statistic\/post$/, "post_data"],
  [/^\/platform\/statistic\/post-?detail$/i, "post_detail"],
  [/^\/platform\/post\/(create|edit|finderNewLifeCreate)$/i, "post_editor"],
  [/^\/platform\/live\/(liveBuild|build|create)$/i, "post_editor"],
  [/^\/platform\/statistic\/live\?(.*&)?mode=detail/, "live_detail"],
  [/^\/platform\/statistic\/live$/, "live_history"],
  [/^\/platform\/live\/liveReplayHistory$/i, "live_history"],
  [/^\/platform\/statistic\/dashboard(V\d+)?$/, "live_board"],
  [/^\/platform\/statistic\/cargo(\/trans[a-z]+)?$/, "compass"],
  [/^\/platform\/(notice|notif|announce|message-?(center|list)?$|system-?(message|notice|notif))/i, "notices"],
  [/^\/shop\/(home|index)?$/, "home"],
  [/^\/shop\/(ssr\/)?order\/list$/, "order_list"],
  [/^\/shop\/(ssr\/)?goods\/list$/, "goods_list"],
  [/^\/shop\/(ssr\/)?goods\/(add|edit|entry|create|new|publish|release|detail)/i, "goods_editor"],
  [/^\/shop\/after-?sale(\/(home|list))?$/i, "aftersale_list"],
  [/^\/shop\/statistics?(\/(product|transaction|collect|overview|home))?$/, "shop_data"],
  [/^\/shop\/findersquare\/(find|home|list)$/, "talent_square"],
  [/^\/shop\/findersquare\/finder-?detail/, "talent_detail"],
  [/^\/shop\/(notice|notif|announce|message-?(center|list)?$|system-?(message|notice|notif)|rule)/i, "notices"],
  [/^\/compass\/(?!login)/, "compass"],
];

/** Comments, chats, contacts, funds, buyers' words: never read, whatever they show. */
const FORBIDDEN =
  /^\/(platform\/(interaction|private_msg|post\/(comment|message))|shop\/(kf|evaluate|bill|funds|shopleague\/contact|useroperation))/;

const LOGIN = /^\/(platform\/login|login|compass\/login|shop\/login|mobile\/confirm_login)/;

/** `login`: a log-in screen by its address alone. `forbidden`: a page that holds people's words or contacts. */
export interface Place {
  readonly page: PageKind;
  readonly login: boolean;
  readonly forbidden: boolean;
}

export function placeOf(address: string): Place {
  const url = routed(address);
  const path = url.pathname.replace(/\/+$/, "") || "/";
  const full = path + url.search;
  const forbidden = FORBIDDEN.test(path);
  const hit = forbidden ? undefined : ROUTES.find(([route]) => route.test(route.source.includes("\\?") ? full : path));
  return { page: hit?.[1] ?? "unknown", login: LOGIN.test(path), forbidden };
}

/** Whether anything at all is looked for there: numbers, or that somebody is to log in. */
export const isRead = ({ page, login, forbidden }: Place): boolean => !forbidden && (page !== "unknown" || login);

/** Where copy is written. */
export const isEditor = (page: PageKind): boolean => page === "post_editor" || page === "goods_editor";

export const pageOf = (address: string): PageKind => placeOf(address).page;

/** Addresses of a console's own shell, whose route may stand behind the #. */
const SHELL = /^\/(?:(shop|platform|compass)\/?)?(?:index\.html?)?$/;

/** The address with the route of its fragment, where it has one: /shop/#/goods/list?id=1 is /shop/goods/list?id=1. */
function routed(address: string): URL {
  const url = new URL(address);
  const shell = SHELL.exec(url.pathname);
  const route = /^#!?(\/.+)$/.exec(url.hash)?.[1];
  if (!shell || !route) return url;
  const root = shell[1] ? `/${shell[1]}` : "";
  return new URL(url.origin + (route.startsWith(`${root}/`) ? "" : root) + route);
}

/** Query keys that name what a page is about; every other one (tokens, tickets) is left out of what is kept. */
const SUBJECT_KEYS =
  /^(id|mode|tab|type|objetctId|objectId|exportId|bizId|finderId|finder_id|finderUsername|talentId|productId|spuId|liveId|isImageMode)$/;

/** Origin, path (the one behind the # too) and the query keys that name the page's subject. */
export function addressKept(address: string): string {
  const url = new URL(address);
  const route = routed(address);
  const kept = [...route.searchParams].filter(([key]) => SUBJECT_KEYS.test(key));
  const query = kept.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  const path = route.pathname === url.pathname ? url.pathname : `${url.pathname}#${url.hash.replace(/^#|\?.*$/gs, "")}`;
  return url.origin + path + (query ? `?${query}` : "");
}

/** The subject's id in an address or link: a talent's, a video's, a product's. Always a string. */
export function idIn(address: string, keys: RegExp): string | null {
  try {
    for (const [key, value] of routed(address).searchParams) if (keys.test(key) && value) return value;
  } catch {
    return null;
  }
  return null;
}
