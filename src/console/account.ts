import type { Layout } from "./layout";
import type { EntityType } from "./observation";
import { besideAvatar, Shell } from "./shell";
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
/** 早上好，小满的厨房 */
const GREETING =
  /^(?:你好|您好|hi|hello|早上好|上午好|中午好|下午好|晚上好|欢迎(?:回来|你|您)?)[，,！!\s]+([^，,！!。~～]{2,30})(?:[，,！!。~～].*)?$/i;

/**
 * Whose console this is, by the first that the page has of: an id, a 店铺 or 账号 line or the name before 切换账号; a
 * heading over the number of followers; the text beside an avatar. `about`: what the page's own figures are of. `others`:
 * the page is about other accounts, whose ids, headings and avatars are theirs; only its bars speak of the user.
 */
export function* accountOn(
  layout: Layout,
  about: EntityType | null,
  others: boolean,
): Generator<void, Account | null, void> {
  const shell = new Shell(layout, !about || about === "account" || about === "shop");
  for (const candidate of candidates(layout, shell)) {
    if (candidate === null) yield;
    else if (candidate.named || !others || shell.holds(candidate.el)) return candidate.account;
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
function* candidates(layout: Layout, shell: Shell): Generator<Candidate | null, void, void> {
  for (const token of layout.tokens) {
    if (token.i % 64 === 0) yield null;
    if (token.area === "dialog" || layout.claimed.has(token.i)) continue;
    const own = ownName(layout, token);
    if (own) yield { el: token.el, account: { id: null, name: own }, named: true };
    const behind = behindWord(layout, token);
    if (behind) yield { el: token.el, account: { id: null, name: behind }, named: token.text.startsWith("当前") };
    const greeted = token.area === "tip" ? undefined : GREETING.exec(token.text)?.[1];
    if (
      greeted &&
      !/^(有|请|我|这|欢迎)/.test(greeted) &&
      (!/^([你您]好|hi|hello)/i.test(token.text) || shell.holds(token.el))
    )
      yield { el: token.el, account: { id: null, name: greeted }, named: true };
    const id = idAt(layout, token);
    if (id) yield { el: token.el, account: { id, name: beside(layout, token.el, token.i) }, named: false };
  }
  for (const found of inShell(layout, shell))
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
/** Where its menu leads. */
const PLACE =
  /^(首页|商品|订单|售后|营销|推广|资金|财务|直播|视频|内容|店铺|互动|收入|人群|达人|创作|概况|更多|更多功能|(发布|新建|创建|搜索|返回).*|.*广场)$/;
/** No name: sentences, sums, rows of entries, 合集 (3). */
const PROSE = /[，。！？,!?¥￥]|^.{31,}$|^(\S+\s+){3,}|[(（]\s*\d+\s*[)）]$|\d\s*[秒分时人条个次天]/u;
/** What it says of the user beside the name. */
const STANDING =
  /^((企业|个体|个人|旗舰|专营|专卖|普通)店|已认证|未认证|[主子]账号|(超级)?管理员|店长|店主|运营者?|营业中|已登录|在线)$/;
/** 南岭果园专营店: only shops are called so. */
const SHOP_NAME = /^\S{2,20}(旗舰|专营|专卖)店$/;
/** The mark of a menu that opens behind a name. */
const CARET = /\s*[▾▿▼▽⌄˅∨]+$/u;
const LISTED = "table,tr,li,[role=row],[role=listitem],h1,h2,h3,h4,h5,h6,[role=heading],form,label";
const CHOSEN = "a,button,[role=tab],[role=menuitem],[role=link]";

/** Names in the console's own shell: in a bar or before all figures, in a place called so, once; else the only text of a bar. */
function* inShell(layout: Layout, shell: Shell): Generator<{ token: Token; named: boolean } | null, void, void> {
  // A badge's 7 or 12 is no figure of the page's.
  const isFigure = (t: Token): boolean => t.label !== null || (t.shown !== null && t.text.length > 2);
  const first = layout.tokens.find((t) => t.area === "page" && isFigure(t))?.i ?? layout.tokens.length;
  const able: Token[] = [];
  for (const t of layout.tokens) {
    if (t.i % 64 === 0) yield null;
    if (
      (t.area === "page" || t.area === "nav") &&
      !layout.claimed.has(t.i) &&
      names(t) &&
      !/^[\p{P}\p{S}\d\s]*$|[:：]/u.test(t.text) &&
      !PRODUCT.test(t.text) &&
      !OFFERED.test(t.text) &&
      !STANDING.test(t.text) &&
      !PROSE.test(t.text) &&
      !t.text.split(" ").some((word) => PRODUCT.test(word)) &&
      !t.el.closest(LISTED) &&
      (t.i < first || shell.holds(t.el))
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
  const stood = shell.byPlace ? able.filter((t) => t.i < first && beforeStanding(layout, t)) : [];
  if (stood.length === 1 && stood[0]) yield { token: stood[0], named: false };
  const shops = able.filter((t) => SHOP_NAME.test(t.text));
  if (shops.length === 1 && shops[0]) yield { token: shops[0], named: false };
  const called = able.filter((t) => placed(t, NAME_PLACE));
  if (called.length === 1 && called[0]) yield { token: called[0], named: false };
  const { clientWidth } = document.documentElement;
  const pictured = able.filter(
    (t) => (shell.byPlace || t.box.l > clientWidth / 2) && besideAvatar(layout, t) && shell.holds(t.el),
  );
  if (pictured.length === 1 && pictured[0]) yield { token: pictured[0], named: true };
  // On a video's or live's own page a bar at the left end begins with its title.
  const isUser = (t: Token): boolean => shell.byPlace || t.box.l > clientWidth / 2 || hasLogo(layout, t);
  const inBar = able.filter((t) => !t.el.closest(CHOSEN) && !PLACE.test(t.text) && shell.holdsOnTop(t.el) && isUser(t));
  // A header that holds the menu too: the name is beside it.
  const outside = inBar.filter((t) => !t.el.closest("nav,[role=navigation],[role=menu]"));
  const alone = inBar.length === 1 ? inBar : outside;
  if (alone.length === 1 && alone[0]) yield { token: alone[0], named: false };
  const [last, another] = able.filter((t) => inCorner(layout, t) && !isOffer(layout, t));
  if (last && !another) yield { token: last, named: false };
}

/** What the platform says of whose page it is stands right behind the name, in the same line: 木木在山里 | 已认证. */
function beforeStanding(layout: Layout, { i, box, text }: Token): boolean {
  const next = layout.tokens[i + 1];
  return !!next && text.length > 1 && STANDING.test(next.text) && lineOverlap(next.box, box) > 0.5;
}

const LOGO = /^(视频号(助手|小店)?|微信(小店|视频号)?|电商罗盘)(\s|$|[·|｜])/;

/** The console's own name stands in the same bar. */
function hasLogo(layout: Layout, token: Token): boolean {
  const bar = token.el.closest("header,[role=banner]");
  const [lo, hi] = bar ? layout.span(bar) : [0, 0];
  return layout.tokens.slice(lo, hi).some((t) => t.i !== token.i && LOGO.test(t.text));
}

/** Controls that stand at the end of a page's first line as names do. */
const DEED =
  /^(导出|下载|查看|更多|收起|展开|刷新|自定义|筛选|新增|新建|发布|发表|返回|编辑|指标|说明|更新|截至|截止|对比|全部|操作|联系|升级|立即|开通|去|单位|今天|昨天|星期|周[一二三四五六日]|自然|按|浅色|深色|明亮|暗色|旧版|新版|全屏|订阅|收藏|分享|简体|新手|规则|体验|邀请|在线).*|.*(说明|更新|时间|记录|详情|全部|报名|活动|模式|版本|指南|语言|English|课程|学院|社区|服务|市场|榜|[日周月])$/;

const isOffer = (layout: Layout, t: Token): boolean =>
  DEED.test(t.text) ||
  PLACE.test(t.text) ||
  layout.isOption(t) ||
  t.el.closest("button") !== null ||
  /20\d\d/.test(t.text);

/** At the right end of the page's first lines, what a shell offers beside a name left out, and clear of what is before it. */
function inCorner(layout: Layout, { i, box, el }: Token): boolean {
  const { clientWidth } = document.documentElement;
  if (box.t > FIRST_LINES || box.l < clientWidth / 2 || box.r > clientWidth) return false;
  const line = layout.tokens.filter((t) => t.i !== i && t.el !== el && lineOverlap(t.box, box) > 0.5);
  const besides = (t: Token): boolean => OFFERED.test(t.text) || t.shown !== null || t.text.length < 2;
  const end = Math.max(box.r, ...line.filter(besides).map((t) => t.box.r));
  return end > clientWidth - CORNER && line.every((t) => besides(t) || box.l - t.box.r > APART);
}

/** Px: how far down the first lines go, how far off the edge a name may end, how far it stands from the rest. */
const FIRST_LINES = 72;
const CORNER = 64;
const APART = 60;

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
      // The letter that a picture is made of is no name.
      const beside = (lo: number, hi: number): Token[] =>
        layout.tokens.slice(lo, hi).filter((t) => !image.contains(t.el));
      const around = layout.climb(image, (lo, hi) => beside(lo, hi).length > 0);
      const [lo, hi] = around ? layout.span(around) : [0, 0];
      const name = hi - lo <= 7 ? beside(lo, hi).find(names) : undefined;
      if (name) yield { image, name: name.text };
    }
}
