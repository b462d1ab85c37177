import { renameSync, writeFileSync } from "node:fs";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { MOVE_CLOCK, offsetTo } from "./clock";

/**
 * Stops the extension's worker at the worst moments, again and again: after every message it has answered, so that the
 * next one finds it dead; in the middle of the write of every other capture or draft; and, for those between, after the
 * write and before the answer. A capture that was stopped is let through once when it is sent again.
 */
export interface Kills {
  /** Copies the extension to `folder`, its worker with our words before its own first line. */
  prepare(extension: string, folder: string): Promise<void>;
  /** Sets the worker's clock; null: the machine's. */
  setClock(at: Date | null): void;
  /** Takes what the worker says. */
  said(what: string): void;
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

/** On it the worker says what it does; a page of the extension hears it. */
const CHANNEL = "worker says";
const ERROR = "error: ";
/** Read by the worker at each start, its clock at each message. */
const PLAN_FILE = "kill-plan.json";
type Plan = "cut" | "mute" | "clean";

export function planKills(): Kills {
  const figures: KillFigures = { killed: 0, cut: 0, muted: 0, captures: 0, acknowledged: 0 };
  let next: Plan = "mute";
  let plan: Plan = "cut";
  let due = false;
  let offset = 0;
  let file: string | null = null;
  const tell = () => {
    if (file === null) return;
    // In one step: the worker may read at any moment.
    writeFileSync(`${file}.new`, JSON.stringify({ plan, offset }));
    renameSync(`${file}.new`, file);
  };
  const follow = (now: Plan) => {
    plan = now;
    tell();
  };
  const on: Readonly<Record<string, () => void>> = {
    capture: () => (figures.captures += 1),
    new: () => (figures.acknowledged += 1),
    deleted: () => (figures.acknowledged = 0),
    passed: () => {
      if (plan !== "clean") return;
      const now = next;
      next = now === "cut" ? "mute" : "cut";
      follow(now);
    },
    cut: () => {
      figures.cut += 1;
      follow("clean");
    },
    muted: () => {
      figures.muted += 1;
      follow("clean");
    },
  };
  return {
    figures,
    async prepare(extension, folder) {
      await cp(extension, folder, { recursive: true });
      const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
      const worker = join(folder, manifest.background.service_worker);
      await writeFile(worker, `${HOOK}\n${await readFile(worker, "utf8")}`);
      file = join(folder, PLAN_FILE);
      tell();
    },
    setClock(at) {
      offset = offsetTo(at);
      tell();
    },
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
    },
  };
}

/** Has `page`, one of the extension's own, hear what the worker says, and stops the worker when it is due. */
export async function hearWorker(page: Page, kills: Kills, errors: string[]): Promise<void> {
  const browser = await page.browser().target().createCDPSession();
  const stop = async () => {
    const { targetInfos } = await browser.send("Target.getTargets");
    const worker = targetInfos.find((each) => each.type === "service_worker" && /^chrome-extension:/.test(each.url));
    if (worker) await browser.send("Target.closeTarget", { targetId: worker.targetId });
  };
  await page.exposeFunction("heard", (what: string) => {
    if (what.startsWith(ERROR)) errors.push(`worker: ${what.slice(ERROR.length)}`);
    kills.said(what);
    if (!kills.due) return;
    kills.stopped();
    // It may have stopped by itself, or with the browser.
    stop().catch(() => undefined);
  });
  await page.evaluate((name) => {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => (window as unknown as { heard(what: string): void }).heard(data);
  }, CHANNEL);
}

/** It is text, because a function's own text depends on the compiler that this file went through. */
const HOOK = `(() => {
  const channel = new BroadcastChannel(${JSON.stringify(CHANNEL)});
  const say = (what) => channel.postMessage(what);
  const fail = (error) => say(${JSON.stringify(ERROR)} + (error?.stack ?? error));
  addEventListener("error", ({ error }) => fail(error));
  addEventListener("unhandledrejection", ({ reason }) => fail(reason));
  const { error } = console;
  console.error = (...args) => { fail(args.join(" ")); error.apply(console, args); };
  let plan = "clean", spent = true, writing = 0, pending = 0;
  const setClock = ${MOVE_CLOCK};
  const read = () => fetch("/${PLAN_FILE}").then((file) => file.json()).catch(read);
  let planned = read().then((now) => {
    plan = now.plan;
    spent = plan === "clean";
  });
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
  messages.addListener = (listener) => add((message, sender, answer) => {
    const { kind } = message ?? {};
    if (!kind) return listener(message, sender, answer);
    const isCapture = sender.tab !== undefined && /^https:/.test(sender.url) && (kind === "observe" || kind === "draft");
    pending += 1;
    const finish = (value) => {
      pending -= 1;
      if (isCapture) writing -= 1;
      if (isCapture && plan === "mute" && !spent && value?.ok) {
        spent = true;
        return say("muted");
      }
      if (value?.ok && value.value?.stored === "new") say("new");
      if (value?.ok && kind === "delete_everything") say("deleted");
      answer(value);
      if (isCapture) say("passed");
      // The answer has left for the browser's process; the order to stop comes from another one, and later.
      queueMicrotask(() => queueMicrotask(() => pending === 0 && say("idle")));
    };
    planned = planned.then(read).then(({ offset }) => setClock(offset));
    planned.then(() => {
      if (isCapture) { writing += 1; say("capture"); }
      // Answered by callback or, where the browser takes it, by a promise.
      const result = listener(message, sender, finish);
      if (typeof result?.then === "function") result.then(finish);
    });
    return true;
  });
})();`;
