import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the project. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** What `npm run build` makes and a person loads in the browser. */
export const EXTENSION = join(ROOT, "build/chrome-mv3-prod");
