import type { Observation } from "../../src/console/observation";
import type { Handler } from "../harness/console-server";

/** A goods list as the store's console shows it, small and known. */

export interface Goods {
  readonly id: string;
  readonly title: string;
  readonly yuan: string;
  readonly stock: number;
}

export const GOODS_URL = "https://store.weixin.qq.com/shop/goods/list";

export const GOODS: readonly Goods[] = [
  { id: "10000000001", title: "明前春茶 250g", yuan: "99.00", stock: 120 },
  { id: "10000000002", title: "秋月梨 5斤", yuan: "39.90", stock: 87 },
  { id: "10000000003", title: "手工红糖 300g", yuan: "19.90", stock: 310 },
];

/** `head` comes before everything else of the page. Titles are put in as they are, markup and all. */
export function goodsHtml(goods: readonly Goods[], head = ""): string {
  const rows = goods.map(
    ({ id, title, yuan, stock }) =>
      `<tr><td><p>${title}</p><span>商品ID: ${id}</span></td><td>￥${yuan}</td><td>${stock}</td><td>销售中</td></tr>`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${head}<title>微信小店</title></head>
    <body><h1>商品列表</h1><p>共 ${goods.length} 件商品</p>
    <table><thead><tr><th>商品</th><th>价格</th><th>库存</th><th>状态</th></tr></thead>
    <tbody>${rows.join("")}</tbody></table></body></html>`;
}

export const serveGoods =
  (html: () => string): Handler =>
  ({ path }) =>
    path === "/shop/goods/list" || path === "/platform" ? { type: "text/html; charset=utf-8", body: html() } : null;

/** What a content script would say of a long goods list; `stock` makes it another content. */
export function goodsSeen(count: number, stock: number): Observation {
  return {
    page: "goods_list",
    state: "ok",
    url: GOODS_URL,
    account: { id: null, name: "山里人家旗舰店" },
    period: null,
    entities: Array.from({ length: count }, (_, at) => ({
      type: "product",
      id: `${2_000_000 + at}`,
      name: `春茶 ${at}`,
    })),
    readings: Array.from({ length: count }, (_, at) => ({
      entity: at,
      metric: "stock",
      unit: "count",
      value: { precision: "exact", value: stock + at },
      period: null,
    })),
    unknownLabels: [],
    failed: [],
    complete: true,
  };
}
