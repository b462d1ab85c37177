import { LedgerError } from "./errors";

/**
 * Who has a store open. Turning its lock on or off changes how every row is to be read, so it waits until all pages and the
 * worker have let go, and whoever opens the store meanwhile waits for it.
 */
const WAIT_MS = 5_000;
// Tests in Node 20 have none; there every store is one process's alone.
const locks = (): LockManager | undefined => globalThis.navigator?.locks;

/** Answers how to leave again; the browser does it for a page that closes or a worker that is stopped. */
export function enter(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const holding = () => new Promise<void>((release) => resolve(release));
    const held = locks()?.request(`open:${name}`, { mode: "shared" }, holding);
    if (held === undefined) resolve(() => {});
    else held.catch(reject);
  });
}

/** Rejects with `blocked` when others do not let go within 5 s. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const manager = locks();
  if (manager === undefined) return work();
  const signal = AbortSignal.timeout(WAIT_MS);
  try {
    return await manager.request(`open:${name}`, { signal }, work);
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    throw new LedgerError("blocked", "本扩展的其他页面正在使用数据。请关闭它们后重试。");
  }
}
