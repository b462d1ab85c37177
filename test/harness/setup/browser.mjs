import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { aptInstall } from "./apt.mjs";
import { findBrowsers } from "./find-browser.mjs";

/** Oldest Chromium that loads an extension by the debugging pipe, which is how tests load it (branded Chrome ignores --load-extension). */
const OLDEST = 128;

/**
 * Makes sure that a browser is there which runs, and notes its path for test/harness/browser.ts.
 *
 * @param {import("./machine.mjs").Machine} machine
 */
export async function ensureBrowser(machine) {
  const named = machine.env.PUPPETEER_EXECUTABLE_PATH;
  if (named && findBrowsers(machine).length === 0) throw new Error(`PUPPETEER_EXECUTABLE_PATH names no file: ${named}`);
  const steps = [() => true, ...(named ? [] : [() => download(machine), () => aptInstall(machine, ["chromium"])])];
  if (!steps.some((step) => step() && firstThatRuns(machine))) {
    throw new Error(
      `no browser of version ${OLDEST} or newer runs here: install Google Chrome, Microsoft Edge or Chromium` +
        `${machine.platform === "linux" ? " (on Debian: apt-get install chromium)" : ""}, or set PUPPETEER_EXECUTABLE_PATH to one`,
    );
  }
}

function firstThatRuns(machine) {
  const known = readNote(machine);
  for (const path of findBrowsers(machine)) {
    if (known?.path === path && known.changed === changed(path)) return path;
    if (!runs(machine, path)) continue;
    writeNote(machine, path);
    return path;
  }
  return null;
}

/** A stub of a package that is not installed, or a download whose libraries are missing, exists but does not run. */
function runs(machine, path) {
  if (machine.platform === "win32") return true; // --version opens a window there
  const version = /(\d+)\.\d+\.\d+/.exec(machine.ask(path, ["--version"]) ?? "");
  return version !== null && Number(version[1]) >= OLDEST;
}

function download(machine) {
  machine.say("no browser found: downloading Chrome for Testing");
  const cli = join(machine.root, "node_modules/puppeteer/lib/cjs/puppeteer/node/cli.js");
  return machine.run(process.execPath, [cli, "browsers", "install", "chrome"]);
}

const note = (machine) => join(machine.root, "build/browser.json");
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;

/** @returns {{ path: string, changed: number | null } | null} what set-up last found to run */
function readNote(machine) {
  try {
    return JSON.parse(readFileSync(note(machine), "utf8"));
  } catch {
    return null;
  }
}

function writeNote(machine, path) {
  mkdirSync(dirname(note(machine)), { recursive: true });
  writeFileSync(note(machine), JSON.stringify({ path, changed: changed(path) }));
}
