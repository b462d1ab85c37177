/**
 * Installs Debian packages without asking anything; only for root.
 *
 * @param {import("./machine.mjs").Machine} machine
 * @param {string[]} packages
 * @returns {boolean} true when they are installed
 */
export function aptInstall(machine, packages) {
  if (machine.platform !== "linux" || !machine.isRoot || !machine.exists("/usr/bin/apt-get")) return false;
  machine.say(`installing ${packages.join(" ")} with apt-get`);
  const apt = (...args) => machine.run("env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args]);
  apt("update");
  return apt("install", "-y", "--no-install-recommends", ...packages);
}
