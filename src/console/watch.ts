import type { Dictionary } from "./labels";
import { ListMemory } from "./list-memory";
import { textOf } from "./observation-text";
import { offLimits } from "./off-limits";
import { isRead, type Place, placeOf } from "./page";
import { type Look, look } from "./read";
import { inSlices } from "./slices";

/** Quiet this long: the page is taken to be done. */
const QUIET = 400;
/** A page that never stops moving is read all the same, after this long. */
const PATIENCE = 2_000;
/** A spinner off to one side: give the page this long to say more; nothing but zeros, or boxes in place of what is to come. */
const GRACE = 2_500;
const BLANK_GRACE = 8_000;
/** A spinner over the figures: they are of the page before. This long at most. */
const STALE_GRACE = 15_000;
/** Counters that roll without a change of the page: this long at most. */
const MOTION_GRACE = 5_000;
/** A new address over the old figures: the page is on its way. Longer when it is another kind of page. */
const LEFT_OVER_GRACE = 5_000;
const LEFT_OVER_PAGE_GRACE = 30_000;
/** Waits before a look that did not arrive is handed on again: the worker may have been stopped while it wrote. */
const AGAIN_MS = [100, 1_500, 10_000];
/** A shadow root comes without a change that an observer is told of: while a host may still get one, it is looked for. */
const HOST_GRACE = 40_000;
const HOST_MS = 500;
const HOSTS = ":not(:defined),wujie-app,micro-app";
/** What may get one at any time: it shows in their size, as it does in the page's. */
const BOXES = "div:empty,section:empty,main:empty,article:empty";
const MOST_BOXES = 200;
const ATTRIBUTES = [
  "class",
  "style",
  "hidden",
  "open",
  "aria-selected",
  "aria-hidden",
  "aria-busy",
  "checked",
  "title",
  "aria-label",
];

/** Reads the page each time it has come to rest, and hands on what is new. Nothing runs while the page is idle. */
export class Watcher {
  private readonly observer: MutationObserver;
  private readonly watched = new WeakSet<Node>();
  private readonly sizes: ResizeObserver;
  private readonly boxes = new WeakSet<Element>();
  private sized = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hostTimer: ReturnType<typeof setTimeout> | undefined;
  private address = "";
  private place: Place = { page: "unknown", login: false, forbidden: false };
  private arrivedAt = 0;
  private changedAt = 0;
  private restlessSince = 0;
  /** Since when each look has found the page busy. */
  private busySince: number | null = null;
  private changes = 0;
  private reading = false;
  /** The timer gives the page time; the first change ends it. */
  private waiting = false;
  private sent = "";
  private candidate = "";
  private candidates = 0;
  private figures: ReadonlySet<Element> = new Set();
  private before: ReadonlySet<Element> | null = null;
  private pageBefore: Place["page"] = "unknown";
  private valuesSent = "";
  private cost = 0;
  private memory = new ListMemory();

  /** `deliver` hands an observation, as JSON, on and says whether it arrived; `signal` ends everything. */
  constructor(
    private readonly dictionary: Dictionary,
    private readonly deliver: (observation: string) => Promise<boolean>,
    private readonly signal: AbortSignal,
  ) {
    this.observer = new MutationObserver(() => this.changed());
    this.sizes = new ResizeObserver((entries) => this.resized(entries.map(({ target }) => target)));
    signal.addEventListener("abort", () => {
      this.observer.disconnect();
      this.sizes.disconnect();
      clearTimeout(this.timer);
      clearTimeout(this.hostTimer);
    });
  }

  start(): void {
    const { signal } = this;
    document.addEventListener("visibilitychange", () => this.changed(), { signal });
    window.addEventListener("scroll", () => this.changed(), { signal, passive: true, capture: true });
    const moved = (): void => {
      if (location.href !== this.address) this.arrive();
    };
    (window as { navigation?: EventTarget }).navigation?.addEventListener("currententrychange", moved, { signal });
    window.addEventListener("popstate", moved, { signal });
    this.watch(document);
    this.arrive();
  }

