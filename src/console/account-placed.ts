import type { Claim } from "./account";
import {
  CARET,
  IS_ROLE,
  isInPassing,
  isName,
  isNameByPlace,
  isNameLike,
  LOGO,
  mayNameAlone,
  mayNameByPlace,
  OFFERED,
  PERSON,
  PLACE,
  ROLE,
  STANDING,
  withoutRole,
  withoutWaiting,
} from "./account-names";
import { overOne, SECTION, saysFollowers } from "./account-others";
import { isOfOneMake } from "./breakdowns";
import { parentOf } from "./genuine";
import { HEADING, type Layout } from "./layout";
import { isGloss, isPlaced } from "./names";
import { isOfPage } from "./page-words";
import { besideAvatar, FIRST_TEXTS, isAvatar, type Shell } from "./shell";
import { A_SIGN, TRAIL_SIGN } from "./signs";
import type { Token } from "./tokens";
import { areInLine, lineOverlap } from "./visible";

/** How consoles call the place of a user's name in their shell; a hint, where the text stands as such a name does. */
const OWN_PLACE = /(shop|store|account|acct|seller|mch|user)s?[-_]*(name|nick|nm|title|info)|^(shop|account|acct)$/i;
const NAME_PLACE = /nick[-_]?name|finder[-_]*(name|nick)|^(name|nick)$/i;
/** 南岭果园专营店: only shops are called so. */
const SHOP_NAME = /^\S{2,20}(旗舰|专营|专卖)店$/;
const LISTED = "table,tr,li,[role=row],[role=listitem],form,label";
const CHOSEN = "a,button,[role=tab],[role=menuitem],[role=link]";
/** The user's name is often where the menu of accounts opens. */
const OPENS_MENU = "button[aria-haspopup],[role=button][aria-haspopup]";

/** Names by where they stand: in a bar or before all figures; null where the caller may let the page run on. */
export function* placedNames(layout: Layout, shell: Shell): Generator<Claim | null, void, void> {
  const first = firstFigure(layout);
  const able = yield* namesBefore(layout, shell, first);
  const plain = able.filter((t) => !t.el.closest(HEADING));
  yield* inNamePlaces(layout, shell, plain, first);
  yield* besidePictures(layout, shell, able, first);
  const heading = overFollowers(layout);
  if (heading) yield* claims("head", [heading]);
  yield* claims("alone", onlyName(layout, shell, able, first));
  yield* atTrailHead(layout, shell.byPlace);
  if (shell.byPlace) yield* inTrail(layout);
}

function* claims(by: Claim["by"], tokens: readonly Token[]): Generator<Claim, void, void> {
  for (const { el, text } of tokens) yield { el, account: { id: null, name: text.replace(CARET, "") }, by };
}

/** The index of the page's first figure; a badge's 7 or 12 is none. */
function firstFigure({ tokens }: Layout): number {
  const isFigure = (t: Token): boolean => t.label !== null || (t.shown !== null && t.text.length > 2);
  return tokens.find((t) => t.area === "page" && isFigure(t))?.i ?? tokens.length;
}

/** Texts in the shell, or before token `first`, that may be a name, each without what a console writes around it. */
function* namesBefore(layout: Layout, shell: Shell, first: number): Generator<null, readonly Token[], void> {
  const able: Token[] = [];
  for (const token of layout.tokens) {
    if (token.i % 64 === 0) yield null;
    if ((token.area !== "page" && token.area !== "nav") || layout.claimed.has(token.i)) continue;
    const waited = withoutWaiting(token);
    const shop = shell.byPlace ? ofShop(waited.text) : null;
    const t = shop ? { ...waited, text: shop } : waited;
    const isAble =
      (isName(t) || (isNameByPlace(t) && isNamedByPlace(layout, shell, t))) &&
      !isPart(t.text) &&
      !IS_ROLE.test(t.text) &&
      !isTranslation(layout, t) &&
      !t.el.closest(LISTED) &&
      !isFilter(shell, t.el) &&
      (t.i < first || shell.holds(t.el));
    if (isAble && !isOperator(layout, t, able)) able.push(t);
  }
  return able;
}

