// After plasmo: puts the rule packs into the build, packed. Plasmo copies assets only as web-accessible resources, which
// pages could probe, and packs inlined in a script would triple in size (\uXXXX).
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";

import { withPreloads } from "./preload.ts";
import { shipPacks } from "./ship-packs.ts";
import { workspaceWords } from "./workspace-words.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = join(root, "build/chrome-mv3-prod");
const names = (await readdir(join(root, "assets/packs"))).filter((name) => name.endsWith(".json")).sort();
const packs = await Promise.all(
  names.map(async (name) => JSON.parse(await readFile(join(root, "assets/packs", name), "utf8"))),
);
for (const [name, bytes] of Object.entries(shipPacks(packs))) await writeFile(join(built, `packs.${name}`), bytes);

// The workspace's words come as a file a field; the page fetches one.
for (const language of await readdir(join(root, "assets/locales"))) {
  await writeFile(join(built, "_locales", language, "workspace.json"), await workspaceWords(language));
}

// Plasmo makes a content script of every file in contents/. A page is given the loader alone; the others come on demand
// (src/browser/worker.ts), under names without a hash.
const manifestFile = join(built, "manifest.json");
const manifest = JSON.parse(await readFile(manifestFile, "utf8"));
const isLoader = ({ js }) => js[0].startsWith("page-loader.");
for (const { js } of manifest.content_scripts.filter((script) => !isLoader(script))) {
  await rename(join(built, js[0]), join(built, js[0].replace(/\.[0-9a-f]{8}\.js$/, ".js")));
}
manifest.content_scripts = manifest.content_scripts.filter(isLoader);
await writeFile(manifestFile, JSON.stringify(manifest));

for (const [page, files] of Object.entries({ popup: ["messages"], options: ["messages", "workspace"] })) {
  const file = join(built, `${page}.html`);
  const html = await readFile(file, "utf8");
  const script = await readFile(join(built, /<script src="\/([^"]+)"/.exec(html)[1]), "utf8");
  await writeFile(file, withPreloads(html, script, files));
}

// A minifier's slip is else found only as an extension that the browser silently leaves out.
for (const name of (await readdir(built, { recursive: true })).filter((name) => name.endsWith(".js"))) {
  const script = await readFile(join(built, name), "utf8");
  await transform(script, { logLevel: "silent" }).catch(({ errors: [{ text, location }] }) => {
    throw new Error(
      `${name} cannot be read, ${text}: ${location?.lineText.slice(location.column - 40, location.column + 40)}`,
    );
  });
}
