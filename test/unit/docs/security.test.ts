import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ITERATIONS } from "../../../src/vault/keyring";
import { ROOT } from "../../harness/files";

const security = readFileSync(join(ROOT, "assets/docs/SECURITY.md"), "utf8");
const privacy = readFileSync(join(ROOT, "assets/docs/PRIVACY.md"), "utf8");

describe("SECURITY.md", () => {
  it("names tests that are there", () => {
    const named = [...security.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file ?? "");
    expect(named.length).toBeGreaterThan(15);
    const all = [...named, ...[...privacy.matchAll(/`(test\/[^`]+)`/g)].map(([, file]) => file ?? "")];
    expect(all.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it("says of each threat what holds or what does not", () => {
    const threats = ["A hostile page", "A hostile import", "A lost laptop", "A shared computer", "A hostile bucket"];
    for (const threat of threats) expect(security).toContain(`## ${threat}`);
    expect(security.match(/\*\*Does not hold:\*\*/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it("tells the figures of the code", () => {
    expect(security).toContain(`${ITERATIONS.toLocaleString("en-US")} iterations`);
  });
});
