import type { PostListView } from "../views";
import { answer } from "./answer";
import { h, show } from "./dom";

const ICONS = ["play", "heart", "comment", "share", "like"];
const ACTIONS = ["置顶", "分享", "弹幕管理", "评论管理", "修改描述和封面", "可见权限", "删除"];

export async function postList(): Promise<void> {
  const posts = await answer<PostListView>("/micro/content/cgi-bin/mmfinderassistant-bin/post/post_list");
  const nav = (text: string) => h("li", "weui-desktop-tab__nav", h("a", { href: "javascript:;" }, text));
  show(
    h(
      "ul",
      "weui-desktop-tab__navs__inner",
      nav(`视频 (${posts.length})`),
      nav("合集 (0)"),
      nav("视频管理"),
      nav("特效创作工具"),
    ),
    h("button", "weui-desktop-btn weui-desktop-btn_primary", "发表视频"),
    h("div", "post-feed", ...posts.map(post)),
    h("div", "post-foot", "关于腾讯", h("a", { href: "javascript:;" }, "微信视频号运营规范")),
  );
}

/** Five numbers without a word: the icons are drawn, not named. */
const post = ({ title, time, numbers }: PostListView[number]): HTMLElement =>
  h(
    "div",
    "post-feed-item",
    h("div", "post-cover", h("img", { src: "/assets/cover.svg", width: "90", height: "120", alt: "" })),
    h(
      "div",
      "post-info",
      h("div", "post-title", title),
      h("div", "post-time", h("span", "", time)),
      h(
        "div",
        "post-data",
        ...numbers.map((number, at) =>
          h("div", "data-item", h("i", `icon icon-${ICONS[at]}`), h("span", "count", number)),
        ),
      ),
      h("div", "opr-list", ...ACTIONS.map((action) => h("div", "opr-item", action))),
    ),
  );
