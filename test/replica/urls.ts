import type { ReplicaPage } from "./expected";
import { talentLink } from "./views";
import { talentsOn } from "./world/talents";

const CREATOR = "https://channels.weixin.qq.com";
const STORE = "https://store.weixin.qq.com";

/** Address of a page; the talent's page is that of the first talent on the square. */
export function replicaUrl(page: ReplicaPage, seed: string, day: string): string {
  switch (page) {
    case "home":
      return `${CREATOR}/platform`;
    case "post_list":
      return `${CREATOR}/platform/post/list`;
    case "post_data":
      return `${CREATOR}/platform/statistic/post`;
    case "post_editor":
      return `${CREATOR}/platform/post/create`;
    case "goods_list":
      return `${STORE}/shop/goods/list`;
    case "shop_data":
      return `${STORE}/shop/statistics/transaction`;
    case "talent_square":
      return `${STORE}/shop/findersquare/find`;
    case "talent_detail":
      return STORE + talentLink(talentsOn(seed, day)[0]?.id ?? "");
  }
}
