import { categoryOn } from "../../src/console/draft-category";
import { scanDraft } from "../../src/console/draft-fields";
import type { Mark } from "../../src/console/draft-marks";
import { type DraftSession, startDraftSession } from "../../src/console/draft-session";
import { placeOf, rangeOf, readDraft } from "../../src/console/draft-text";

/**
 * Runs in the page's isolated world, as the content script does, with a checker whose answers the test decides: a
 * finding for each of WORDS, at once or when the test lets it go.
 */
const WORDS: Readonly<Record<string, string>> = { 最好: "block", 第一: "evidence", 加微信: "warn", 提示: "info" };
const calls: { readonly seq: number; readonly text: string; readonly at: number }[] = [];
const held: (() => void)[] = [];
let session = new AbortController();
let running: DraftSession | null = null;
let hold = false;
let unanswered = 0;

function find(text: string): Mark[] {
  return Object.entries(WORDS).flatMap(([word, severity]) =>
    [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => ({
      start: index,
      end: index + word.length,
      text: word,
      severity,
    })),
  );
}

/** Frames and timers asked for in this world and not yet run. */
const due = new Set<string>();
type Asked = (run: () => void, ms?: number) => number;
function follow(name: string, cancel: string, once: boolean): void {
  const world = globalThis as unknown as Record<string, Asked & ((id: number) => void)>;
  const [ask, drop] = [world[name] as Asked, world[cancel] as (id: number) => void];
  const ended = (id: number) => due.delete(`${cancel} ${id}`);
  const asked = (run: () => void, ms?: number): number => {
    const id = ask(() => {
      if (once) ended(id);
      run();
    }, ms);
    due.add(`${cancel} ${id}`);
    return id;
  };
  const dropped = (id: number): void => {
    ended(id);
    drop(id);
  };
  Object.assign(world, { [name]: asked, [cancel]: dropped });
}
follow("requestAnimationFrame", "cancelAnimationFrame", true);
follow("setTimeout", "clearTimeout", true);
follow("setInterval", "clearInterval", false);

const desk = {
  calls,
  due: (): number => due.size,
  start: (marks: boolean): void => {
    session.abort();
    session = new AbortController();
    const check = async (seq: number, text: string) => {
      calls.push({ seq, text, at: performance.now() });
      if (hold) await new Promise<void>((resolve) => held.push(resolve));
      if (unanswered === 0) return find(text);
      unanswered--;
      return null;
    };
    running = startDraftSession(document, { check, marks }, session.signal);
  },
  stop: (): void => session.abort(),
  /** Answers wait from now on; `hold(false)` lets them all go. */
  hold: (on: boolean): void => {
    hold = on;
    if (!on) for (const release of held.splice(0)) release();
  },
  /** The next so many calls get no answer, as from a worker that died. */
  unanswered: (count: number): void => {
    unanswered = count;
  },
  last: (): string | undefined => calls.at(-1)?.text,
  read: (): string => readDraft(scanDraft(document).fields).text,
  readMs: (): number => {
    const begun = performance.now();
    readDraft(scanDraft(document).fields);
    return performance.now() - begun;
  },
  /** What the DOM range of each word of the draft holds, null where there is none. */
  ranges: (words: readonly string[]): (string | null)[] => {
    const draft = readDraft(scanDraft(document).fields);
    return words.map((word) => {
      const at = draft.text.indexOf(word);
      const place = placeOf(draft, at, at + word.length);
      return place ? rangeOf(place).toString() : null;
    });
  },
  show: (start: number, text: string): boolean | undefined => running?.show({ start, end: start + text.length, text }),
  category: (): string | null => categoryOn(scanDraft(document).roots),
  fields: (): string[] => scanDraft(document).fields.map(({ element }) => element.id || element.className),
};

export type Desk = typeof desk;
Object.assign(globalThis, { desk });
