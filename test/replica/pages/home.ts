import type { HomeView } from "../views";
import { answer } from "./answer";
import { h, show } from "./dom";

export async function home(): Promise<void> {
  const view = await answer<HomeView>("/micro/content/cgi-bin/mmfinderassistant-bin/auth/auth_data");
  const info = (name: string, value: string) =>
    h("div", "finder-info-item", h("span", "finder-info-name", name), h("span", "finder-info-num", value));
  show(
    h(
      "div",
      "finder-card",
      h("img", { class: "finder-avatar", alt: "头像", src: "/assets/avatar.svg", width: "56", height: "56" }),
      h("h2", "finder-nickname", view.name),
      h("div", "finder-uniq-id", "视频号ID: ", h("span", "", view.id)),
      h("div", "finder-content-info", info("视频", view.videos), info("关注者", view.followers)),
      // The real page carries a hidden copy of the button's text.
      h("p", { style: "display:none" }, "发表视频"),
      h("button", "weui-desktop-btn weui-desktop-btn_primary", "发表视频"),
    ),
    h(
      "div",
      "finder-card",
      h("div", "card-head", h("h3", "", "昨日数据"), h("a", { href: "/platform/statistic/post" }, "数据详情")),
      h(
        "div",
        "data-list",
        ...view.cards.map(({ name, value, trend }) =>
          h(
            "div",
            "data-item",
            h("div", "data-name", name),
            h("div", "data", value),
            h("div", "trend", `较前日 ${trend}`),
          ),
        ),
      ),
    ),
    h(
      "div",
      "finder-card notice",
      h("h3", "", "公告"),
      h(
        "ul",
        "",
        h("li", "", "关于规范“双十一”期间商品宣传用语的提醒 2026-11-05"),
        h("li", "", "播放量统计口径升级，重复播放 3 次以上合并计算 2026-10-28"),
      ),
    ),
  );
}
