import type { Card, TalentDetailView } from "../views";
import { answer } from "./answer";
import { h, show } from "./dom";
import { tabs } from "./tabs";

export async function talentDetail(finderUsername: string): Promise<void> {
  const view = await answer<TalentDetailView>("/shop-faas/mmchannelsfindersquare/detail", { finderUsername });
  show(
    h(
      "div",
      "profile",
      h("img", { src: "/assets/avatar.svg", width: "64", height: "64", alt: "" }),
      h("h1", "", view.name),
      h("span", "", "已认证"),
      h("button", "weui-desktop-btn", "邀请带货"),
      // Contacts open on a click; until then they are in the page, hidden. Never to be read.
      h("div", { class: "im-popover", style: "display:none" }, "微信号 tea_contact_01 手机号 10000000000"),
    ),
    cards(view.head),
    h("h3", "", "核心数据"),
    cards(view.core),
    h("h3", "", "粉丝画像"),
    h(
      "ul",
      "",
      ...["性别 女 64.1%", "年龄 40岁-49岁 32.2%", "地域 二线城市 21.7%", "购买力 ￥100-300 41.6%"].map((text) =>
        h("li", "", text),
      ),
    ),
    ...tabs([
      { name: "直播", pane: h("div", "", cards(view.live), lives(view.lives)) },
      { name: "短视频", pane: h("div", "", cards(view.video)) },
    ]),
  );
}

const cards = (list: readonly Card[]): HTMLElement =>
  h(
    "div",
    "figures",
    ...list.map(({ name, value }) =>
      h("div", "figure", h("div", "figure-value", value), h("div", "figure-name", name)),
    ),
  );

const lives = (list: TalentDetailView["lives"]): HTMLElement =>
  h(
    "table",
    "weui-desktop-table",
    h(
      "thead",
      "",
      h("tr", "", ...["直播标题", "开播时间", "直播时长", "观看人数", "带货商品"].map((text) => h("th", "", text))),
    ),
    h(
      "tbody",
      "",
      ...list.map(({ title, time, length, watched, items }) =>
        h("tr", "", ...[title, time, length, watched, items].map((text) => h("td", "", text))),
      ),
    ),
  );
