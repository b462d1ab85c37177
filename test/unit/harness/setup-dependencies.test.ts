import { describe, expect, it } from "vitest";
import { sameVersions } from "../../harness/setup/dependencies.mjs";
import { checkNode } from "../../harness/setup/node.mjs";

describe("sameVersions", () => {
  const wanted = {
    "": {},
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b": { version: "2.0.0", optional: true },
  };

  it("holds when every package has the version of the lock file, optional ones of other platforms aside", () => {
    expect(sameVersions(wanted, { "node_modules/a": { version: "1.0.0" } })).toBe(true);
  });

  it("fails on another version, a missing package, an outdated optional one", () => {
    expect(sameVersions(wanted, { "node_modules/a": { version: "1.0.1" } })).toBe(false);
    expect(sameVersions(wanted, {})).toBe(false);
    const outdated = { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "1.9.9" } };
    expect(sameVersions(wanted, outdated)).toBe(false);
  });
});

describe("checkNode", () => {
  it("takes 20.19 and newer", () => {
    for (const version of ["20.19.0", "20.20.2", "22.0.0", "24.1.0"]) expect(() => checkNode(version)).not.toThrow();
  });

  it("says what to install for an older one", () => {
    expect(() => checkNode("20.18.3")).toThrow("Node 20.18.3 is too old: install Node 20.19 or newer");
    expect(() => checkNode("18.20.0")).toThrow("too old");
  });
});
