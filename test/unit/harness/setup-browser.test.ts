import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { ensureBrowser } from "../../harness/setup/browser.mjs";
import { fakeMachine } from "./fake-machine";

const CHROMIUM = "/usr/bin/chromium";
const DOWNLOADED = "/home/a/.cache/puppeteer/chrome/linux-140.0.1.1/chrome-linux64/chrome";
const runs = () => "Chromium 140.0.7339.1";
let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "setup-"));
});

describe("ensureBrowser", () => {
  it("installs nothing when a browser runs", async () => {
    const machine = fakeMachine({ root, files: [CHROMIUM], ask: runs });
    await ensureBrowser(machine);
    expect(machine.ran).toEqual([]);
  });

  it("passes over a browser that does not run or is too old", async () => {
    const files = ["/usr/bin/google-chrome", CHROMIUM];
    const versions: Record<string, string> = {
      "/usr/bin/google-chrome": "Google Chrome 110.0.1.1",
      [CHROMIUM]: runs(),
    };
    const machine = fakeMachine({ root, files, ask: (path) => versions[path] ?? null });
    await ensureBrowser(machine);
    expect(machine.ran).toEqual([]);
  });

  it("downloads puppeteer's browser when there is none", async () => {
    const run = (line: string, files: Set<string>) => /browsers install chrome$/.test(line) && !!files.add(DOWNLOADED);
    const machine = fakeMachine({ root, run, ask: runs });
    await ensureBrowser(machine);
    expect(machine.ran).toHaveLength(1);
  });

  it("takes Debian's when the download fails and it may", async () => {
    const run = (line: string, files: Set<string>) => / install .*chromium$/.test(line) && !!files.add(CHROMIUM);
    const machine = fakeMachine({ root, isRoot: true, files: ["/usr/bin/apt-get"], run, ask: runs });
    await ensureBrowser(machine);
    expect(machine.ran.at(-1)).toMatch(/apt-get .*install .*chromium$/);
  });

  it("says in one line what to install when all fails", async () => {
    const machine = fakeMachine({ root });
    await expect(ensureBrowser(machine)).rejects.toThrow(/^no browser .*install Google Chrome[^\n]*$/);
    expect(machine.ran.join()).not.toContain("apt-get");
  });

  it("names a wrong PUPPETEER_EXECUTABLE_PATH and tries nothing else", async () => {
    const machine = fakeMachine({ root, files: [CHROMIUM], env: { PUPPETEER_EXECUTABLE_PATH: "/gone" }, ask: runs });
    await expect(ensureBrowser(machine)).rejects.toThrow("PUPPETEER_EXECUTABLE_PATH names no file: /gone");
    expect(machine.ran).toEqual([]);
  });
});
