import { delimiter, join } from "node:path";

const ON_PATH = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
];

/**
 * Every Chrome, Chromium or Edge that is there, best first: the one named by PUPPETEER_EXECUTABLE_PATH alone if set,
 * else installed ones, then what puppeteer has downloaded.
 *
 * @param {import("./machine.mjs").Machine} machine
 * @returns {string[]} absolute paths of files that exist
 */
export function findBrowsers(machine) {
  const named = machine.env.PUPPETEER_EXECUTABLE_PATH;
  if (named) return machine.exists(named) ? [named] : [];
  return [...installed(machine), ...downloaded(machine)].filter(machine.exists);
}

function installed({ platform, env, home }) {
  if (platform === "win32") {
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, "Google/Chrome/Application/chrome.exe"),
        join(folder, "Chromium/Application/chrome.exe"),
        join(folder, "Microsoft/Edge/Application/msedge.exe"),
      ]);
  }
  if (platform === "darwin") {
    return ["/Applications", join(home, "Applications")].flatMap((folder) =>
      ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return [
    ...ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/snap/bin/chromium",
  ];
}

/** Puppeteer keeps `chrome/<platform>-<build>/chrome-<platform>/…` in its cache; the newest build comes first. */
function downloaded({ platform, env, home, list }) {
  const cache = join(env.PUPPETEER_CACHE_DIR ?? join(home, ".cache/puppeteer"), "chrome");
  const inside = {
    win32: ["chrome-win64/chrome.exe", "chrome-win32/chrome.exe"],
    darwin: ["arm64", "x64"].map(
      (chip) => `chrome-mac-${chip}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    ),
  }[platform] ?? ["chrome-linux64/chrome"];
  return list(cache)
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
    .flatMap((build) => inside.map((path) => join(cache, build, path)));
}
