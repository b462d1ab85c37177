import { attributeOf } from "./genuine";

/** nav: menus and tabs. dialog: something laid over the page. tip: help that floats. */
export type Area = "page" | "nav" | "dialog" | "tip";

const NAV_ROLE = /^(navigation|menu|menubar|menuitem|tablist|tab|tree)$/;
const NAV_CLASS = /(^|[-_ ])(tabs?|menu|menubar|sidebar|breadcrumb)([-_ ]|$)/i;
const OVERLAY_CLASS = /(^|[-_ ])(dialog|modal|drawer)([-_ ]|$)/i;
const TIP_CLASS = /(^|[-_ ])(tooltip|popover|popper|dropdown|toast)([-_ ]|$)/i;

/** The part of the page that an element opens, or the one that it stands in. */
export function areaOf(el: Element, inherited: Area): Area {
  if (inherited === "dialog" || inherited === "tip") return inherited;
  const role = attributeOf(el, "role");
  if (
    role === "dialog" ||
    role === "alertdialog" ||
    el.localName === "dialog" ||
    attributeOf(el, "aria-modal") === "true"
  )
    return "dialog";
  if (role === "tooltip") return "tip";
  const name = attributeOf(el, "class");
  if (name && (OVERLAY_CLASS.test(name) || TIP_CLASS.test(name)) && floats(el) && !isWholePage(el))
    return OVERLAY_CLASS.test(name) ? "dialog" : "tip";
  const over = BOX.test(el.localName) ? laidOver(el) : null;
  if (over) return over;
  if (inherited === "nav") return "nav";
  if (el.localName === "nav" ? !isListOfThings(el) : el.localName === "aside" && !isCard(el)) return "nav";
  if (role && NAV_ROLE.test(role)) return "nav";
  return name && NAV_CLASS.test(name) && /^(ul|li|a|button|nav|aside|ol)$/.test(el.localName) ? "nav" : "page";
}

/**
 * An aside that names no places to go to: a card beside the others, not the console's menu. At the window's edge, where
 * menus stand, it says figures such as no badge has, or offers to deal with somebody.
 */
function isCard(aside: Element): boolean {
  if (aside.querySelector("nav,[role=menu],[role=navigation]")) return false;
  const atEdge = aside.getBoundingClientRect().left <= MENU_EDGE;
  if (atEdge && !isPortrait(aside) && ![...aside.querySelectorAll("*")].some(tellsOfOne)) return false;
  // A menu's entries are words, a badge here and there; a card's lines say figures.
  const entries = [...aside.querySelectorAll("li,a[href]")];
  const words = entries.filter((entry) => !/\d/.test(entry.textContent ?? ""));
  return words.length < 3 || words.length < entries.length / 2;
}

/** What is chosen from is a list of things where it says figures of each, and names no places to go to. */
const isListOfThings = (nav: Element): boolean =>
  !nav.querySelector("a[href],li,[role]") && [...nav.querySelectorAll("*")].filter(tellsOfOne).length >= MOST_SAID;

/** A heading and a line or two of whom the page is about, and nowhere to go. */
function isPortrait(aside: Element): boolean {
  if (!aside.querySelector("h1,h2,h3") || aside.querySelector("li,a[href],button,[role]")) return false;
  const said = [...aside.querySelectorAll("*")].filter((el) => el.childElementCount === 0 && el.textContent?.trim());
  return said.length <= MOST_SAID;
}

/** In large print, or with money, thousands, decimals or a share: 评论 12 and 消息 99+ are what a menu says. */
const isFigure = (el: Element): boolean =>
  el.childElementCount === 0 &&
  /^[¥￥]?[\d.,]+[万亿%]?$/.test(el.textContent?.trim() ?? "") &&
  (/[¥￥,.万亿%]/.test(el.textContent ?? "") || Number.parseFloat(getComputedStyle(el).fontSize) >= FIGURE);