  private watch(root: Node): void {
    if (this.watched.has(root)) return;
    this.watched.add(root);
    // A frame that loads inside says so here and nowhere else.
    root.addEventListener("load", () => this.changed(), { signal: this.signal, capture: true });
    this.observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  }

  /** A new page, by loading or by navigation inside the console's shell. */
  private arrive(): void {
    const inShell = this.address !== "";
    this.pageBefore = this.place.page;
    const path = this.address && new URL(this.address).pathname;
    if (path !== location.pathname) this.memory = new ListMemory();
    this.address = location.href;
    this.place = placeOf(this.address);
    this.arrivedAt = performance.now();
    this.busySince = null;
    this.sent = "";
    this.candidate = "";
    this.valuesSent = "";
    this.before = inShell ? this.figures : null;
    this.figures = new Set();
    this.changed();
  }

  private changed(): void {
    if (location.href !== this.address) {
      this.arrive();
      return;
    }
    const now = performance.now();
    this.changes++;
    this.changedAt = now;
    if ((this.timer !== undefined && !this.waiting) || this.reading) return;
    this.waiting = false;
    this.restlessSince = now;
    this.wake(QUIET);
  }

  private wake(delay: number): void {
    clearTimeout(this.timer);
    this.waiting = false;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.settle();
    }, delay);
  }

  private async settle(): Promise<void> {
    if (this.signal.aborted || this.reading || document.visibilityState !== "visible") return;
    const now = performance.now();
    const quiet = now - this.changedAt;
    const restless = now - this.restlessSince;
    // Once read, or given up, a page that goes on moving may cost a hundredth of the time, no more.
    const unread = this.figures.size === 0 && now - this.arrivedAt < HOST_GRACE;
    const patience = unread ? PATIENCE : Math.min(30_000, Math.max(PATIENCE, this.cost * 100));
    if (quiet < QUIET && restless < patience) return this.wake(Math.min(QUIET - quiet, patience - restless) + 1);
    if (!isRead(this.place)) return this.send(JSON.stringify(offLimits(this.place, this.address)), false);
    this.reading = true;
    const changes = this.changes;
    const address = this.address;
    const moving = quiet < QUIET;
    const seen = await this.read(changes, moving);
    this.reading = false;
    if (this.signal.aborted) return;
    if (address !== this.address || !seen || seen.torn) return this.again();
    for (const root of seen.roots) this.watch(root);
    this.watchSizes(seen.roots);
    this.awaitHosts(seen);
    await this.judge(seen, moving);
    // What changed while reading or sending is read in its turn.
    if (this.changes !== changes && this.timer === undefined) this.again();
  }

  /** The page, as it comes to be of another size than it was first, or boxes that were empty. */
  private resized(targets: readonly Element[]): void {
    const isNew = ({ shadowRoot }: Element): boolean => shadowRoot !== null && !this.watched.has(shadowRoot);
    const isPage = targets.includes(document.body);
    if (targets.some(isNew) || (isPage && this.sized)) this.changed();
    this.sized ||= isPage;
  }

  private watchSizes(roots: Look["roots"]): void {
    const empty = [...roots].flatMap((root) => [...(root as ParentNode).querySelectorAll(BOXES)].slice(0, MOST_BOXES));
    for (const box of [document.body, ...empty]) {
      if (this.boxes.has(box)) continue;
      this.boxes.add(box);
      this.sizes.observe(box);
    }
  }

  /** Idle again when each host has its root, or its time is over. */
  private awaitHosts(seen: Look): void {
    clearTimeout(this.hostTimer);
    // On a page with nothing on it yet, any empty box may be one, in a frame too.
    const blank = seen.observation.state === "loading" && seen.figures.length === 0;
    const able = blank ? `${HOSTS},div:empty,section:empty,main:empty` : HOSTS;
    const hosts = [...seen.roots].flatMap((root) => [...(root as ParentNode).querySelectorAll(able)]);
    const pending = hosts.filter((el) => !el.shadowRoot && el.childElementCount === 0);
    const fresh = hosts.flatMap(({ shadowRoot }) => (shadowRoot && !this.watched.has(shadowRoot) ? [shadowRoot] : []));
    for (const root of fresh) this.watch(root);
    if (fresh.length > 0) this.changed();
    else if (pending.length > 0 && performance.now() - this.arrivedAt < HOST_GRACE)
      this.hostTimer = setTimeout(() => this.awaitHosts(seen), HOST_MS);
  }

  private again(): void {
    this.restlessSince = performance.now();
    this.wake(QUIET);
  }

  /** Reads in slices; null when the page changed under the reader's hand and is not one that always moves. */
  private async read(changes: number, moving: boolean): Promise<Look | null> {
    const steps = look(document, this.address, this.place, this.dictionary, this.memory);
    const { value, cost } = await inSlices(steps, () => this.signal.aborted || (!moving && this.changes !== changes));
    this.cost = cost;
    return value;
  }

  /** Whether what was seen is the page, or the page on its way. */
  private async judge(seen: Look, moving: boolean): Promise<void> {
    const age = performance.now() - this.arrivedAt;
    const quiet = performance.now() - this.changedAt;
    const figures = new Set(seen.figures);
    const leftOver = this.before !== null && figures.size > 0 && seen.figures.every((el) => this.before?.has(el));
    const leftOverGrace = this.place.page === this.pageBefore ? LEFT_OVER_GRACE : LEFT_OVER_PAGE_GRACE;
    if (leftOver && age < leftOverGrace) return this.wait(seen, leftOverGrace - age);
    if (seen.stale && quiet < STALE_GRACE) return this.wait(seen, STALE_GRACE - quiet);
    if (seen.moving && quiet < MOTION_GRACE) return this.again();
    // What will be a frame of the console's own, or get an open root, may look so on its way.
    if (seen.sealed && age < HOST_GRACE) return this.wait(seen, HOST_GRACE - age);
    if (seen.blank && age < BLANK_GRACE) return this.wait(seen, BLANK_GRACE - age);
    // A page that is drawn anew for ever is never quiet, and its spinner goes on for ever.
    this.busySince = seen.busy ? (this.busySince ?? performance.now()) : null;
    const grace = seen.unfilled ? BLANK_GRACE : GRACE;
    const rest = grace - Math.max(quiet, (performance.now() - (this.busySince ?? performance.now())) / 2);
    if (seen.busy && figures.size > 0 && rest > 0 && !moving) return this.wait(seen, rest);
    // 近30天 is chosen, the figures are still those of 近7天: the same values under another period may be on their way.
    const { value: said } = await inSlices(textOf(seen.observation), () => this.signal.aborted);
    if (!said) return;
    const { text, values } = said;
    const sameUnderOther = figures.size > 0 && values === this.valuesSent && text !== this.sent;
    if (sameUnderOther && quiet < GRACE && !moving) return this.wait(seen, GRACE - quiet);
    if (moving) {
      if (text !== this.candidate && ++this.candidates < 3) {
        this.candidate = text;
        return this.wake(QUIET * 2);
      }
    }
    this.candidates = 0;
    this.figures = figures;
    this.before = null;
    this.valuesSent = values;
    await this.send(text, true);
  }

  /** Says that the page is loading, and looks again when it has had its time; a change comes first. */
  private async wait(seen: Look, delay: number): Promise<void> {
    await this.send(
      JSON.stringify({ ...offLimits(this.place, this.address), state: "loading", account: seen.observation.account }),
      false,
    );
    if (this.timer === undefined) {
      this.restlessSince = performance.now();
      this.wake(Math.max(QUIET, delay + 1));
      this.waiting = true;
    }
  }

  private async send(text: string, insist: boolean): Promise<void> {
    if (text === this.sent) return;
    const address = this.address;
    for (const wait of insist ? [0, ...AGAIN_MS] : [0]) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      if (this.signal.aborted || (address !== this.address && wait > 0)) return;
      if (await this.deliver(text)) {
        if (address === this.address) this.sent = text;
        return;
      }
    }
  }
}