/** Names where the page's own classes say that one stands, before 已认证 or the like, or called as only shops are. */
function* inNamePlaces(
  layout: Layout,
  shell: Shell,
  plain: readonly Token[],
  first: number,
): Generator<Claim, void, void> {
  const own = plain.filter((t) => isPlaced(t, OWN_PLACE) || (isPlaced(t, NAME_PLACE) && isUnderOwn(t)));
  yield* claims("place", own);
  const stood = plain.filter((t) => t.i < first && beforeStanding(layout, t) && !layout.isOption(t));
  const standing = shell.byPlace ? stood : [];
  yield* claims("standing", standing.length > 0 ? standing : plain.filter((t) => SHOP_NAME.test(t.text)));
  const isNamed = (t: Token): boolean =>
    isPlaced(t, NAME_PLACE) && (shell.byPlace || shell.holds(t.el) || !isPlaced(t, /^name$/i));
  if (own.length === 0) yield* claims("place", plain.filter(isNamed));
}

/** Names beside an avatar in the shell or over the figures. */
function* besidePictures(
  layout: Layout,
  shell: Shell,
  able: readonly Token[],
  first: number,
): Generator<Claim, void, void> {
  const pictured = able.filter(
    (t) => shell.holds(t.el) && (isAtEnd(shell, t) || shell.holdsAside(t.el)) && besideAvatar(layout, t, true),
  );
  yield* claims("picture", pictured);
  if (pictured.length === 0) yield* inPictures(layout, shell);
  const isOverFigures = (t: Token): boolean =>
    t.i < first && !pictured.includes(t) && besideAvatar(layout, t) && !isCaptioned(layout, t);
  if (shell.byPlace) yield* claims("head", able.filter(isOverFigures));
}

/** The one name in the first place that has exactly one: what leads the page, a bar, over the menu, the corner. */
function onlyName(layout: Layout, shell: Shell, able: readonly Token[], first: number): readonly Token[] {
  const plain = able.filter((t) => !t.el.closest(HEADING));
  // On a video's or live's own page a bar at the left end begins with its title.
  const inBar = plain.filter(
    (t) =>
      (!t.el.closest(CHOSEN) || t.el.closest(OPENS_MENU)) &&
      mayStandAlone(t.text) &&
      !isOfMany(layout, t.el) &&
      shell.holdsOnTop(t.el) &&
      (isAtEnd(shell, t) || hasLogo(layout, t) || hasTitle(t)),
  );
  // A header that holds the menu too: the name is beside it.
  const outside = inBar.filter((t) => !t.el.closest("nav,[role=navigation],[role=menu]"));
  const alone = inBar.length === 1 ? inBar : outside;
  const opening = inBar.filter((t) => opensMenu(layout, t));
  const over = plain.filter((t) => !t.el.closest(CHOSEN) && isBesideProduct(layout, t) && shell.holdsAside(t.el));
  const corner = plain.filter((t) => inCorner(layout, t) && !isControl(layout, t));
  const leading = able.filter((t) => t.i < first && leads(layout, t, shell.byPlace));
  return [leading, alone, opening, over, corner].find((some) => some.length === 1) ?? [];
}

/** In the right half, where shells name their user; where the place alone tells, anywhere. */
const isAtEnd = (shell: Shell, t: Token): boolean =>
  shell.byPlace || t.box.l > document.documentElement.clientWidth / 2;

/** 南山小院 ▾: of what stands in a bar, what others may be chosen instead of. */
function opensMenu({ tokens }: Layout, { i, el, text, cut = text }: Token): boolean {
  const next = tokens[i + 1];
  return CARET.test(cut) || (!!next && CARET.test(next.text) && parentOf(next.el) === el);
}

