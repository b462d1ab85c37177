import type { Claim } from "./account";
import {
  CARET,
  IN_OFFICE,
  IS_ROLE,
  isInPassing,
  isName,
  isNameByPlace,
  isNameLike,
  mayNameByPlace,
  mayNameByWord,
  PERSON,
  withoutRole,
} from "./account-names";
import { boxOfText, isOfOneMake } from "./breakdowns";
import { chosenAmong } from "./chosen";
import { isOfPeers } from "./column-words";
import { attributeOf, parentOf } from "./genuine";
import { HEADING, isInitial, type Layout } from "./layout";
import { isBadge } from "./names";
import { isOfPage } from "./page-words";
import { PICTURES } from "./plain-text";
import type { Shell } from "./shell";
import { headerRole } from "./subject";
import type { Token } from "./tokens";
import { areInLine, columnOverlap, fontSize, lineOverlap } from "./visible";

/** 视频号ID as the platform makes them, alone or behind what is said of the account: 媒体认证 · sphYS1v9Jt6Ma. */
const CHANNEL_ID = /(?:^|[·|｜]\s*)(sph[A-Za-z0-9]{8,60})$/;
const ID = /^[\w-]{4,64}$/;
/** 老街灯笼铺（ID: 20031188） */
const NAME_AND_ID = /^(\S.{1,29}?)\s*[(（·|｜]\s*(?:店铺|小店|视频号|账号)?\s*ID\s*[:：]?\s*([\w-]{4,64})\s*[)）]?$/i;
const ID_LABEL = /^(?:视频号|账号|小店|店铺|商家)\s*ID\s*[:：]?\s*(?:([\w-]{4,})(?:\s*[·|｜].*)?)?$/i;

/** A word before a name, and what the name is of. */
const WORDS =
  "(?:当前|所属|我的|本)?(?:店铺|小店|商家|商户|视频号|账号|帐号)(?:名称|名字|名|昵称)?|本店|当前登录|登录账号|登录身份|当前身份|(?:已)?(?:关联|绑定)(?:的)?(?:店铺|小店|视频号)";
const WORD = new RegExp(`^(${WORDS})\\s*([:：])?$`);
const WORD_AND_NAME = new RegExp(`^(${WORDS})\\s*[:：]\\s*(\\S.{0,40})$`);
/** A bar in one piece: 微信小店　店铺：南山小院　｜　首页　商品　订单. */
const WITHIN_BAR = new RegExp(`\\s[|｜·]?\\s*(${WORDS})\\s*[:：]\\s*(\\S+$|\\S.{0,40}?(?=\\s+[|｜]))`);
/** What the same text goes on with: 店铺：南山小院 统计时间 2026/11/27. */
const MORE = /\s+[|｜]\s.*$|\s+(?:[|｜·]\s*)?(?:\S{2,8}[:：]|(?:统计|数据|更新)(?:时间|日期|周期)).*$/;
/** 视频号 南山小院: in a bar, where it is nothing else. */
const WORD_SPACE_NAME = /^(店铺|小店|视频号)\s+(?!ID\s*[:：])(\S{2,30})$/i;
/** Alone such a word heads a column or menu as well as a name. */
const BARE = /^(店铺|小店|商家|商户|视频号|账号|帐号)$/;

