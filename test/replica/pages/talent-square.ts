import type { TalentSquareView } from "../views";
import { answer } from "./answer";
import { h, show } from "./dom";

const FILTERS = {
  带货类目: ["全部", "食品饮料", "茶叶", "家居百货", "母婴"],
  粉丝数: ["不限", "1万以下", "1万-10万", "10万-100万", "100万以上"],
  带货销售总额: ["不限", "￥1万-5万", "￥50万-100万", "￥100万以上"],
};

export async function talentSquare(): Promise<void> {
  const talents = await answer<TalentSquareView>("/shop-faas/mmchannelsfindersquare/list");
  show(
    h(
      "div",
      "finder-find-container",
      h("div", "form-filter-container", ...Object.entries(FILTERS).map(([name, choices]) => filter(name, choices))),
      h("div", "grid grid-cols-4", ...talents.map(talent)),
      h("div", "list-end", "没有更多了"),
    ),
  );
}

const filter = (name: string, choices: readonly string[]): HTMLElement =>
  h(
    "div",
    "hide-cate",
    h("span", "filter-name", name),
    ...choices.map((choice) => h("label", "weui-desktop-form__check-label", choice)),
  );

const talent = ({ name, link, categories, cards }: TalentSquareView[number]): HTMLElement =>
  h(
    "div",
    "talent-card",
    h(
      "div",
      "talent-head",
      h("img", { src: "/assets/avatar.svg", width: "48", height: "48", alt: "" }),
      h(
        "div",
        "",
        h("div", "talent-name", name),
        h("div", "talent-tags", ...categories.map((each) => h("span", "tag", each))),
      ),
    ),
    h("div", "talent-marks", h("span", "", "回复率高"), h("span", "", "可开发票")),
    ...cards.map((card) => h("div", "kv", h("span", "kv-name", card.name), h("span", "kv-value", card.value))),
    h("a", { href: link }, "查看详情"),
  );
