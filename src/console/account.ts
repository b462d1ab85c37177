import type { Layout } from "./layout";
import type { Token } from "./tokens";
import { lineOverlap } from "./visible";

/** Whose console this is; the page says at least one of the two. */
export interface Account {
  readonly id: string | null;
  readonly name: string | null;
}

/** 视频号ID as the platform makes them. */
const CHANNEL_ID = /^sph[A-Za-z0-9]{8,60}$/;
const ID = /^[\w-]{4,64}$/;
const ID_LABEL = /^(?:视频号|账号|小店|店铺|商家)\s*ID\s*[:：]?\s*([\w-]{4,})?$/i;
const NAME_LABEL = /^(?:当前账号|当前店铺|店铺名称|账号名称|视频号名称|店铺|账号|视频号)\s*[:：]\s*(\S.{0,40})$/;
const NAME_WORD = /^(?:当前账号|当前店铺|店铺名称|账号名称|视频号名称|(?:店铺|账号|视频号)\s*[:：])\s*[:：]?$/;
const SWITCH = /^(切换账号|切换视频号|切换店铺|退出登录)$/;
const SECTION = /数据|概览|概况|总览|首页|管理|中心|助手|昨日|今日|账号|关注|粉丝|小店/;
/** Where a console names its user, whoever the page is about. */
const BAR = "header,nav,aside,[role=banner],[role=navigation]";

/**
 * Whose console this is, by the first that the page has of: an id, a 店铺 or 账号 line or the name before 切换账号; a
 * heading over the number of followers; the text beside an avatar. `others`: the page is about other accounts, whose ids,
 * headings and avatars are theirs; only its bars speak of the user.
 */
export function* accountOn(layout: Layout, others: boolean): Generator<void, Account | null, void> {
  for (const candidate of candidates(layout)) {
    if (candidate === null) yield;
    else if (candidate.named || !others || candidate.el.closest(BAR)) return candidate.account;
  }
  return null;
}

interface Candidate {
  readonly el: Element;
  readonly account: Account;
  /** Said to be the user's own in so many words. */
  readonly named: boolean;
}

/** From the surest on; null where the caller may let the page run on. */
function* candidates(layout: Layout): Generator<Candidate | null, void, void> {
  for (const token of layout.tokens) {
    if (token.i % 64 === 0) yield null;
    if (token.area === "dialog" || layout.claimed.has(token.i)) continue;
    const own = ownName(layout, token);
    if (own) yield { el: token.el, account: { id: null, name: own }, named: true };
    const behind = behindWord(layout, token);
    if (behind) yield { el: token.el, account: { id: null, name: behind }, named: token.text.startsWith("当前") };
    const id = idAt(layout, token);
    if (id) yield { el: token.el, account: { id, name: beside(layout, token.el, token.i) }, named: false };
  }
  for (const found of inShell(layout))
    yield found && {
      el: found.token.el,
      account: { id: null, name: found.token.text.replace(CARET, "") },
      named: found.named,
    };
  const heading = overFollowers(layout);
  if (heading) yield { el: heading.el, account: { id: null, name: heading.text }, named: false };
  for (const { image, name } of avatars(layout)) yield { el: image, account: { id: null, name }, named: false };
}

/** How consoles call the place of a user's name in their shell; a hint, where the text stands as such a name does. */
const OWN_PLACE = /(shop|store|account|seller|mch|user)s?[-_]*(name|nick|title|info)|^(shop|account)$/i;
const NAME_PLACE = /nick[-_]?name|finder[-_]*(name|nick)|^(name|nick)$/i;
const PRODUCT =
  /^(视频号|微信|腾讯|电商|微信小店|视频号小店)$|(助手|后台|管理|平台|罗盘|中心|工作台|数据|首页|概览|详情|列表)$/;
/** What a shell offers beside the user's name: 帮助文档, 切换主题, 退出. */
const OFFERED = /帮助|文档|主题|切换|反馈|退出|登录|设置|消息|通知|公告|客服|下载/;
/** The mark of a menu that opens behind a name. */
const CARET = /\s*[▾▿▼▽⌄˅∨]+$/u;
const LISTED = "table,tr,li,[role=row],[role=listitem],h1,h2,h3,h4,h5,h6,[role=heading],form,label";
const CHOSEN = "a,button,[role=tab],[role=menuitem],[role=link]";