/** 交易概况 Transaction overview: a part of the page, said again in English. 店铺 Maison Lune names one. */
function isTranslation({ tokens }: Layout, t: Token): boolean {
  const before = tokens[t.i - 1];
  return !!before && isGloss(before, t) && isOfPage(before.text) && !/(店铺?|账号|商家|主播|视频号)$/.test(before.text);
}

/** Whether a shell says by its place that a text is its user's name, whatever words are in it; or what stands behind it does. */
const isNamedByPlace = (layout: Layout, shell: Shell, t: Token): boolean =>
  (shell.holds(t.el) && (isPlaced(t, OWN_PLACE) || isPlaced(t, NAME_PLACE) || besideAvatar(layout, t, true))) ||
  (shell.holdsOnTop(t.el) && (OF_SHOP.test(t.text) || withoutRole(t.cut ?? "") === t.text)) ||
  (shell.byPlace && beforeStanding(layout, t));

/** 全部渠道 | 自营直播: what chooses among parts, as one may choose all of them; and below the head what has nothing that shops are called by. */
function isFilter(shell: Shell, el: Element): boolean {
  if (el.localName !== "select") return false;
  const options = [...(el as HTMLSelectElement).options].map(({ text }) => text.trim());
  const isOfHead = shell.holdsOnTop(el);
  return (
    options.some((text) => /^(全部|所有|不限|合计)/.test(text)) ||
    !(isOfHead || options.some((text) => OF_SHOP.test(text)))
  );
}

/** The user's picture in the shell, called after the user: 小满手作的头像. */
function* inPictures(layout: Layout, shell: Shell): Generator<Claim, void, void> {
  const { logo } = shell;
  for (const el of layout.sheet.pictures) {
    const name = (el.getAttribute("alt") ?? "").trim().replace(OF_PICTURE, "");
    if (!isAvatar(el, true) || !mayNameAlone(name) || isInPassing(name)) continue;
    if (shell.holds(el) || (logo && lineOverlap(logo.box, layout.boxOf(el)) > 0.5))
      yield { el, account: { id: null, name }, by: "picture" };
  }
}

/** What a picture says it is. */
const OF_PICTURE = /\s*的?(用户|店铺|账号|个人)?(头像|图标|logo|avatar|icon)$|^(用户|店铺|账号)$/i;

/** What shops are called by; what goods are called is no shop's name, wherever a trail to their figures sets out from. */
const OF_SHOP =
  /([店铺馆坊园社轩屋阁斋行记号庄局仓堂]|(?<=\S{2})家|之家|厨房|农场|果园|工作室|公司|集团|优选|严选|甄选|生活|手作|百货|旗舰|shop|store|studio)$/i;

/** 南岭果园 / 售后 / 售后单列表, 栗子杂货铺 · 每日更新, 交易分析 - 南岭果园, 南岭果园的店铺数据: what the trail or title of this page is of. */
function* atTrailHead(layout: Layout, byPlace: boolean): Generator<Claim, void, void> {
  for (const { i, el, text: said } of layout.tokens.slice(0, FIRST_TEXTS)) {
    const heading = el.closest(HEADING);
    const [lo, hi] = layout.span(heading);
    const text =
      lo === i && hi - lo > 1
        ? layout
            .list(lo, hi)
            .map((t) => t.text)
            .join(" ")
        : said;
    const [first = "", ...parts] = text.split(/\s+(?:[/›>|｜·–—-]\s+)?|的(?=\S{2,6}$)/);
    const isOwned = OF_SHOP.test(first) || (text[first.length] === "的" && heading);
    const isOfParts = parts.length > 0 && parts.every(isOfConsole);
    const name = isOfParts && isOwned ? first : byPlace ? ofShop(text, heading !== null) : null;
    if (name && mayBeOwner(name) && mayStandAlone(name) && !isOfPage(name))
      yield { el, account: { id: null, name }, by: "alone" };
  }
}

