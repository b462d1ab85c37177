import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";

/**
 * What set-up may know of and do to the machine; tests put another in its place.
 *
 * @typedef {object} Machine
 * @property {string} root folder of the project, absolute
 * @property {NodeJS.Platform} platform
 * @property {Record<string, string | undefined>} env
 * @property {string} home
 * @property {boolean} isRoot
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => string[]} list names in a folder, none when it is not there
 * @property {(command: string, args: string[]) => boolean} run shows its output on standard error; true on exit code 0
 * @property {(command: string, args: string[]) => string | null} ask its standard output, null unless exit code 0
 * @property {(line: string) => void} say
 */

/** @type {Machine} */
export const machine = {
  root: fileURLToPath(new URL("../../..", import.meta.url)),
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isRoot: process.getuid?.() === 0,
  exists: existsSync,
  list: (path) => (existsSync(path) ? readdirSync(path) : []),
  run: (command, args) => spawnSync(command, args, { cwd: machine.root, stdio: ["ignore", 2, 2] }).status === 0,
  ask: (command, args) => {
    const { status, stdout } = spawnSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return status === 0 ? stdout : null;
  },
  say: (line) => process.stderr.write(`setup: ${line}\n`),
};
