import type { Layout } from "./layout";
import { lineOverlap } from "./visible";

/** 视频号ID as the platform makes them. */
const CHANNEL_ID = /^sph[A-Za-z0-9]{8,}$/;
const SWITCH = /^(切换账号|切换视频号|切换店铺|退出登录)$/;

/** Whose console this is, where the page says so: by its 视频号ID, a 店铺 or 账号 line, the name before 切换账号, or the text beside an avatar. */
export function accountOn(layout: Layout): { id: string | null; name: string | null } | null {
  let id: string | null = null;
  for (const token of layout.tokens) {
    if (token.area === "dialog") continue;
    const m = /^(?:视频号|账号|小店|店铺|商家)\s*ID\s*[:：]?\s*([\w-]{4,})?$/i.exec(token.text);
    if (m) {
      id = m[1] ?? layout.tokens[token.i + 1]?.text ?? null;
      if (id && !/^[\w-]{4,}$/.test(id)) id = null;
      const name = id ? beside(layout, token.el, token.i) : null;
      if (id) return { id, name };
    }
    if (CHANNEL_ID.test(token.text)) return { id: token.text, name: beside(layout, token.el, token.i) };
    if (SWITCH.test(token.text)) {
      const before = layout.tokens[token.i - 1];
      const isName =
        before && !before.icon && before.label === null && before.shown === null && before.text.length <= 40;
      if (isName && lineOverlap(before.box, token.box) > 0.5) return { id: null, name: before.text };
    }
    const named = /^(?:当前账号|当前店铺|店铺名称|账号名称|视频号名称|店铺|账号|视频号)\s*[:：]\s*(\S.{0,40})$/.exec(
      token.text,
    );
    if (named?.[1]) return { id: null, name: named[1] };
  }
  const titled = overFollowers(layout);
  if (titled) return { id: null, name: titled };
  for (const root of layout.sheet.roots) {
    for (const image of (root as Document | ShadowRoot).querySelectorAll("img,[class*=avatar]")) {
      const hint = `${image.getAttribute("alt") ?? ""} ${image.getAttribute("class") ?? ""}`;
      if (!/头像|avatar/i.test(hint) || !image.checkVisibility()) continue;
      const around = layout.climb(image, (lo, hi) => hi > lo);
      if (!around) continue;
      const [lo, hi] = layout.span(around);
      // An avatar in a list is somebody else's; one with a few words beside it is the user's own.
      if (hi - lo > 6) continue;
      const name = layout.tokens
        .slice(lo, hi)
        .find((t) => !t.icon && t.label === null && t.shown === null && t.text.length <= 40);
      if (name) return { id: null, name: name.text };
    }
  }
  return null;
}

const SECTION = /数据|概览|概况|总览|首页|管理|中心|助手|昨日|今日|账号|关注|粉丝|小店/;

/** A heading with the number of followers right below it names whose they are, where it is the first such number on the page. */
function overFollowers(layout: Layout): string | null {
  const followers = layout.tokens.find(
    (t) =>
      t.area === "page" &&
      t.label?.meanings.some(({ metric, entities }) => metric === "follower_count" && entities.includes("account")),
  );
  if (!followers) return null;
  for (let i = followers.i - 1; i >= Math.max(0, followers.i - 8); i--) {
    const token = layout.tokens[i];
    if (token?.label || token?.area !== "page") return null;
    if (token.icon || token.shown || !token.el.closest("h1,h2,h3,h4,[role=heading]")) continue;
    return token.text.length <= 40 && !SECTION.test(token.text) ? token.text : null;
  }
  return null;
}

/** The text by an id that names: the one right before it in the smallest frame that holds both. */
function beside(layout: Layout, el: Element, i: number): string | null {
  let name: string | null = null;
  layout.climb(el, (lo) => {
    for (let k = i - 1; k >= lo; k--) {
      const token = layout.at(k);
      if (!token.icon && token.label === null && token.shown === null && token.text.length <= 40) {
        name = token.text;
        return true;
      }
    }
    return false;
  });
  return name;
}