/** 首页 > 南岭果园 > 数据 > 交易数据: between where the console begins and the parts of it that lead to this page. */
function* inTrail({ tokens }: Layout): Generator<Claim, void, void> {
  const isParted = ({ i }: Token): boolean => TRAIL_SIGN.test(tokens[i + 1]?.text ?? "");
  const first = tokens.slice(0, FIRST_TEXTS).find((t) => START.test(t.text) && isParted(t));
  const trail: Token[] = [];
  for (let t = first; first && t && areInLine(t, first); ) {
    trail.push(t);
    t = isParted(t) ? tokens[t.i + 2] : undefined;
  }
  const [, owner, ...parts] = trail;
  if (!owner || parts.length === 0 || !parts.every(({ text }) => isOfConsole(text)) || isOfConsole(owner.text)) return;
  const { el, text: name } = owner;
  // Before goods there may be their kind: 首页 > 春季女装 > 商品列表.
  const isKind = !OF_SHOP.test(name) && CUT.test(name) && parts.some(({ text }) => text.includes("商品"));
  if (!isKind && mayBeOwner(name) && mayStandAlone(name) && !isOfPage(name))
    yield { el, account: { id: null, name }, by: "alone" };
}

const START = /^(首页|微信小店|视频号助手|工作台)$/;

const isOfConsole = (part: string): boolean => PLACE.test(part) || isPart(part) || LOGO.test(part) || isInPassing(part);

/** Days may be said in what is called as shops are: 近7天便利屋. */
const mayBeOwner = (name: string): boolean => mayNameAlone(name) || (OF_SHOP.test(name) && mayNameByPlace(name));

/** What keeps the halves of a title apart. */
const HALVES = /\s*[|｜·›>]\s*|\s+[-–—/]+\s+|\s*—{1,2}\s*|(?<=[㐀-鿿])-(?=[㐀-鿿])/;
/** What is told of a shop as a whole. */
const OF_A_SHOP = /^(店铺|交易|经营|成交|流量|生意|整体|核心)(分析|概[览况]|总览|数据|看板|中心|日报|周报)$/;
/** What a shop's figures are cut by, and what it does for some days. */
const CUT =
  /客|转化|复购|支付|方式|原因|时[效段]|区$|[省市]$|券|搜|秒杀|专场|上新|节|季|周|\d|食品|零食|坚果|[服鞋女男童]装|服饰|箱包|美妆|护肤|母婴|家居|日用|家纺|家电|数码|图书|珠宝|生鲜|水果|玩具|运动|户外|宠物/;

/** The halves of a title, and the one of them that is none of the console's words, where only one is. */
function halvesOf(title: string): { readonly halves: readonly string[]; readonly own: string | null } {
  const halves = title.split(HALVES).filter((half) => half !== "");
  const [own, another] = halves.filter((half) => !isOfConsole(half));
  return { halves, own: another === undefined ? (own ?? null) : null };
}

/**
 * Of a title of two halves or more (南岭果园 - 交易分析, 交易分析 | 数据中心 | 南岭果园) the one that is called as shops are,
 * where all others are the console's words. `isTitle`: it may be called otherwise, where those are of a shop as a whole.
 */
function ofShop(text: string, isTitle = false): string | null {
  const { halves, own } = halvesOf(text);
  if (halves.length < 2 || !own) return null;
  const isSure = isTitle && halves.every((half) => half === own || OF_A_SHOP.test(half)) && !CUT.test(own);
  return OF_SHOP.test(own) || isSure ? own : null;
}

/** The same of what the document is called, which says all that an account has of one kind: 视频数据 - 布衣阿珠. */
export function ownerInTitle(title: string): string | null {
  const { halves, own } = halvesOf(title);
  if (!own || !mayBeOwner(own) || !mayStandAlone(own)) return null;
  const isOfAll = halves.some((half) => OF_A_SHOP.test(half) || OF_AN_ACCOUNT.test(half));
  return isOfAll && (OF_SHOP.test(own) || !CUT.test(own)) ? own : null;
}

