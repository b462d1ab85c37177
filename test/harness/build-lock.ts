import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/**
 * Runs `work` while no other process of this machine does so under the same lock file: two commands started at once
 * must not build into one folder. A lock whose process is gone is taken over.
 */
export async function withLock(path: string, work: () => void): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path)) await delay(100);
  try {
    work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isHeld(path)) rmSync(path, { force: true });
    return false;
  }
}

function isHeld(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    // Gone meanwhile, or no process of that id; EPERM is a living process of another user.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
