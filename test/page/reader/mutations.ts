import type { Dictionary } from "../../../src/console/labels";
import { findLabel } from "../../../src/console/labels";
import { roots } from "./freeze";
import type { Random } from "./random";

/** What a redesign does to a page without changing what it says. True when it did something to this page. */
export type Mutation = (random: Random, about: About) => boolean;

export interface About {
  readonly dictionary: Dictionary;
  /** Labels by metric. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  /** Texts that are names on this page and stay what they are. */
  readonly names: ReadonlySet<string>;
}

const all = (selector: string): Element[] =>
  [...roots(document)].flatMap((root) => [...root.querySelectorAll(selector)]);
const bodies = (): Element[] =>
  [...roots(document)].flatMap((root) =>
    "body" in root && root.body ? [root.body] : "host" in root ? [...root.children] : [],
  );

function* textNodes(): Generator<Text, void, void> {
  for (const root of roots(document)) {
    const walker = document.createTreeWalker("body" in root ? root.body : root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!/^(style|title|textarea|option)$/.test(node.parentElement?.localName ?? "") && node.nodeValue?.trim())
        yield node as Text;
  }
}

const STATE =
  /active|selected|checked|current|disabled|dialog|modal|drawer|tip|pop|loading|spin|skeleton|avatar|pag|tab|menu|(^|-)on$/i;

/** Class names of a new build: every one that a style speaks of, and of the others those that say nothing of a state. */
const renameClasses: Mutation = (random) => {
  const salt = random.below(1e6).toString(36);
  const styles = all("style");
  const css = styles.map((style) => style.textContent ?? "").join("\n");
  const renamed = new Map<string, string>();
  for (const el of all("[class]"))
    for (const name of el.classList) {
      const styled = css.includes(`.${name}`);
      if (!renamed.has(name) && (styled || !STATE.test(name)))
        renamed.set(name, `c${salt}${renamed.size.toString(36)}`);
    }
  if (renamed.size === 0) return false;
  for (const el of all("[class]"))
    el.setAttribute("class", [...el.classList].map((name) => renamed.get(name) ?? name).join(" "));
  for (const style of styles)
    style.textContent = (style.textContent ?? "").replace(/\.([A-Za-z_][\w-]*)/g, (whole, name) =>
      renamed.has(name) ? `.${renamed.get(name)}` : whole,
    );
  return true;
};

const STRUCTURE =
  /^(html|head|body|style|table|thead|tbody|tfoot|tr|colgroup|col|ul|ol|dl|select|option|svg|path|img|input|iframe|slot|canvas|textarea)$/;

/** A framework's extra boxes around what was there. */
const wrapInside: Mutation = (random) => {
  // A style that speaks of children (.row > *) would speak of other ones.
  if (all("style").some((style) => style.textContent?.includes(">"))) return false;
  const able = all("*").filter(
    (el) =>
      !STRUCTURE.test(el.localName) &&
      !el.closest("svg") &&
      el.childNodes.length > 0 &&
      !el.shadowRoot &&
      !el.querySelector("iframe"),
  );
  for (const el of random.shuffled(able).slice(0, 1 + random.below(8))) {
    const box = el.ownerDocument.createElement(random.pick(["div", "span"]) as string);
    box.style.display = "contents";
    box.append(...el.childNodes);
    el.append(box);
  }
  return able.length > 0;
};

/** Texts in boxes of their own, and texts in two nodes. */
const wrapTexts: Mutation = (random) => {
  for (const node of random.shuffled([...textNodes()]).slice(0, 12)) {
    const text = node.nodeValue ?? "";
    if (text.trim().length > 3 && random.below(3) === 0)
      node.splitText(text.indexOf(text.trim()) + 1 + random.below(text.trim().length - 1));
    else {
      const span = node.ownerDocument.createElement("bdi");
      node.replaceWith(span);
      span.append(node);
    }
  }
  return true;
};

const cellsOf = (row: Element): Element[] => [...(row as HTMLTableRowElement).cells];

