import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSite, UnusableInput } from "../../harness/site";
import { siteFolder } from "../../harness/site-folder";

const HOME = "https://channels.weixin.qq.com/platform?n=1";

/** A folder with one page, /platform, and this site.json. */
function site(siteJson: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  mkdirSync(join(folder, "channels.weixin.qq.com/platform/post"), { recursive: true });
  writeFileSync(join(folder, "channels.weixin.qq.com/platform.html"), "home");
  writeFileSync(join(folder, "channels.weixin.qq.com/platform/index.html"), "index");
  writeFileSync(join(folder, "channels.weixin.qq.com/platform/post/index.html"), "posts");
  writeFileSync(join(folder, "channels.weixin.qq.com/app.js"), "code");
  writeFileSync(join(folder, "site.json"), typeof siteJson === "string" ? siteJson : JSON.stringify(siteJson));
  return folder;
}

describe("loadSite", () => {
  it("takes every action", async () => {
    const act = [{ wait: 5 }, { click: ">>> a" }, { type: ["#b", "字"] }, { scroll: [null, 300] }, { go: "/platform" }];
    const visits = [{ url: HOME, at: "2026-11-18T15:00:00+08:00", act, settle: 3 }];
    expect((await loadSite(site({ visits }))).visits).toEqual(visits);
  });

  it.each([
    ["not JSON", '{"visits": [', /site\.json is not JSON/],
    ["no visits", { visits: [] }, /visits is not what site\.json takes/],
    [
      "an unknown action",
      { visits: [{ url: HOME, act: [{ tap: "a" }] }] },
      /visits\[0\]\.act\[0\] is no action: {"tap":"a"}/,
    ],
    ["a bad time", { visits: [{ url: HOME, at: "yesterday" }] }, /visits\[0\]\.at is not an ISO time: "yesterday"/],
    ["a bad address", { visits: [{ url: "/platform" }] }, /visits\[0\]\.url is not an https address/],
    ["no page", { visits: [{ url: HOME.replace("platform", "nowhere") }] }, /visits\[0\]\.url has no page/],
  ])("says what is wrong: %s", async (_what, siteJson, message) => {
    const loading = loadSite(site(siteJson));
    await expect(loading).rejects.toThrow(UnusableInput);
    await expect(loading).rejects.toThrow(message);
  });

  it("names the file that is not there", async () => {
    await expect(loadSite("/nowhere")).rejects.toThrow(/site\.json cannot be read: no such file/);
  });
});

describe("siteFolder", () => {
  const get = async (path: string) => {
    const request = { host: "channels.weixin.qq.com", path, query: new URLSearchParams(), method: "GET", body: "" };
    const page = await siteFolder(site({}))(request);
    return page && [String(page.body), page.type.replace(/;.*/, "")];
  };

  it("serves the path with .html, else its index, else the exact file", async () => {
    expect(await get("/platform")).toEqual(["home", "text/html"]);
    expect(await get("/platform/post/")).toEqual(["posts", "text/html"]);
    expect(await get("/app.js")).toEqual(["code", "text/javascript"]);
  });

  it("serves nothing from outside of the host's folder", async () => {
    expect(await get("/../site.json")).toBeNull();
    expect(await get("/nowhere")).toBeNull();
  });
});