const INVITES = /^(立即|去|一键|发起|我要)?(邀约|邀请|联系|私信|约)(该?达人|带货|合作|TA|主播|TA?带货)?$/i;
/** A share, sum, thousands or a day in a line of words: 女 61.2%, 观看人数 1,204. */
const TELLS = /\d[%％]|[¥￥]\s?\d|\d万|\d,\d{3}|20\d\d[-/.年]\d/;

const tellsOfOne = (el: Element): boolean =>
  isFigure(el) ||
  (el.childElementCount === 0 && TELLS.test(el.textContent ?? "")) ||
  (el.matches("button,[role=button]") && INVITES.test(el.textContent?.trim() ?? ""));

const BOX = /^(div|section|article|main|form)$/;

/**
 * Laid over the page, to the eye: a mask over all of it that lets it shine through, or a box that floats clear of the
 * window's edges; a tip lets the mouse through or throws a shadow. A bar at an edge is part of the page, and so is
 * whatever fills the window.
 */
function laidOver(el: Element): Area | null {
  const style = getComputedStyle(el);
  const { position } = style;
  if (position !== "fixed" && position !== "absolute") return null;
  const { backgroundColor, pointerEvents, boxShadow, zIndex } = style;
  const view = el.ownerDocument.documentElement;
  const { left, top, right, bottom, width } = el.getBoundingClientRect();
  const sheer = SHEER.test(backgroundColor);
  if (left <= 0 && top <= 0 && right >= view.clientWidth && bottom >= view.clientHeight - 1)
    return sheer ? "dialog" : null;
  const clear = left > EDGE && right < view.clientWidth - EDGE && top > EDGE && width < view.clientWidth * 0.7;
  if (position === "fixed" && clear && width > 120) return "dialog";
  // At the right edge: a drawer, where the page beside it is masked.
  if (position === "fixed" && left > EDGE && width < view.clientWidth * 0.7 && isByMask(el)) return "dialog";
  const lifted = boxShadow !== "none" && Number(zIndex) > 0;
  return pointerEvents === "none" || (lifted && !isPane(el)) ? "tip" : null;
}

function isByMask(el: Element): boolean {
  const view = el.ownerDocument.documentElement;
  return [...(el.parentElement?.children ?? [])].some((other) => {
    if (other === el || !floats(other)) return false;
    const { left, top, right, bottom } = other.getBoundingClientRect();
    const isOver = left <= 0 && top <= 0 && right >= view.clientWidth && bottom >= view.clientHeight - 1;
    return isOver && SHEER.test(getComputedStyle(other).backgroundColor);
  });
}

/** Lets the page shine through. */
const SHEER = /^rgba\(.*, 0?\.\d+\)$/;

/** Columns that stay while the table beside them is scrolled: a table of its own with the rows of that one. */
function isPane(el: Element): boolean {
  const rows = rowsIn(el);
  const beside = [...(el.parentElement?.children ?? [])].filter((other) => other !== el);
  return rows > 1 && beside.some((other) => rowsIn(other) === rows);
}

const rowsIn = (el: Element): number => el.querySelectorAll("tr,[role=row]").length;

/** A menu has more entries. */
const MOST_SAID = 3;
/** Print of a card's figure, px. */
const FIGURE = 18;
/** Px from the window's edge up to which a menu stands. */
const MENU_EDGE = 16;
/** Px from the window's edge at which a box is no bar any more. */
const EDGE = 4;

/** A dialog that fills the window and lets nothing through is the page. */
function isWholePage(el: Element): boolean {
  const view = el.ownerDocument.documentElement;
  const { left, top, right, bottom } = el.getBoundingClientRect();
  if (left > 0 || top > 0 || right < view.clientWidth || bottom < view.clientHeight - 1) return false;
  return /^rgb\(/.test(getComputedStyle(el).backgroundColor);
}

const floats = (el: Element): boolean => /fixed|absolute/.test(getComputedStyle(el).position);
