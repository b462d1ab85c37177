import type { PageKind } from "../../console/observation";
import type { ConsoleHost } from "../../ledger/model";

/** Which console a page belongs to, for the link that opens it. */
export const HOST_OF_PAGE: Record<PageKind, ConsoleHost> = {
  home: "channels.weixin.qq.com",
  post_list: "channels.weixin.qq.com",
  post_data: "channels.weixin.qq.com",
  post_detail: "channels.weixin.qq.com",
  post_editor: "channels.weixin.qq.com",
  live_history: "channels.weixin.qq.com",
  live_detail: "channels.weixin.qq.com",
  live_board: "channels.weixin.qq.com",
  shop_data: "store.weixin.qq.com",
  compass: "store.weixin.qq.com",
  order_list: "store.weixin.qq.com",
  goods_list: "store.weixin.qq.com",
  goods_editor: "store.weixin.qq.com",
  aftersale_list: "store.weixin.qq.com",
  talent_square: "store.weixin.qq.com",
  talent_detail: "store.weixin.qq.com",
  notices: "channels.weixin.qq.com",
  unknown: "channels.weixin.qq.com",
};
