import { describe, expect, it } from "vitest";
import { addressKept, placeOf } from "../../../src/console/page";

const channels = "https://channels.weixin.qq.com";
const store = "https://store.weixin.qq.com";

describe("pages by their routes", () => {
  it.each([
    [`${channels}/platform`, "home"],
    [`${channels}/platform/post/list`, "post_list"],
    [`${channels}/platform/post/finderNewLifePostList?tab=1`, "post_list"],
    [`${channels}/platform/statistic/post`, "post_data"],
    [`${channels}/platform/statistic/postDetail?isImageMode=0`, "post_detail"],
    [`${channels}/platform/post/create`, "post_editor"],
    [`${channels}/platform/statistic/live?mode=history`, "live_history"],
    [`${channels}/platform/statistic/live?mode=detail&objetctId=9`, "live_detail"],
    [`${channels}/platform/statistic/dashboardV4?objetctId=9`, "live_board"],
    [`${store}/shop/statistics/transaction`, "shop_data"],
    [`${store}/compass/home`, "compass"],
    [`${store}/shop/order/list`, "order_list"],
    [`${store}/shop/goods/list/`, "goods_list"],
    [`${store}/shop/goods/edit?id=1`, "goods_editor"],
    [`${store}/shop/aftersale/home`, "aftersale_list"],
    [`${store}/shop/findersquare/find`, "talent_square"],
    [`${store}/shop/findersquare/finder-detail?finderId=1`, "talent_detail"],
    [`${store}/something/new`, "unknown"],
    [`${store}/shop/#/goods/list`, "goods_list"],
    [`${store}/#/shop/order/list?tab=1`, "order_list"],
    [`${channels}/platform/index.html#!/post/list`, "post_list"],
    [`${store}/shop/#/something/new`, "unknown"],
    [`${store}/shop/goods/list#/elsewhere`, "goods_list"],
  ])("%s is %s", (address, page) => {
    expect(placeOf(address)).toMatchObject({ page, forbidden: false });
  });

  it.each([
    "/platform/interaction/comment",
    "/platform/interaction/bulletChat",
    "/platform/private_msg",
    "/platform/post/comment",
  ])("%s is never read", (path) => {
    expect(placeOf(channels + path)).toMatchObject({ page: "unknown", forbidden: true });
  });

  it.each([
    "/shop/kf",
    "/shop/kf/collab/im?mode=business&roomId=1",
    "/shop/shopleague/contact-info",
    "/shop/evaluate/home",
    "/shop/bill/home",
    "/shop/funds/moneyManage",
    "/shop/#/kf",
    "/#/shop/evaluate/home",
  ])("%s is never read", (path) => {
    expect(placeOf(store + path)).toMatchObject({ page: "unknown", forbidden: true });
  });

  it("knows log-in addresses", () => {
    for (const address of [`${channels}/platform/login`, `${channels}/login.html`, `${store}/compass/login`])
      expect(placeOf(address).login).toBe(true);
  });

  it("keeps the subject of an address and drops tokens", () => {
    expect(addressKept(`${channels}/platform/statistic/live?mode=detail&objetctId=9&token=secret#x`)).toBe(
      `${channels}/platform/statistic/live?mode=detail&objetctId=9`,
    );
    expect(addressKept(`${store}/shop/home?token=abc&_aid=1`)).toBe(`${store}/shop/home`);
    expect(addressKept(`${store}/shop/?_aid=1#/goods/edit?id=7&token=abc`)).toBe(`${store}/shop/#/goods/edit?id=7`);
  });
});
