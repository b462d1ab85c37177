// After plasmo: puts the rule packs into the build, packed. Plasmo copies assets only as web-accessible resources, which
// pages could probe, and packs inlined in a script would triple in size (\uXXXX).
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { shipPacks } from "./ship-packs.ts";
import { workspaceWords } from "./workspace-words.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const names = (await readdir(join(root, "assets/packs"))).filter((name) => name.endsWith(".json")).sort();
const packs = await Promise.all(
  names.map(async (name) => JSON.parse(await readFile(join(root, "assets/packs", name), "utf8"))),
);
for (const [name, bytes] of Object.entries(shipPacks(packs)))
  await writeFile(join(root, `build/chrome-mv3-prod/packs.${name}`), bytes);

// The workspace's words come as a file a field; the page fetches one.
for (const language of await readdir(join(root, "assets/locales"))) {
  await writeFile(
    join(root, "build/chrome-mv3-prod/_locales", language, "workspace.json"),
    await workspaceWords(language),
  );
}

// Plasmo lists the content scripts in the order in which it came to finish them.
const manifestFile = join(root, "build/chrome-mv3-prod/manifest.json");
const manifest = JSON.parse(await readFile(manifestFile, "utf8"));
manifest.content_scripts.sort((a, b) => (a.js[0] < b.js[0] ? -1 : 1));
await writeFile(manifestFile, JSON.stringify(manifest));
