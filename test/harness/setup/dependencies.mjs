import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Installs from the lock file unless what npm last installed is what the lock file asks for.
 *
 * @param {import("./machine.mjs").Machine} machine
 */
export async function ensureDependencies(machine) {
  if (await isInstalled(machine.root)) return;
  machine.say("installing dependencies from package-lock.json");
  // Under `npm run --silent` npm would not say what went wrong either.
  if (!npm(machine, ["ci", "--loglevel=error"])) {
    throw new Error(
      "npm ci failed: see its message above (is the npm registry reachable?), then run the command again",
    );
  }
}

/** npm as the one that runs this script; on Windows it is a .cmd file that cannot be spawned without a shell. */
function npm(machine, args) {
  const cli = machine.env.npm_execpath;
  return cli ? machine.run(process.execPath, [cli, ...args]) : machine.run("npm", args);
}

/** npm writes node_modules/.package-lock.json last, so an install that was cut short does not pass. */
async function isInstalled(root) {
  try {
    const [wanted, installed] = await Promise.all(
      ["package-lock.json", "node_modules/.package-lock.json"].map(async (name) =>
        JSON.parse(await readFile(join(root, name), "utf8")),
      ),
    );
    return sameVersions(wanted.packages, installed.packages);
  } catch {
    return false;
  }
}

/**
 * @param {Record<string, {version?: string, optional?: boolean, devOptional?: boolean}>} wanted `packages` of the lock file
 * @param {Record<string, {version?: string}>} installed `packages` of what npm installed
 */
export function sameVersions(wanted, installed) {
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || installed[path]?.version === version || ((optional || devOptional) && !installed[path]),
  );
}
