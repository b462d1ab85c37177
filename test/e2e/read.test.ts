import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../harness/files";

const FIXTURE = join(ROOT, "test/fixtures/sites/home-wujie-yesterday-two-days");

function read(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const tsx = join(ROOT, "node_modules/tsx/dist/cli.mjs");
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [tsx, "test/harness/read.ts", ...args],
      { cwd: ROOT, maxBuffer: 64 * 1_048_576 },
      (_error, stdout, stderr) => resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

/** A copy of a site whose site.json is replaced. */
function siteWith(siteJson: string): string {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  cpSync(FIXTURE, folder, { recursive: true });
  writeFileSync(join(folder, "site.json"), siteJson);
  return folder;
}

const HOME = "https://channels.weixin.qq.com/platform?n=1";

// Each has a browser of its own, and waits for its page.
describe.concurrent("npm run read", () => {
  it("prints one object with what was stored of each visit, at the time it was given", async () => {
    const { status, stdout } = await read(FIXTURE);
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(["visits", "deltas", "competitors", "outside", "errors"]);
    expect(report.visits.map((visit: { state: string }) => visit.state)).toEqual(["ok", "ok"]);
    expect(report.visits[1].readings).toContainEqual({
      entity: { type: "account", id: "sphA1b2C3d4E5f6", name: "南山茶铺" },
      metric: "new_play_count",
      unit: "count",
      precision: "exact",
      value: 4102,
      period: { from: "2026-11-18", to: "2026-11-18" },
    });
    expect(report.deltas.length).toBe(5);
    expect([report.outside, report.errors]).toEqual([[], []]);
  });

  it.each([
    ["a page that is not there", { url: `${new URL(HOME).origin}/platform/post/list` }, /visits\[0\]\.url has no page/],
    [
      "a selector that nothing matches",
      { url: HOME, act: [{ click: ">>> .nowhere" }] },
      /nothing on .* matches the selector/,
    ],
  ])(
    "says in one line what is wrong: %s",
    async (_what, visit, line) => {
      const { status, stdout, stderr } = await read(siteWith(JSON.stringify({ visits: [visit] })));
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr.trim().split("\n").at(-1)).toMatch(line);
      // An action is waited for, on a machine that has other things to do as well.
    },
    180_000,
  );
});
