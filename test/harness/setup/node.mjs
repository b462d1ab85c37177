/** Oldest Node that every dependency runs on. */
export const OLDEST = [20, 19];

/** @param {string} version as in `process.versions.node`. Throws when it is too old. */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new Error(`Node ${version} is too old: install Node ${OLDEST.join(".")} or newer from nodejs.org`);
  }
}
