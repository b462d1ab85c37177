import type { Browser, CDPSession, Target } from "puppeteer";

/**
 * Stops the extension's worker at the worst moments, again and again: after every message it has answered, so that the
 * next one finds it dead; in the middle of the write of every other capture or draft; and, for those between, after the
 * write and before the answer. A capture that was stopped is let through once when it is sent again.
 */
export interface Kills {
  /** Text to run in a worker before its own first line. */
  script(): string;
  /** Takes what the worker says. */
  said(payload: string): void;
  /** The worker that runs now has the script, and had it before its own first line. */
  hooked: boolean;
  /** It is to be stopped now. */
  readonly due: boolean;
  stopped(): void;
  readonly figures: Readonly<KillFigures>;
}

export interface KillFigures {
  killed: number;
  /** Of these, in the middle of a write, and between a write and its answer. */
  cut: number;
  muted: number;
  /** Looks and drafts that reached a worker, counting each time one was sent. */
  captures: number;
  /** Looks whose answer says that they were stored anew, since everything was last deleted. */
  acknowledged: number;
}

const BINDING = "workerSays";
type Plan = "cut" | "mute" | "clean";

export function planKills(): Kills {
  const figures: KillFigures = { killed: 0, cut: 0, muted: 0, captures: 0, acknowledged: 0 };
  let plan: Plan = "cut";
  let next: Plan = "mute";
  let due = false;
  const on: Readonly<Record<string, () => void>> = {
    capture: () => (figures.captures += 1),
    new: () => (figures.acknowledged += 1),
    deleted: () => (figures.acknowledged = 0),
    passed: () => {
      if (plan === "clean") [plan, next] = [next, next === "cut" ? "mute" : "cut"];
    },
    cut: () => {
      figures.cut += 1;
      plan = "clean";
    },
    muted: () => {
      figures.muted += 1;
      plan = "clean";
    },
  };
  return {
    figures,
    script: () => hook(plan),
    hooked: false,
    get due() {
      return due;
    },
    said(what) {
      on[what]?.();
      due ||= what === "idle" || what === "cut" || what === "muted";
    },
    stopped() {
      figures.killed += 1;
      due = false;
      this.hooked = false;
    },
  };
}

/**
 * Puts the script into a worker that waits for the debugger. The extension API is there only from the moment before the
 * worker's first line on, so that is where it is put in.
 */
export function hookWorker(session: CDPSession, kills: Kills): Promise<unknown>[] {
  session.on("Runtime.bindingCalled", ({ name, payload }) => {
    if (name !== BINDING) return;
    if (payload === "ready") kills.hooked = true;
    kills.said(payload);
  });
  session.once("Debugger.paused", () => {
    const sent = [
      session.send("Runtime.evaluate", { expression: kills.script() }),
      session.send("Debugger.resume"),
      session.send("Debugger.disable"),
    ];
    for (const promise of sent) promise.catch(() => undefined);
  });
  return [
    session.send("Runtime.addBinding", { name: BINDING }),
    session.send("Debugger.enable"),
    session.send("Debugger.setInstrumentationBreakpoint", { instrumentation: "beforeScriptExecution" }),
  ];
}

const LOOK_MS = 10;
/** A worker that was started too fast to be prepared is stopped after this long, wherever it is. */
const UNPREPARED_MS = 400;

/** Stops the worker when it is due, for as long as the browser is there. */
export function stopWhenDue(browser: Browser, kills: Kills): void {
  const isWorker = (each: Target) => each.type() === "service_worker" && each.url().startsWith("chrome-extension://");
  let since = 0;
  let busy = false;
  const look = async () => {
    const target = browser.targets().find(isWorker);
    if (!kills.due && (kills.hooked || !target)) since = Date.now();
    if (!target || (!kills.due && Date.now() - since < UNPREPARED_MS)) return;
    kills.stopped();
    since = Date.now();
    await (await target.worker())?.close();
  };
  const timer = setInterval(() => {
    if (!browser.connected) return clearInterval(timer);
    if (busy) return;
    busy = true;
    look()
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  }, LOOK_MS);
  timer.unref();
}

/** It is text, because a function's own text depends on the compiler that this file went through. */
const hook = (plan: Plan): string => `(() => {
  const plan = ${JSON.stringify(plan)};
  const say = (what) => globalThis.${BINDING}(what);
  let spent = plan === "clean", writing = 0, pending = 0;
  // A write that is to be cut goes on for ever: it never commits, however late the worker is stopped.
  for (const method of ["put", "add"]) {
    const real = IDBObjectStore.prototype[method];
    IDBObjectStore.prototype[method] = function (...args) {
      const request = real.apply(this, args);
      if (plan === "cut" && writing > 0) {
        const hold = () => { this.count().onsuccess = hold; };
        hold();
        if (!spent) say("cut");
        spent = true;
      }
      return request;
    };
  }
  const messages = chrome.runtime.onMessage;
  const add = messages.addListener.bind(messages);
  messages.addListener = (listener) => say("ready") ?? add((message, sender, answer) => {
    const { kind } = message ?? {};
    if (!kind) return listener(message, sender, answer);
    const isCapture = sender.tab !== undefined && /^https:/.test(sender.url) && (kind === "observe" || kind === "draft");
    pending += 1;
    if (isCapture) { writing += 1; say("capture"); }
    // Answered by callback or, where the browser takes it, by a promise.
    const finish = (value, pass) => {
      pending -= 1;
      if (isCapture) writing -= 1;
      if (isCapture && plan === "mute" && !spent && value?.ok) {
        spent = true;
        return say("muted");
      }
      if (value?.ok && value.value?.stored === "new") say("new");
      if (value?.ok && kind === "delete_everything") say("deleted");
      pass(value);
      if (isCapture) say("passed");
      // The answer has left for the browser's process; the order to stop comes from another one, and later.
      queueMicrotask(() => queueMicrotask(() => pending === 0 && say("idle")));
    };
    const result = listener(message, sender, (value) => finish(value, answer));
    if (typeof result?.then !== "function") return result;
    return new Promise((resolve) => result.then((value) => finish(value, resolve)));
  });
})();`;
