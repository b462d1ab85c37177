import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const locales = fileURLToPath(new URL("../../assets/locales", import.meta.url));

/** All words of the workspace in one language as JSON text: what its files hold besides messages.json. */
export async function workspaceWords(language) {
  const folder = join(locales, language);
  const files = (await readdir(folder)).filter((name) => name !== "messages.json").sort();
  const words = await Promise.all(files.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))));
  return JSON.stringify(Object.assign({}, ...words));
}
