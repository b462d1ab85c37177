import { describe, expect, it } from "vitest";
import { findBrowsers } from "../../harness/setup/find-browser.mjs";
import { fakeMachine } from "./fake-machine";

describe("findBrowsers", () => {
  it("takes installed browsers before puppeteer's download, Chrome before Edge", () => {
    const edge = "/usr/bin/microsoft-edge";
    const chrome = "/opt/tools/google-chrome";
    const own = "/home/a/.cache/puppeteer/chrome/linux-140.0.1.1/chrome-linux64/chrome";
    const machine = fakeMachine({ files: [own, edge, chrome], env: { PATH: "/usr/bin:/opt/tools" } });
    expect(findBrowsers(machine)).toEqual([chrome, edge, own]);
  });

  it("takes the newest of puppeteer's downloads first", () => {
    const build = (version: string) => `/home/a/.cache/puppeteer/chrome/linux-${version}/chrome-linux64/chrome`;
    const machine = fakeMachine({ files: [build("99.0.1.1"), build("140.0.1.1")] });
    expect(findBrowsers(machine)).toEqual([build("140.0.1.1"), build("99.0.1.1")]);
  });

  it("takes only the browser that is named", () => {
    const files = ["/usr/bin/chromium", "/my/chrome"];
    expect(findBrowsers(fakeMachine({ files, env: { PUPPETEER_EXECUTABLE_PATH: "/my/chrome" } }))).toEqual([
      "/my/chrome",
    ]);
    expect(findBrowsers(fakeMachine({ files, env: { PUPPETEER_EXECUTABLE_PATH: "/gone" } }))).toEqual([]);
  });

  it("knows where macOS keeps applications", () => {
    const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(findBrowsers(fakeMachine({ platform: "darwin", files: [chrome] }))).toEqual([chrome]);
  });
});
