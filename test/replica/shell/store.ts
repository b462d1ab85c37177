// The shell of 微信小店: a menu, and the page in a micro-app (with shadow DOM or without, by page) or in a frame.
import microApp from "@micro-zoe/micro-app";
import { SHOP } from "../world/shop";
import { drawShell, follow } from "./shell";

const MENU = [
  ["商品管理", "/shop/goods/list"],
  ["店铺数据", "/shop/statistics/transaction"],
  ["达人广场", "/shop/findersquare/find"],
] as const;

const ROUTES: Readonly<Record<string, () => HTMLElement>> = {
  "/shop/goods/list": () => micro("goods", "/micro-app/goods/list", false),
  "/shop/findersquare/find": () => micro("findersquare", "/micro-app/findersquare/find", true),
  "/shop/findersquare/finder-detail": () =>
    micro("finder-detail", `/micro-app/findersquare/detail${location.search}`, false),
  "/shop/statistics/transaction": () => {
    const frame = document.createElement("iframe");
    frame.className = "statistics-frame";
    frame.src = "/shop-statistics/transaction";
    return frame;
  },
};

function micro(name: string, path: string, shadow: boolean): HTMLElement {
  const element = document.createElement("micro-app");
  element.setAttribute("name", name);
  element.setAttribute("url", location.origin + path);
  element.setAttribute("destroy", "");
  if (shadow) element.setAttribute("shadowDOM", "");
  return element;
}

microApp.start();
drawShell({ title: "微信小店", owner: SHOP.name, menu: MENU });
follow((path) => {
  const page = ROUTES[path.replace(/\/$/, "")];
  document.querySelector("#container-wrap")?.replaceChildren(...(page ? [page()] : []));
});
