/** Pages that nobody wishes for, each with what may be read of it and how it is said to stand. */

export interface BadPage {
  readonly url: string;
  readonly body: string;
  readonly state: string;
  /** Which check says so, where one does. */
  readonly check?: string;
  /** Metric and value of all that is read. */
  readonly read?: readonly (readonly [metric: string, value: number | string])[];
}

const STORE = "https://store.weixin.qq.com/shop";
const GOODS = `${STORE}/goods/list`;
const POSTS = "https://channels.weixin.qq.com/platform/post/list";
const SHOP = `${STORE}/statistics/transaction`;
const FIGURES = "<p>昨日</p><div><b>成交金额</b><p>￥12.00</p></div>";
const goods = (rows: string): string =>
  `<table><tr><th>商品名称</th><th>商品ID</th><th>商品状态</th><th>库存</th></tr>${rows}</table>`;
const row = (...cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const framed = (src: string): string => `<iframe ${src} width="900" height="600"></iframe>`;

export const BAD_PAGES: Readonly<Record<string, BadPage>> = {
  "figures in a frame of another site": {
    url: SHOP,
    body: framed(`sandbox srcdoc="${FIGURES}"`),
    state: "schema_changed",
    check: "out_of_reach",
  },
  "figures behind a closed shadow root": {
    url: SHOP,
    body: `<x-app style="display:block;min-height:400px"><template shadowrootmode="closed">${FIGURES}</template></x-app>`,
    state: "schema_changed",
    check: "out_of_reach",
  },
  "filters and the end of a list that is still to come": {
    url: `${STORE}/findersquare/find`,
    body: "<div><span>带货类目：不限</span><span>评分：4.5以上</span></div><div></div><div>没有更多了</div>",
    state: "ok",
  },
  "a frame of another site beside figures": {
    url: SHOP,
    body: FIGURES + framed(`sandbox srcdoc="<p>成交人数</p><p>77</p>"`),
    state: "ok",
    read: [["pay_gmv", 1200]],
  },
  "a captcha in a frame": { url: SHOP, body: framed('sandbox src="/captcha/slide"'), state: "risk_control" },
  "a log-in code in a frame": { url: SHOP, body: framed('sandbox src="/connect/qrconnect"'), state: "needs_login" },
  "a password to be typed": {
    url: SHOP,
    body: `${FIGURES}<label>支付密码 <input type="password"></label>`,
    state: "needs_login",
  },
  "a name, a word, an id and a link of 10,000 characters": {
    url: GOODS,
    body: goods(
      row("长".repeat(10_000), "1441234567890123456", "售".repeat(10_000), "7") +
        row(`<a href="/shop/goods/edit?id=${"9".repeat(10_000)}">茶</a>`, "1".repeat(10_000), "在售", "8"),
    ),
    state: "ok",
    read: [
      ["stock", 7],
      ["product_status", "在售"],
      ["stock", 8],
    ],
  },
  "marks that nobody sees in labels and numbers": {
    url: SHOP,
    body: "<p>昨日</p><p>\u200b成\u2060交\u202e金额\ufeff</p><p>\u200e￥1,2\u200b34.50\u200f</p>",
    state: "ok",
    read: [["pay_gmv", 123_450]],
  },
  "numbers that are none": {
    url: SHOP,
    body: `<p>昨日</p><table>${[
      "1e309",
      "NaN",
      "Infinity",
      "-5",
      "0x10",
      "1441234567890123456",
      "1,23,4",
      "null",
      "1.5",
    ]
      .map((text, k) => row(`<b>${["成交人数", "成交件数", "下单人数", "加购人数"][k % 4]}</b>`, text))
      .join("")}${row("收藏人数", "3")}</table>`,
    state: "ok",
    read: [["collect_uv", 3]],
  },
  "a thousand posts of which none can be read": {
    url: POSTS,
    body: "<div><p>一条视频</p><p>2026年11月10日 10:00</p><div><i>1</i> <i>2</i></div></div>".repeat(1_000),
    state: "schema_changed",
    check: "five_numbers",
  },
  "boxes in boxes, 1,000 deep": {
    url: SHOP,
    body: `${FIGURES}<script>let at = document.body;
      for (let k = 0; k < 1000; k++) { const box = document.createElement("div"); at.append(box); at = box }
      at.textContent = "底"</script>`,
    state: "ok",
    read: [["pay_gmv", 1200]],
  },
};