const OF_AN_ACCOUNT = /^(账号|视频|作品|直播|粉丝|内容|创作|数据)(分析|概[览况]|总览|数据|看板|中心|日报|周报)$|^首页$/;

/** Whether a text that nothing but its place says to be a name is no control, and no word of a console's. */
const mayStandAlone = (text: string): boolean =>
  text.length > 2 && !isInPassing(text) && !OF_ALL.test(text) && (OF_SHOP.test(text) || !SECTION.test(text));

/** 优秀店铺, 我的小店, 同行: a kind of shops, not one. */
const OF_ALL = /店铺$|^(我|大家|同行|别人|他人|竞品|所有|各)/;

/** What the page calls a part of its own, which 林间小店 is not. */
const isPart = (text: string): boolean => isOfPage(text) && !text.endsWith("店");

/**
 * 云栖茶铺 | 店铺数据: the first text of the page's first line, or a heading in its head, that is called as shops are, or
 * is no word of a console's and has the page's own name behind it or the head for itself. Behind the console's own name
 * (微信小店 南岭果园) it has the line for itself, or a sign between (微信小店 | 南岭果园). `byPlace`: the page may be about whom it names.
 */
function leads({ tokens }: Layout, { i, el, text, box }: Token, byPlace: boolean): boolean {
  const head = el.closest(HEADING)?.closest("header,[role=banner]");
  if ((box.t > FIRST_LINES && !head) || !mayStandAlone(text)) return false;
  const line = tokens.filter((t) => lineOverlap(t.box, box) > 0.5);
  const next = tokens[i + 1];
  const before = line.findLast((t) => t.i < i && !A_SIGN.test(t.text));
  if (before) {
    const gap = box.l - before.box.r;
    const isSetOff = line.length === 2 ? before.i === i - 1 : before.i === i - 2;
    return LOGO.test(before.text) && before.el !== el && gap >= 0 && gap < APART && isSetOff;
  }
  if (!byPlace || (el.closest(CHOSEN) && !TRAIL_SIGN.test(next?.text ?? ""))) return false;
  const hasPart = next && line.includes(next) && isOfPage(next.text.replace(/^的/, ""));
  return OF_SHOP.test(text) || !!hasPart || head?.textContent?.trim() === text;
}

/** In print that stands out, over or under the console's own name: a shop's over its menu. */
function isBesideProduct(layout: Layout, { i, el, text }: Token): boolean {
  if (!mayStandAlone(text)) return false;
  if (![i - 1, i + 1].some((k) => LOGO.test(layout.tokens[k]?.text ?? ""))) return false;
  const { fontSize, fontWeight } = getComputedStyle(el);
  return Number(fontWeight) >= 600 || Number.parseFloat(fontSize) >= 16;
}

/** Called as its neighbour is, which says something too: an entry of a menu. */
const isOfMany = (layout: Layout, el: Element): boolean =>
  el.className !== "" &&
  [...(el.parentElement?.children ?? [])].some(
    (other) => other !== el && isOfOneMake(other, el) && layout.span(other)[1] > layout.span(other)[0],
  );

const isUnderOwn = (t: Token): boolean =>
  [...(t.el.parentElement?.classList ?? [])].some((name) => OWN_PLACE.test(name));

/** What the platform says of whose page it is stands right behind the name, in the same line: 木木在山里 | 已认证. */
function beforeStanding(layout: Layout, { i, box, text }: Token): boolean {
  const next = layout.tokens.slice(i + 1, i + 3).find((t) => !A_SIGN.test(t.text));
  return !!next && text.length > 1 && STANDING.test(next.text) && areInLine(next, { box });
}

const IN_ROLE = new RegExp(`[(（](${ROLE})[)）]$`);

/**
 * 小满的厨房 | 李敏 | 管理员, 李敏（运营）: behind the name of whose console it is, who looks after it. A person's name
 * with a name before it in its line, or with a role, is one anyway.
 */
