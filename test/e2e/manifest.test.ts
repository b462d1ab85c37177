import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { EXTENSION } from "../harness/files";

const CONSOLES = ["https://channels.weixin.qq.com/*", "https://store.weixin.qq.com/*"];
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' https://*.myqcloud.com; " +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const icons = Object.fromEntries([16, 32, 48, 64, 128].map((size) => [size, `icon${size}.plasmo.*.png`]));

/** All of it: what is not here, such as other hosts or web-accessible resources, must not be there. */
const EXPECTED = {
  manifest_version: 3,
  name: "__MSG_extensionName__",
  description: "__MSG_extensionDescription__",
  version: "0.1.0",
  default_locale: "zh_CN",
  minimum_chrome_version: "116",
  icons,
  action: { default_icon: icons, default_popup: "popup.html" },
  background: { service_worker: "static/background/index.js" },
  options_ui: { page: "options.html", open_in_tab: true },
  side_panel: { default_path: "popup.html" },
  permissions: ["alarms", "scripting", "sidePanel", "storage", "unlimitedStorage"],
  optional_permissions: ["notifications"],
  optional_host_permissions: ["https://*.myqcloud.com/*"],
  host_permissions: CONSOLES,
  content_scripts: [
    { matches: CONSOLES, js: ["page-loader.*.js"], run_at: "document_idle", all_frames: false, css: [] },
  ],
  content_security_policy: { extension_pages: CSP },
};

const files = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });

it("the built manifest is the expected one, key for key", () => {
  const text = readFileSync(join(EXTENSION, "manifest.json"), "utf8");
  const withoutHashes = text.replace(/\.[0-9a-f]{8}\.(js|png)"/g, '.*.$1"');
  expect(JSON.parse(withoutHashes)).toEqual(EXPECTED);
});

it("no script of the build asks for all addresses, evaluates text as code, or names a foreign script", () => {
  const scripts = files(EXTENSION).filter((file) => /\.(js|html)$/.test(file));
  expect(scripts.length).toBeGreaterThan(5);
  for (const file of scripts) {
    const text = readFileSync(file, "utf8");
    expect([file, text.includes("<all_urls>")]).toEqual([file, false]);
    expect([file, /\beval\(|importScripts\(|document\.write\(/.test(text)]).toEqual([file, false]);
    expect([file, /<script[^>]+src="?https?:/.test(text)]).toEqual([file, false]);
  }
});