const CURRENT = /^[(（]?(?:[✓✔√☑●]\s*)?(当前|使用中|当前(账号|店铺|视频号|登录|使用))[)）]?$/;
const TICK = /^[✓✔√☑]$/;
const SWITCH_OVER = "切换";
const SWITCH = /^(切换|切换账号|切换视频号|切换店铺|退出登录)$/;
const DAYTIME = "早上好|早安|上午好|中午好|午安|下午好|晚上好|晚安";
const HELLO = `你好|您好|嗨|哈喽|hi|hello|welcome(?: back)?|good (?:morning|afternoon|evening)|${DAYTIME}|欢迎(?:回来|你|您)?`;
/** 早上好，小满的厨房 */
const GREETING = new RegExp(`^(?:${HELLO})[，,！!\\s]+([^，,！!。~～]{2,30})(?:[，,！!。~～].*)?$`, "i");
const GREETING_ALONE = new RegExp(`^(?:${HELLO})[，,！!\\s]*$`, "i");
/** 小满的厨房，下午好 */
const GREETED = new RegExp(`^([^，,！!。\\s]{2,20})[，,]\\s*(?:${DAYTIME}|欢迎回来)[，,！!。~～]?`);
const GREETING_BEHIND = new RegExp(`^[，,]\\s*(?:${DAYTIME}|欢迎回来)`);
/** 👋 behind who is greeted. */
const WAVED = new RegExp(`\\s+[${PICTURES}]+$`);
/** Everybody: 各位商家. */
const NO_SHOP = /^(有|请|我|这|欢迎|大家|各位|商家|亲爱)/;
/** What anybody says who wants to chat. */
const CHATTY = /^([你您]好|嗨|哈喽|hi|hello)/i;
/** 您正在查看 小满的厨房 的数据 */
const VIEWED =
  /(?:正在|当前)(?:查看|浏览|管理)(?:的是)?\s*[「『“"]?([^「」『』“”"，,。]{2,24}?)[」』”"]?\s*的(?:店铺|经营)?(?:数据|后台)/;
const VIEWING = /^(?:[你您])?(?:正在|当前)(?:查看|浏览|管理)(?:的是)?[:：]?$/;
/** 「小满的厨房」经营日报 */
const TITLED = /^[「『“"]([^「」『』“”"]{2,24})[」』”"]\s*的?\S{0,6}(?:日报|周报|月报|概览|概况|数据|看板)$/;

/** Names that the page says in words, in its order; null where the caller may let the page run on. */
export function* statedNames(
  layout: Layout,
  shell: Shell,
  owner: "shop" | "account",
): Generator<Claim | null, void, void> {
  const current = layout.tokens.find((token) => isMarkedCurrent(layout, token));
  if (current) yield { el: current.el, account: { id: null, name: current.text }, by: "self" };
  for (const token of layout.tokens) {
    if (token.i % 64 === 0) yield null;
    if (token.area === "dialog" || token.shown || token.text.length > LONGEST || layout.claimed.has(token.i)) continue;
    const claim = (name: string | null | undefined, by: Claim["by"]): Claim[] =>
      name && mayNameByWord(name)
        ? [{ el: token.el, account: { id: null, name: withoutRole(name.replace(CARET, "")) }, by }]
        : [];
    const [word, name] = named(layout, shell, token);
    const by = word ? weightOf(word, owner) : "self";
    // 视频号：南山小院 over figures on the shop's page heads what is of the account alone.
    // 视频号 under which an account stands in a bar, beside 店铺, is no word of the shop's.
    if (by !== "other" || !(token.el.closest(HEADING) || BARE.test(token.text))) yield* claim(name, by);
    yield* claim(current ? null : beforeSwitch(layout, token), "self");
    if (isOnSwitch(token)) yield* claim(token.text, "self");
    yield* claim(chosenBeforeAdding(layout, token)?.text, "self");
    yield* claim(hostIn(layout, shell, token), "words");
    if (isSureName(token) && isCalledAName(token.el)) yield* claim(token.text, "words");
    if (token.area !== "tip") {
      yield* claim(VIEWED.exec(token.text)?.[1], "self");
      const user = greeted(layout, shell, token);
      yield* claim(user, user && PERSON.test(user) ? "person" : "greeted");
    }
    if (shell.byPlace) yield* claim(TITLED.exec(token.text)?.[1], "words");
    const [, owned, its = null] = (shell.holds(token.el) && NAME_AND_ID.exec(token.text)) || [];
    if (owned && mayNameByPlace(owned)) yield { el: token.el, account: { id: its, name: owned }, by: "words" };
    const id = idAt(layout, token);
    if (id) yield { el: token.el, account: { id, name: beside(layout, token) }, by: "words" };
  }
}

/** What a word before a name is worth on a page of `owner`'s. */
function weightOf(word: string, owner: "shop" | "account"): Claim["by"] {
  const of = /店|商/.test(word) ? "shop" : /视频号/.test(word) ? "account" : null;
  if (of && of !== owner) return "other";
  return /^当前|^登录/.test(word) ? "self" : "words";
}

/** A word for whose page it is and the name behind, beside or below it. */
function named(layout: Layout, shell: Shell, token: Token): readonly [string, string] | readonly [] {
  const whole = WORD_AND_NAME.exec(token.text) ?? WORD_SPACE_NAME.exec(token.text);
  const isAnywhere = whole !== null && /[:：]/.test(token.text);
  const [, called, itsName] = whole ?? WITHIN_BAR.exec(token.text) ?? [];
  if (called && itsName && (isAnywhere || shell.holds(token.el))) return [called, itsName.replace(MORE, "")];
  const [, word, colon] = WORD.exec(token.text) ?? [];
  if (!word) return [];
  const next = nameBehind(layout, token);
  // 本店 | 同行优秀 are compared.
  if (!next || (word === "本店" && isOfPeers(next.text))) return [];
  const cell = token.el.closest("dt,th,td");
  if (cell && (cell.closest("thead") || !cell.nextElementSibling?.contains(next.el) || headerRole(next.text)))
    return [];
  const isPicked = next.el.localName === "select";
  if (isPicked ? !isSureName(next) : BARE.test(word) && !colon && !cell && !isCardOf(layout, shell, token, next))
    return [];
  const inLine = lineOverlap(next.box, token.box) >= 0.5;
  const gap = inLine ? next.box.l - token.box.r : next.box.t - token.box.b;
  const near = cell || (inLine ? gap >= -1 && gap < BESIDE : gap > -6 && gap < BELOW);
  return near && (inLine || colon === undefined || columnOverlap(next.box, token.box) > 0) ? [word, next.text] : [];
}

/** 店铺 over a name, and nothing else in the box, in the strip beside the page: no entry of a menu. */
function isCardOf(layout: Layout, shell: Shell, word: Token, name: Token): boolean {
  const box = layout.climb(word.el, (_, hi) => hi > name.i);
  const [lo, hi] = layout.span(box);
  if (hi - lo !== 2 || name.i !== word.i + 1 || !isSureName(name)) return false;
  if (!shell.holdsAside(word.el)) return shell.holds(word.el) && isCaption(word, name) && isAmongCaptions(layout, box);
  // 装修模板 under 店铺, made as 商品 and 订单 below are, is an entry of a menu.
  const make = boxOfText(layout, name);
  return !layout.tokens.some(
    (t) => (t.i < lo || t.i >= hi) && isOfOneMake(boxOfText(layout, t), make) && shell.holdsAside(t.el),
  );
}

/** 店铺 in smaller print than the name, or as its label. */
const isCaption = ({ el, text }: Token, name: Token): boolean =>
  fontSize(el) < fontSize(name.el) || (el.localName === "label" && !/切换|选择/.test(text));

/** Beside it in a bar stand others like it alone: 店铺 南山小院 | 视频号 南山. */
const isAmongCaptions = (layout: Layout, box: Element | null): boolean =>
  [...(box?.parentElement?.children ?? [])].every((other) => {
    const [first, more] = layout.list(...layout.span(other));
    return other === box || !box || !isOfOneMake(other, box) || !first || !more || BARE.test(first.text);
  });

/** A name, and none of a control's words: 请选择店铺, 更多操作. */
const isSureName = (token: Token): boolean => isName(token) && !isInPassing(token.text);

/** The next text that may be a name, the letter in place of its picture left out. */
function nameBehind(layout: Layout, { i }: Token): Token | null {
  const [first, second] = [layout.tokens[i + 1], layout.tokens[i + 2]];
  const next = first && isInitial(layout, first) ? second : first;
  // A control that says nothing, over the page's own heading.
  const isHeading = next && next.el.closest(HEADING) !== null && isOfPage(next.text);
  return next && isNameLike(next) && !WORD.test(next.text) && !isHeading ? next : null;
}

/** Of a text that says whose a page is. */
const LONGEST = 80;

/** Px between a word and the name beside or below it. */
const BESIDE = 40;
const BELOW = 24;

/** <span title="店铺名称">南岭果园</span>: the page's own word for what the text is. */
const isCalledAName = (el: Element): boolean =>
  ["title", "aria-label"].some((attribute) => NAME_WORD.test(attributeOf(el, attribute) ?? ""));
const NAME_WORD = new RegExp(`^(?:${WORDS})(?<=名[称字]?|昵称)$`);

/** Of several accounts to choose from the chosen one. */
const CHOSEN = "[aria-selected=true],[aria-checked=true]";
const NOT_CHOSEN = "[aria-selected=false],[aria-checked=false]";
const CHOICE = /^(切换|选择)?(店铺|小店|账号|视频号)(列表)?$/;
const SWITCHES = /^(切换|选择)(店铺|小店|账号|视频号)$/;

/** What is written on what opens a choice of accounts, or of leaving them, or is chosen there. */
function isOnSwitch(token: Token): boolean {
  if (!isNameByPlace(token)) return false;
  const says = (el: Element | null, what: RegExp): boolean =>
    el !== null && what.test(attributeOf(el, "aria-label") ?? "");
  if (token.el.closest(NOT_CHOSEN)) return false;
  if (token.el.localName === "select")
    return says(token.el, CHOICE) || CHOICE.test(attributeOf(token.el, "title") ?? "");
  const chosen = token.el.closest(CHOSEN);
  if (chosen ? says(parentOf(chosen), CHOICE) : says(token.el, SWITCHES) || says(parentOf(token.el), SWITCHES))
    return true;
  const menu = token.el.closest("summary")?.parentElement;
  return isSureName(token) && /退出登录|切换(账号|店铺|视频号)/.test(menu?.textContent ?? "");
}

/** 南山小院 当前 | 北山小院 切换, 南山小院 over 管理员 · 当前登录: of several accounts the one that the console is of. */
function isMarkedCurrent(layout: Layout, token: Token): boolean {
  const [next, last] = layout.tokens.slice(token.i + 1, token.i + 3);
  const role = next && IS_ROLE.test(next.text) ? next : null;
  const mark = role ? last : next;
  const isMark = mark && (CURRENT.test(mark.text) || (TICK.test(mark.text) && isBesideOffer(layout, token)));
  if (!isMark || !isNameByPlace(token) || token.area === "dialog") return false;
  if (token.el.closest("table,[role=row]") || isOfThings(layout, token)) return false;
  if (role && !isBeside(layout, role, mark)) return false;
  const isAmong = isAmongAccounts(layout, token);
  const isUnder = isAmong && columnOverlap(token.box, (role ?? mark).box) > 0;
  return (isUnder || isBeside(layout, token, role ?? mark)) && (isAmong || isSureName(token));
}

/** Another one may be switched over to, right before or behind it. */
function isBesideOffer({ tokens }: Layout, { i, box }: Token): boolean {
  const around = tokens.slice(Math.max(0, i - 2 * ENTRY), i + 2 * ENTRY);
  return around.some(
    (t) => t.text === SWITCH_OVER && isNameByPlace(tokens[t.i - 1] ?? t) && lineOverlap(t.box, box) < 0.5,
  );
}

/** Close by in its line, or at the other end of an entry that holds nothing else. */
function isBeside(layout: Layout, token: Token, mark: Token): boolean {
  const gap = mark.box.l - token.box.r;
  if (gap <= -2 || !areInLine(mark, token)) return false;
  const [lo, hi] = layout.span(layout.climb(token.el, (_, end) => end > mark.i));
  return gap < BESIDE || (lo === token.i && hi === mark.i + 1);
}

/** What a menu of accounts holds beside them. */
const OF_ACCOUNTS =
  /^(退出(登录|账号)?|(切换|选择)(账号|店铺|视频号|身份)|[+＋]?\s*(添加|新增|绑定)(账号|店铺|视频号)|(账号|店铺)(设置|管理))$/;
function isAmongAccounts(layout: Layout, { el }: Token): boolean {
  const says = (t: Token): boolean => OF_ACCOUNTS.test(t.text);
  const menu = layout.climb(el, (lo, hi) => hi - lo > MENU || layout.tokens.slice(lo, hi).some(says));
  const [lo, hi] = layout.span(menu);
  return hi > lo && hi - lo <= MENU;
}

/** Texts of a menu of accounts. */
const MENU = 20;
/** 切换场次, 商品列表: what else there is to choose; what was at an hour is no account. */
const TO_CHOOSE =
  /^(?:切换|选择|更换)(?:店铺|账号|视频号|身份|(场次|直播间?|短?视频|作品|商品|活动))|^(场次|直播|短?视频|作品|商品|活动)列表/;
const AT_HOUR = /\d{1,2}:\d{2}/;

function isOfThings({ tokens }: Layout, { i, el }: Token): boolean {
  const before = tokens.slice(Math.max(0, i - MENU), i).findLast(({ text }) => TO_CHOOSE.test(text));
  const [, chosen, listed] = TO_CHOOSE.exec(before?.text ?? "") ?? [];
  const entries = el.closest("li,[role=option],[role=menuitem]")?.parentElement?.children ?? [];
  return (chosen ?? listed) !== undefined || [...entries].some((entry) => AT_HOUR.test(entry.textContent ?? ""));
}

/** 南山小院 | 北山小院 | ＋ 添加店铺: the chosen one of the accounts in a row that one may add to. */
function chosenBeforeAdding(layout: Layout, { i, el, text }: Token): Token | undefined {
  if (!TO_ADD.test(text)) return undefined;
  const row = layout.climb(el, (lo, hi) => hi - lo > 1);
  const names = layout.tokens.slice(...layout.span(row)).filter((t) => t.i !== i && isNameByPlace(t));
  return names.length > 1 ? chosenAmong(names) : undefined;
}
const TO_ADD = /^[+＋]?\s*(添加|新增|绑定)(账号|店铺|小店|视频号)$/;

/** 主播：小满的厨房 on a live's page, where the shell says the same name: whose the live is, and not what it is called. */
function hostIn(layout: Layout, shell: Shell, { text }: Token): string | null {
  const name = HOSTS.exec(text)?.[1] ?? null;
  return name && layout.tokens.some((t) => t.text === name && shell.holds(t.el)) ? name : null;
}
const HOSTS = /^主播\s*[:：]\s*([^\s·|｜]{2,30})(?:\s*[·|｜].*|\s.*)?$/;

function beforeSwitch(layout: Layout, token: Token): string | null {
  const before = SWITCH.test(token.text) ? layout.tokens[token.i - 1] : undefined;
  if (!before || !areInLine(before, token)) return null;
  if (token.text !== SWITCH_OVER) return isNameByPlace(before) ? before.text : null;
  // 极速模式 切换: what else may be switched over to.
  return isSureName(before) && !isOneOfSeveral(layout, before, token) ? before.text : null;
}

/** 南山小院 ✓ over 北山小院 切换: of entries under each other one that may be switched over to. */
function isOneOfSeveral(layout: Layout, name: Token, { i }: Token): boolean {
  const entry = layout.climb(name.el, (_, hi) => hi > i);
  const around = entry && parentOf(entry);
  return [...(around?.children ?? [])].some((el) => {
    const of = layout.list(...layout.span(el));
    const isUnderIt = el !== entry && of.length > 0 && of.every((t) => lineOverlap(t.box, name.box) < 0.5);
    return isUnderIt && el.localName === entry?.localName && of.length <= ENTRY && of.some(isNameByPlace);
  });
}

/** Texts of an entry: name, role and mark. */
const ENTRY = 3;

function greeted(layout: Layout, shell: Shell, token: Token): string | null | undefined {
  const { text, el } = token;
  const isToTheUser = shell.holds(el) || shell.holdsOnTop(el) || el.closest("h1,h2,h3,[role=heading]") !== null;
  if (CHATTY.test(text) && !isToTheUser) return null;
  const next = layout.tokens[token.i + 1];
  if (GREETING_ALONE.test(text) || VIEWING.test(text)) {
    const gap = next ? next.box.l - token.box.r : BESIDE;
    const inLine = next && isNameByPlace(next) && areInLine(next, token) && gap > -4 && gap < BESIDE;
    return inLine ? next.text : null;
  }
  if (next && GREETING_BEHIND.test(next.text) && areInLine(next, token)) return isNameByPlace(token) ? text : null;
  const name = (GREETING.exec(text) ?? GREETED.exec(text))?.[1]?.replace(WAVED, "");
  return name && !NO_SHOP.test(name) && !IN_OFFICE.test(name) ? name : null;
}

function idAt(layout: Layout, token: Token): string | null {
  const labelled = ID_LABEL.exec(token.text);
  if (!labelled) return CHANNEL_ID.exec(token.text)?.[1] ?? null;
  const id = labelled[1] ?? layout.tokens[token.i + 1]?.text ?? "";
  return ID.test(id) ? id : null;
}

/**
 * The name by an id, in the smallest frame that holds one before it: the one right before it in its line, else the
 * biggest print over it; of a name and a motto alike, the first.
 */
function beside(layout: Layout, { el, i, box }: Token): string | null {
  let able: Token[] = [];
  const inLine = (t: Token): boolean => lineOverlap(t.box, box) > 0.5;
  const isOver = (t: Token): boolean => t.box.b <= box.t + 2 && box.t - t.box.b < OVER && columnOverlap(t.box, box) > 0;
  const isNear = (t: Token): boolean => inLine(t) || isOver(t);
  layout.climb(el, (lo) => {
    able = layout.tokens
      .slice(lo, i)
      .filter((t) => t.text.length > 1 && isNameByPlace(t) && isNear(t) && !isInitial(layout, t) && !isBadge(t));
    return able.length > 0;
  });
  const last = able.at(-1);
  if (last && inLine(last)) return bareName(last.text);
  const height = (t: Token): number => Math.round(t.box.b - t.box.t);
  return [...able].sort((a, b) => height(b) - height(a) || a.i - b.i)[0]?.text ?? null;
}

/** 本报账号 青禾厨房 （企业认证）: the name between a word for what it is and what it has proven. */
const bareName = (text: string): string =>
  text.replace(/^[㐀-鿿]{0,2}(?:账号|视频号|店铺|小店)\s+(?=\S)|\s*[(（][^()（）]{0,6}认证[)）]$/g, "");

/** Px over an id up to which a name is its. */
const OVER = 80;
