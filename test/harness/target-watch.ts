import type { Browser, CDPSession, Protocol } from "puppeteer";
import { clockScript } from "./clock";
import { watchErrors } from "./extension-errors";

type TargetInfo = Protocol.Target.TargetInfo;

export interface TargetWatch {
  /** More may be added by whoever sees what it does not. */
  readonly errors: string[];
  setClock(at: Date | null): Promise<void>;
}

/**
 * Attaches to every page, popup and worker before its first line of code runs: collects the extension's errors and
 * keeps its clock set, also in a worker that was stopped and starts again. Without `workers` it leaves them alone: a
 * session on a worker that is stopped at every turn would change when it starts again.
 */
export async function watchTargets(browser: Browser, { workers: watchWorkers = true } = {}): Promise<TargetWatch> {
  const errors: string[] = [];
  const workers = new Map<string, CDPSession>();
  const pages = new Map<string, CDPSession>();
  let clock: string | null = null;

  const root = await browser.target().createCDPSession();
  root.on("Target.attachedToTarget", ({ sessionId, targetInfo, waitingForDebugger }) => {
    const session = root.connection()?.session(sessionId);
    if (!session) return;
    // Sent in order and not awaited one by one: a target that waits for the debugger answers only once it may run.
    const sent: Promise<unknown>[] = watchErrors(session, targetInfo, errors);
    if (isWorker(targetInfo)) {
      workers.set(sessionId, session);
      if (clock !== null) sent.push(session.send("Runtime.evaluate", { expression: clock }));
      // An attached session keeps a stopped worker's target; without it the next start is a new target, seen from its
      // first line.
      // A reload of the extension takes the session away by itself.
      const detach = () => root.send("Target.detachFromTarget", { sessionId }).catch(() => undefined);
      session.once("Inspector.targetCrashed", () => void detach());
    } else if (isPage(targetInfo)) {
      pages.set(sessionId, session);
      if (clock !== null) sent.push(setPageClock(session, clock));
    }
    if (waitingForDebugger) sent.push(session.send("Runtime.runIfWaitingForDebugger"));
    // A target may go while it is being set up; what it did until then has been seen.
    for (const promise of sent) promise.catch(() => undefined);
  });
  root.on("Target.detachedFromTarget", ({ sessionId }) => {
    workers.delete(sessionId);
    pages.delete(sessionId);
  });
  await root.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    ...(watchWorkers
      ? {}
      : { filter: [{ type: "tab", exclude: true }, { type: "service_worker", exclude: true }, {}] }),
  });

  return {
    errors,
    setClock: async (at) => {
      clock = clockScript(at);
      const script = clock;
      await Promise.all([
        ...[...workers.values()].map((session) => session.send("Runtime.evaluate", { expression: script })),
        ...[...pages.values()].map((session) => setPageClock(session, script)),
      ]);
    },
  };
}

const isWorker = ({ type, url }: TargetInfo) => type === "service_worker" && url.startsWith("chrome-extension://");
const isPage = ({ type }: TargetInfo) => type === "page" || type === "other";

/** Only in the extension's own pages: the console shows what its server says, whatever the clock. */
async function setPageClock(session: CDPSession, script: string): Promise<void> {
  const source = `if (location.protocol === "chrome-extension:") { ${script} }`;
  await session.send("Page.enable");
  await session.send("Page.addScriptToEvaluateOnNewDocument", { source });
}
