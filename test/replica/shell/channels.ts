// The shell of 视频号助手: a menu, and the page in a wujie micro app.
import { startApp } from "wujie";
import { ACCOUNT } from "../world/account";
import { drawShell, follow } from "./shell";

const ROUTES: Readonly<Record<string, readonly [app: string, path: string]>> = {
  "/platform": ["content", "/micro/content/home"],
  "/platform/post/list": ["content", "/micro/content/post/list"],
  "/platform/post/create": ["content", "/micro/content/post/create"],
  "/platform/statistic/post": ["statistic", "/micro/statistic/post"],
};

const MENU = [
  ["首页", "/platform"],
  ["内容管理", "/platform/post/list"],
  ["发表视频", "/platform/post/create"],
  ["视频数据", "/platform/statistic/post"],
] as const;

async function open(path: string): Promise<void> {
  const place = document.querySelector<HTMLElement>("#container-wrap");
  const route = ROUTES[path.replace(/\/$/, "")];
  if (!place || !route) return;
  const [name, url] = route;
  await startApp({ name, url: location.origin + url, el: place, attrs: { src: "/empty.html" } });
}

drawShell({ title: "视频号助手", owner: ACCOUNT.name, menu: MENU });
follow(open);
