// Everything `npm run demo`, `npm test`, `npm run read` and `npm run check` need, on a machine with Node and npm
// alone. Plain Node, so that it runs before any dependency is there. All it says goes to standard error: the commands
// after it print data. `--no-browser`: dependencies only. `--no-fonts`: nothing is going to be looked at.
import { ensureBrowser } from "./setup/browser.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { ensureFonts } from "./setup/fonts.mjs";
import { machine } from "./setup/machine.mjs";
import { checkNode } from "./setup/node.mjs";

const flags = new Set(process.argv.slice(2));

try {
  checkNode(process.versions.node);
  await ensureDependencies(machine);
  if (!flags.has("--no-browser")) {
    await ensureBrowser(machine);
    if (!flags.has("--no-fonts")) ensureFonts(machine);
  }
} catch (error) {
  process.stderr.write(`setup: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