/** The columns of a table in another order. */
const reorderColumns: Mutation = (random) => {
  let done = false;
  for (const table of all("table")) {
    const rows = [...(table as HTMLTableElement).rows];
    const count = rows[0]?.cells.length ?? 0;
    const cells = rows.flatMap(cellsOf) as HTMLTableCellElement[];
    const plain = cells.every(
      (cell) => cell.colSpan === 1 && cell.rowSpan === 1 && getComputedStyle(cell).position !== "sticky",
    );
    const headed =
      rows.length > 1 && cellsOf(rows[0] as Element).every((cell) => cell.localName === "th" || cell.closest("thead"));
    if (!plain || !headed || count < 3 || rows.some((row) => row.cells.length !== count)) continue;
    const order = random.shuffled(Array.from({ length: count }, (_, k) => k));
    for (const line of [...rows, ...table.querySelectorAll("colgroup")]) {
      const parts = line.localName === "colgroup" ? [...line.children] : cellsOf(line);
      if (parts.length === count) line.append(...order.map((k) => parts[k] as Element));
    }
    done = true;
  }
  return done;
};

/** Cards and rows of one make in another order. */
const reorderAlike: Mutation = (random) => {
  const able = all("*").filter((parent) => {
    const kids = [...parent.children];
    const [first] = kids;
    return (
      first !== undefined &&
      kids.length > 2 &&
      !/^(t[dhr]|d[td]|style|col|span|i|em|b|br|option|img|button|a)$/.test(first.localName) &&
      kids.every(
        (kid) =>
          kid.localName === first.localName &&
          kid.className === first.className &&
          !kid.id &&
          !kid.hasAttribute("style") &&
          /\d/.test(kid.textContent ?? "") &&
          /\p{Script=Han}{2}/u.test(kid.textContent ?? "") &&
          !/昨日|今日|近\d|统计/.test(kid.textContent ?? ""),
      ) &&
      ![...parent.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
    );
  });
  const parent = random.pick(able);
  if (!parent) return false;
  parent.append(...random.shuffled([...parent.children]));
  return true;
};

/** Other words for the same metrics. */
const swapSynonyms: Mutation = (random, { dictionary, synonyms, names }) => {
  const chosen = new Map<string, string>();
  for (const node of textNodes()) {
    const text = (node.nodeValue ?? "").trim();
    const hit = names.has(text) ? null : findLabel(dictionary, text);
    const meant = hit?.meanings.map((meaning) => meaning.metric).join();
    if (!hit || !meant || hit.period || hit.hint || !/^\p{Script=Han}+$/u.test(text)) continue;
    if (!chosen.has(text)) {
      const alike = (synonyms.get(hit.meanings[0]?.metric ?? "") ?? []).filter(
        (other) =>
          /^\p{Script=Han}+$/u.test(other) &&
          findLabel(dictionary, other)
            ?.meanings.map((m) => m.metric)
            .join() === meant,
      );
      chosen.set(text, random.pick(alike) ?? text);
    }
    node.nodeValue = (node.nodeValue ?? "").replace(text, chosen.get(text) ?? text);
  }
  return [...chosen].some(([from, to]) => from !== to);
};

/** The whole page inside a shadow root or a frame. */
const moveInto =
  (kind: "shadow" | "frame"): Mutation =>
  () => {
    const { body } = document;
    const styles = [...document.querySelectorAll("head style")].map((style) => style.cloneNode(true));
    if (/\bbody\b[^{,]*[ >.:#[]/.test(styles.map((style) => style.textContent).join())) return false;
    // A frame that is moved loads anew.
    if (document.querySelector("iframe")) return false;
    const kids = [...body.childNodes];
    if (kind === "shadow") {
      const host = document.createElement("micro-app");
      host.style.display = "block";
      const inner = document.createElement("div");
      inner.append(...kids);
      body.append(host);
      host.attachShadow({ mode: "open" }).append(...styles, inner);
      return true;
    }
    const frame = document.createElement("iframe");
    const height = Math.max(900, document.documentElement.scrollHeight);
    frame.style.cssText = `border:0;width:100%;height:${height}px`;
    body.append(frame);
    const inner = frame.contentDocument;
    if (!inner) return false;
    inner.open();
    inner.write(`<!doctype html><base href="${document.baseURI}">`);
    inner.close();
    inner.head.append(...styles);
    inner.body.style.margin = getComputedStyle(body).margin;
    body.style.margin = "0";
    inner.body.append(...kids);
    return true;
  };

const HIDDEN = [
  "display:none",
  "visibility:hidden;position:absolute;left:0;top:0",
  "opacity:0;position:absolute;left:0;top:0",
  "position:absolute;left:-9999px",
  "height:0;overflow:hidden",
  "position:absolute;top:0;clip-path:inset(50%)",
  "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)",
  "position:fixed;top:0;transform:translateX(-5000px)",
  "content-visibility:hidden;height:0",
  "max-height:0;overflow:hidden",
  "position:absolute;top:0;transform:scale(0)",
  "width:0;overflow:hidden;height:20px",
] as const;

const otherDigits = (text: string): string => text.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10));

/** A copy with other numbers that nobody sees. */
const hiddenClone: Mutation = (random) => {
  const able = all("*").filter((el) => {
    const { length } = el.textContent ?? "";
    return (
      !STRUCTURE.test(el.localName) &&
      length > 4 &&
      length < 3_000 &&
      /\d/.test(el.textContent ?? "") &&
      !el.closest("svg,td,th,tr") &&
      !el.shadowRoot
    );
  });
  const el = random.pick(able);
  if (!el) return false;
  const copy = el.cloneNode(true) as HTMLElement;
  const walker = el.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.parentElement?.localName !== "style") node.nodeValue = otherDigits(node.nodeValue ?? "");
  for (const id of [copy, ...copy.querySelectorAll("[id]")]) id.removeAttribute("id");
  // Of radio buttons of one name only one is checked: a copy would take the choice from the original.
  for (const input of [copy, ...copy.querySelectorAll("[name]")]) input.removeAttribute("name");
  const box = el.ownerDocument.createElement("div");
  box.style.cssText = random.pick(HIDDEN) as string;
  box.append(copy);
  const home = random.pick([
    el.parentElement?.closest("body,section,main,div:not([style*=flex])") ?? null,
    el.ownerDocument.body,
  ]);
  if (!home || /flex|grid/.test(getComputedStyle(home).display)) el.ownerDocument.body.append(box);
  else home.append(box);
  return true;
};

const NOISE = [
  "<p>恭喜！昨日成交金额突破 10,000 元，超过 80% 的同行，净增关注 100 人送流量券。</p>",
  "<footer>关于腾讯 | 服务协议 | 客服 9:00-22:00 | Copyright © 1998-2026 Tencent</footer>",
  '<div role="dialog" style="position:fixed;left:300px;top:200px;background:#fff"><h3>活动</h3><p>成交金额</p><p>88,888</p><p>播放量</p><p>66,666</p></div>',
  '<div style="position:fixed;inset:0;background:rgba(0,0,0,.4)"><div style="margin:200px auto;width:300px;background:#fff"><h3>新功能</h3><p>库存</p><p>77</p></div></div>',
  '<nav><a href="#">首页</a><a href="#">评论 12</a><a href="#">消息 99</a></nav>',
  '<div style="position:absolute;pointer-events:none;left:50px;top:50px;background:#333;color:#fff"><p>11-15</p><p>播放 4,321</p></div>',
  "<div><h4>公告</h4><ul><li>2026-11-01 平台规则更新，商品价格不得高于 999 元</li><li>2026-10-08 双11 成交金额榜单公布</li></ul></div>",
  '<div role="tooltip" style="position:absolute;left:10px;top:10px"><span>客单价</span><span>123.00</span></div>',
] as const;

const noise: Mutation = (random) => {
  const holder = document.createElement("div");
  holder.innerHTML = random.pick(NOISE) as string;
  const node = holder.firstElementChild as Element;
  const home = random.pick(bodies().filter((el) => el.localName === "body")) ?? document.body;
  if (random.below(2) === 0) home.prepend(node);
  else home.append(node);
  return true;
};

/** Full width digits, and characters that nobody sees. */
const dressTexts: Mutation = (random, { dictionary, names }) => {
  for (const node of random.shuffled([...textNodes()]).slice(0, 20)) {
    const text = node.nodeValue ?? "";
    if (names.has(text.trim())) continue;
    if (findLabel(dictionary, text)) node.nodeValue = `${text.slice(0, 1)}\u200b${text.slice(1)}\u200f`;
    else if (/^\s*[\d,.]+[万亿%]?\s*$/.test(text))
      node.nodeValue = text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
  return true;
};

const zoom: Mutation = (random) => {
  if (document.querySelector("iframe")) return false;
  document.documentElement.style.zoom = String(random.pick([0.8, 0.9, 1.1, 1.25]));
  return true;
};

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  renameClasses,
  wrapInside,
  wrapTexts,
  reorderColumns,
  reorderAlike,
  swapSynonyms,
  moveIntoShadow: moveInto("shadow"),
  moveIntoFrame: moveInto("frame"),
  hiddenClone,
  noise,
  dressTexts,
  zoom,
};
