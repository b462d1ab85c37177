import fc from "../../harness/properties";

/** Pages made of a user's own matters in every place that HTML has for them. */

const HAN = [..."赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施孔曹严魏陶姜戚谢邹喻柏窦苏潘葛奚范彭郎鲁韦苗俞袁柳"];
const LATIN = [..."abcdefghmnprstuy"];
const digits = (min: number, max: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((all) => all.join(""));
const letters = (from: string[], min: number, max: number) =>
  fc.array(fc.constantFrom(...from), { minLength: min, maxLength: max }).map((all) => all.join(""));

const secret = fc.oneof(
  digits(8, 19),
  digits(8, 8).map((text) => `1${text.slice(0, 1)},${text.slice(1, 4)},${text.slice(4, 7)}.${text.slice(7)}3`),
  digits(10, 10).map((text) => `13${text}`.slice(0, 11)),
  digits(8, 10).map((text) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))),
  letters(HAN, 3, 8),
  letters(LATIN, 8, 16),
  fc.tuple(letters(LATIN, 6, 8), digits(8, 8)).map(([a, b]) => `sph${a}${b}`),
  fc.tuple(letters(HAN, 3, 4), digits(8, 8)).map(([name, number]) => `${name}${number}`),
  letters(LATIN, 8, 10).map((text) => `${text}@${text.slice(0, 6)}.example`),
);

const half = (text: string): readonly [string, string] => [
  text.slice(0, text.length >> 1),
  text.slice(text.length >> 1),
];
const doc = (inside: string): string => inside.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** Where a page may hold something. */
export const PLACES: Readonly<Record<string, (it: string) => string>> = {
  text: (it) => `<p>${it}</p>`,
  "a label's value": (it) => `<div><span>播放量</span><b>${it}</b></div>`,
  "behind a label": (it) => `<div>成交金额：${it}</div>`,
  "before a label": (it) => `<li>${it} 点赞</li>`,
  "in a cell": (it) => `<table><tr><th>商品名称</th><th>库存</th></tr><tr><td>${it}</td><td>${it} 件</td></tr></table>`,
  "two elements": (it) => `<div><i>${half(it)[0]}</i><i>${half(it)[1]}</i></div>`,
  "an element a letter": (it) => `<div>${[...it].map((letter) => `<span>${letter}</span>`).join("")}</div>`,
  prose: (it) =>
    `<p>恭喜您的店铺「${it}」在昨日获得了新的订单，请及时查看并处理，以免影响您的店铺评分和后续的流量。</p>`,
  link: (it) => `<a href="https://store.weixin.qq.com/shop?id=${it}" target="${it}">商品</a>`,
  attributes: (it) =>
    `<div id="${it}" class="${it} a-${it}" title="${it}" data-id="${it}" aria-label="${it}" aria-describedby="${it}" aria-valuetext="${it}" role="${it}" lang="${it}" onclick="go('${it}')">库存</div>`,
  fields: (it) =>
    `<input value="${it}" placeholder="${it}" name="${it}"><textarea>${it}</textarea><select><option value="${it}">${it}</option></select><div contenteditable>${it}</div>`,
  picture: (it) =>
    `<img alt="${it}" src="data:image/png,${it}" srcset="data:,${it} 2x"><video poster="data:,${it}" title="${it}">${it}</video>`,
  style: (it) =>
    `<div style="--own:'${it}';background:url(data:,${it});font-family:'${it}'">1</div><style>.x::after{content:"${it}"}</style>`,
  comment: (it) => `<!-- ${it} --><p>库存</p>`,
  script: (it) => `<script type="application/json">{"id":"${it}"}</script><noscript>${it}</noscript>`,
  template: (it) => `<template><p>${it}</p></template>`,
  "not displayed": (it) => `<div style="display:none">${it}</div><div hidden>${it}</div>`,
  "not visible": (it) => `<div style="visibility:hidden">${it}</div><div style="opacity:0">${it}</div>`,
  "off the page": (it) => `<div style="position:absolute;left:-9999px">${it}</div>`,
  "shadow root": (it) =>
    `<x-app><template shadowrootmode="open"><!--${it}--><p title="${it}">${it}</p></template></x-app>`,
  frame: (it) => `<iframe name="${it}" srcdoc="${doc(`<title>${it}</title><p id="${it}">${it}</p>`)}"></iframe>`,
  drawing: (it) => `<svg><title>${it}</title><text>${it}</text><desc>${it}</desc></svg><canvas>${it}</canvas>`,
};

export const secretPage = fc.array(fc.tuple(fc.constantFrom(...Object.keys(PLACES)), secret), {
  minLength: 1,
  maxLength: 8,
});

/** What of a secret is in a report's text: itself, with its digits alone, or told over several elements. */
export function toldIn(html: string, secret: string): boolean {
  const texts = html.replace(/<[^>]*>/g, "");
  return [secret, secret.replace(/[,.]/g, ""), secret.normalize("NFKC")].some(
    (form) => html.includes(form) || texts.includes(form),
  );
}
