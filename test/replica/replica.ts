import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ConsoleServer, type Handler, type ServedPage, serveConsole } from "../harness/console-server";
import { ROOT } from "../harness/files";
import { bundleReplica } from "./bundle";
import { emptyHtml, loginHtml, microHtml, shellHtml } from "./html";
import * as views from "./views";

/** What the console is like just now; a test changes it between two visits. */
export interface ReplicaState {
  /** Today in Shanghai, YYYY-MM-DD. */
  day: string;
  session: "open" | "over";
  shell: "whole" | "empty";
  /** How late the answers come. */
  delayMs: number;
  readonly seed: string;
}

export interface Replica extends ConsoleServer {
  readonly state: ReplicaState;
}

/** Serves a console with invented numbers that depend on seed and day alone. */
export async function serveReplica(start: Partial<ReplicaState> = {}): Promise<Replica> {
  const state: ReplicaState = {
    day: "2026-11-18",
    session: "open",
    shell: "whole",
    delayMs: 1_200,
    seed: "tea",
    ...start,
  };
  const bundles = await bundleReplica();
  const server = await serveConsole(handler(state, bundles));
  return { ...server, state };
}

const TITLES: Readonly<Record<string, readonly [title: string, script: string]>> = {
  "channels.weixin.qq.com": ["视频号助手", "channels"],
  "store.weixin.qq.com": ["微信小店", "store"],
};

const MICRO: Readonly<Record<string, readonly [script: string, page: string]>> = {
  "/micro/content/home": ["content", "home"],
  "/micro/content/post/list": ["content", "postList"],
  "/micro/content/post/create": ["content", "postEditor"],
  "/micro/statistic/post": ["statistic", "postData"],
  "/micro-app/goods/list": ["goods", "goodsList"],
  "/micro-app/findersquare/find": ["findersquare", "talentSquare"],
  "/micro-app/findersquare/detail": ["findersquare", "talentDetail"],
  "/shop-statistics/transaction": ["shop-statistics", "shopData"],
};

const html = (body: string): ServedPage => ({ type: "text/html; charset=utf-8", body });

function handler(state: ReplicaState, bundles: string): Handler {
  return async ({ host, path, query, method, body }) => {
    const [title, script] = TITLES[host] ?? [];
    if (title === undefined || script === undefined) return null;
    if (method === "POST") return answer(state, path, body);
    if (path.startsWith("/assets/")) return asset(bundles, path.slice("/assets/".length));
    if (path === "/empty.html") return html("");
    // micro-app asks for the address it was given with a slash after it.
    const micro = MICRO[path.replace(/\/$/, "")];
    if (micro) return html(microHtml(...micro, query.get("finderUsername") ?? ""));
    if (!/^\/(platform|shop)(\/|$)/.test(path)) return null;
    if (state.session === "over") return html(loginHtml(title));
    return html(state.shell === "empty" ? emptyHtml(title) : shellHtml(title, script));
  };
}

async function answer({ seed, day, delayMs, session }: ReplicaState, path: string, body: string): Promise<ServedPage> {
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  const data = session === "open" ? dataOf(seed, day, path, body) : null;
  const envelope = data === null ? { errCode: 300333, errMsg: "session expired" } : { errCode: 0, errMsg: "", data };
  return { type: "application/json; charset=utf-8", body: JSON.stringify(envelope) };
}

function dataOf(seed: string, day: string, path: string, body: string): unknown {
  switch (path.replace(/^.*\/(mmfinderassistant-bin|cgi|shop-faas)\//, "")) {
    case "auth/auth_data":
      return views.homeView(seed, day);
    case "post/post_list":
      return views.postListView(seed, day);
    case "statistic/post_list":
      return views.postDataView(seed, day);
    case "goods/scanProductPreview":
      return views.goodsView(seed, day);
    case "mmchannelsshopstatistics/overview":
      return views.shopDataView(seed, day);
    case "mmchannelsfindersquare/list":
      return views.talentSquareView(seed, day);
    case "mmchannelsfindersquare/detail":
      return views.talentDetailView(seed, day, JSON.parse(body).finderUsername);
    default:
      return null;
  }
}

async function asset(bundles: string, name: string): Promise<ServedPage | null> {
  if (!/^[\w-]+\.(js|css|svg)$/.test(name)) return null;
  const folder = name.endsWith(".js") ? bundles : join(ROOT, "test/replica/assets");
  const types = { js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
  const type = types[name.split(".").at(-1) as keyof typeof types];
  return { type: `${type}; charset=utf-8`, body: await readFile(join(folder, name)) };
}
