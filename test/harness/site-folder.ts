import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { Handler } from "./console-server";

const HTML = "text/html; charset=utf-8";
const TYPES: Readonly<Record<string, string>> = {
  ".html": HTML,
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

/** Serves `folder/<host>/<path>`: the path with .html, else its index.html, else the exact file. */
export function siteFolder(folder: string): Handler {
  return async ({ host, path }) => {
    const base = join(folder, host);
    const bare = join(base, path).replace(/[\\/]+$/, "");
    if (bare !== base && !bare.startsWith(base + sep)) return null;
    for (const file of [bare === base ? null : `${bare}.html`, join(bare, "index.html"), bare]) {
      const body = file && (await readFile(file).catch(() => null));
      if (body)
        return { type: TYPES[extname(file)] ?? (extname(file) === "" ? HTML : "application/octet-stream"), body };
    }
    return null;
  };
}