/** Names in the console's own shell: in a bar or before all figures, in a place called so, once; else the only text of a bar. */
function* inShell(layout: Layout): Generator<{ token: Token; named: boolean } | null, void, void> {
  const first = layout.tokens.find((t) => t.area === "page" && (t.label || t.shown))?.i ?? layout.tokens.length;
  const able: Token[] = [];
  for (const t of layout.tokens) {
    if (t.i % 64 === 0) yield null;
    if (
      (t.area === "page" || t.area === "nav") &&
      !layout.claimed.has(t.i) &&
      names(t) &&
      (t.i < first || t.el.closest(BAR)) &&
      !/^[\p{P}\p{S}\d\s]*$|[:：]/u.test(t.text) &&
      !PRODUCT.test(t.text) &&
      !OFFERED.test(t.text) &&
      !t.el.closest(LISTED)
    )
      able.push(t);
  }
  const placed = (t: Token, place: RegExp): boolean =>
    [t.el, t.el.parentElement].some(
      (el) => el?.textContent?.trim() === t.text && [...el.classList].some((name) => place.test(name)),
    );
  const under = (t: Token): boolean => [...(t.el.parentElement?.classList ?? [])].some((name) => OWN_PLACE.test(name));
  const own = able.filter((t) => placed(t, OWN_PLACE) || (placed(t, NAME_PLACE) && under(t)));
  if (own.length === 1 && own[0]) yield { token: own[0], named: true };
  const called = able.filter((t) => placed(t, NAME_PLACE));
  if (called.length === 1 && called[0]) yield { token: called[0], named: false };
  const inBar = able.filter((t) => t.el.closest("header,[role=banner]") && !t.el.closest(CHOSEN));
  // A header that holds the menu too: the name is beside it.
  const outside = inBar.filter((t) => !t.el.closest("nav,[role=navigation],[role=menu]"));
  const alone = inBar.length === 1 ? inBar : outside;
  if (alone.length === 1 && alone[0]) yield { token: alone[0], named: false };
}

function ownName(layout: Layout, token: Token): string | null {
  if (SWITCH.test(token.text)) {
    const before = layout.tokens[token.i - 1];
    return before && names(before) && lineOverlap(before.box, token.box) > 0.5 ? before.text : null;
  }
  return NAME_LABEL.exec(token.text)?.[1] ?? null;
}

/** 视频号： and the name in print of its own, right behind it. */
function behindWord(layout: Layout, token: Token): string | null {
  const next = NAME_WORD.test(token.text) ? layout.tokens[token.i + 1] : undefined;
  if (!next || !names(next) || lineOverlap(next.box, token.box) < 0.5) return null;
  const gap = next.box.l - token.box.r;
  return gap >= -1 && gap < 40 ? next.text : null;
}

function idAt(layout: Layout, token: Token): string | null {
  const labelled = ID_LABEL.exec(token.text);
  const id = labelled ? (labelled[1] ?? layout.tokens[token.i + 1]?.text ?? "") : token.text;
  return (labelled ? ID : CHANNEL_ID).test(id) ? id : null;
}

/** A text that may be a name: no icon's, no label, no number, and short. */
const names = (token: Token): boolean =>
  !token.icon && token.label === null && token.shown === null && token.text.length <= 40;

/** The text by an id that names: the one right before it in the smallest frame that holds both. */
function beside(layout: Layout, el: Element, i: number): string | null {
  let name: string | null = null;
  layout.climb(el, (lo) => {
    for (let k = i - 1; k >= lo && name === null; k--) if (names(layout.at(k))) name = layout.at(k).text;
    return name !== null;
  });
  return name;
}

/** A heading with the number of followers right below it names whose they are, where it is the first such number on the page. */
function overFollowers(layout: Layout): Token | null {
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
    return token.text.length <= 40 && !SECTION.test(token.text) ? token : null;
  }
  return null;
}

/** Avatars with a few words beside them; one in a list is somebody else's. */
function* avatars(layout: Layout): Generator<{ image: Element; name: string }, void, void> {
  for (const root of layout.sheet.roots)
    for (const image of (root as Document | ShadowRoot).querySelectorAll("img,[class*=avatar]")) {
      const hint = `${image.getAttribute("alt") ?? ""} ${image.getAttribute("class") ?? ""}`;
      if (!/头像|avatar/i.test(hint) || !image.checkVisibility()) continue;
      const around = layout.climb(image, (lo, hi) => hi > lo);
      const [lo, hi] = around ? layout.span(around) : [0, 0];
      const name = hi - lo <= 6 ? layout.tokens.slice(lo, hi).find(names) : undefined;
      if (name) yield { image, name: name.text };
    }
}