function isOperator({ tokens }: Layout, t: Token, able: readonly Token[]): boolean {
  const inLine = (other: Token | undefined): boolean => !!other && areInLine(other, t);
  const next = tokens[t.i + 1];
  const hasRole = IN_ROLE.test(t.text) || (next && inLine(next) && IS_ROLE.test(next.text));
  const isPerson = PERSON.test(t.text);
  if (!hasRole && !isPerson) return false;
  if (hasRole && isPerson) return true;
  return able.some(
    (other) => other.i < t.i && (isPerson || t.i - other.i < 4) && inLine(other) && mayStandAlone(other.text),
  );
}

/** 合作达人, 优秀创作者 over a face: somebody else's. */
function isCaptioned(layout: Layout, t: Token): boolean {
  let before = layout.textBefore(t.i);
  if (before && [...before.text].length <= 2 && before.i === t.i - 1) before = layout.textBefore(before.i);
  if (!before || !isNameLike(before) || PLACE.test(before.text) || isOfPage(before.text)) return false;
  const card = layout.climb(t.el, (lo) => lo <= (before?.i ?? 0));
  const [lo, hi] = layout.span(card);
  return hi - lo <= CARD;
}

/** Texts of a card with a face or two. */
const CARD = 8;

/** The console's own name stands in the same bar. */
function hasLogo(layout: Layout, token: Token): boolean {
  const bar = token.el.closest("header,[role=banner]");
  const [lo, hi] = layout.span(bar);
  return layout.tokens.slice(lo, hi).some((t) => t.i !== token.i && LOGO.test(t.text));
}

/** The title of what the page is about stands in the same bar as a heading. */
const hasTitle = ({ el }: Token): boolean => !!el.closest("header,[role=banner]")?.querySelector(HEADING);

const isControl = (layout: Layout, t: Token): boolean =>
  !mayStandAlone(t.text) || layout.isOption(t) || t.el.closest("button") !== null;

/** At the right end of the page's first lines, what a shell offers beside a name left out, and clear of what is before it. */
function inCorner(layout: Layout, { i, box, el }: Token): boolean {
  if (box.t > FIRST_LINES) return false;
  // A page as narrow as a phone may stand in a wide window.
  const [left, right] = edges(layout);
  if (box.l < (left + right) / 2 || box.r > right) return false;
  const line = layout.tokens.filter((t) => t.i !== i && t.el !== el && lineOverlap(t.box, box) > 0.5);
  const besides = (t: Token): boolean => OFFERED.test(t.text) || t.shown !== null || t.text.length < 2;
  const end = Math.max(box.r, ...line.filter(besides).map((t) => t.box.r));
  return end > right - CORNER && line.every((t) => besides(t) || box.l - t.box.r > APART);
}

/** Where the page's texts begin and end, across. */
function edges({ tokens }: Layout): readonly [number, number] {
  const { clientWidth } = document.documentElement;
  let [left, right] = [clientWidth, 0];
  for (const { box } of tokens) {
    left = Math.min(left, Math.max(0, box.l));
    right = Math.max(right, Math.min(clientWidth, box.r));
  }
  return right > left + NARROW ? [0, clientWidth] : [left, right];
}

/** Px: how wide a phone is. How far down the first lines go, how far off the edge a name may end, how far it stands from the rest. */
const NARROW = 520;
const FIRST_LINES = 72;
const CORNER = 64;
const APART = 60;

/** A heading with the number of followers right below it, before all other figures, names whose they are. */
function overFollowers(layout: Layout): Token | null {
  const figure = layout.tokens.find((t) => t.area === "page" && t.label && !layout.claimed.has(t.i));
  return figure && saysFollowers(figure) ? (overOne(layout, figure) ?? firstOver(layout, figure)) : null;
}

/** The page's first text and the only one before them, which calls no part of the page. */
function firstOver(layout: Layout, followers: Token): Token | null {
  const first = layout.at(0);
  return followers.i === 1 && isName(first) && !isInPassing(first.text) && !SECTION.test(first.text) ? first : null;
}
