import { dropInkless } from "./ink";
import { type Dictionary, findLabel } from "./labels";
import { Layout } from "./layout";
import { extentOf } from "./list-extent";
import type { ListMemory } from "./list-memory";
import { digitsMove } from "./motion";
import type { FailedCheck, Observation } from "./observation";
import { othersAside } from "./others-aside";
import { addressKept, type Place } from "./page";
import { contextOf, type PageContext } from "./page-context";
import { stateOf } from "./page-state";
import { keepWhole } from "./percentiles";
import { readContents } from "./read-contents";
import { periodAt, statedPeriods, widest } from "./read-periods";
import { spreadUnits } from "./read-units";
import { busyOn, statedCount, TOTAL_OF_LIST, TOTAL_OF_POSTS } from "./states";
import { understand } from "./understand";
import { walk } from "./walk";

/** A look at the page, and whether it shows signs of not being done. */
export interface Look {
  readonly observation: Observation;
  readonly roots: ReadonlySet<Node>;
  /**
   * A spinner somewhere; `unfilled`: boxes hold the place of more; `stale`: a spinner over the figures themselves; `blank`:
   * every figure is 0 or a dash.
   */
  readonly busy: boolean;
  readonly unfilled: boolean;
  readonly stale: boolean;
  readonly blank: boolean;
  /** Nothing to be seen but what no script can look into: a frame of another site, a closed shadow root. */
  readonly sealed: boolean;
  /** Digits are still on their way to their place. */
  readonly moving: boolean;
  /** What was read is not on the page any more: it was taken out while it was read. */
  readonly torn: boolean;
  /** The elements that the figures were read from. */
  readonly figures: readonly Element[];
}

/**
 * Reads the page in `doc` by its texts. A generator: each yield is a place where the caller may let the page run on.
 * Throws nothing on any page; what is not understood is said in the observation.
 */
export function* look(
  doc: Document,
  address: string,
  place: Place,
  dictionary: Dictionary,
  memory: ListMemory | null = null,
): Generator<void, Look, void> {
  const called = (text: string) => findLabel(dictionary, text);
  const sheet = yield* walk(doc, (text) => called(text) !== null);
  yield;
  const own = yield* understand(sheet.tokens, dictionary);
  yield;
  const { page } = place;
  const layout = new Layout(sheet, called);
  yield* layout.openTabs();
  yield* layout.samplesAside();
  yield* othersAside(layout, page === "talent_detail");
  yield* spreadUnits(layout, own);

  const context = yield* contextOf(layout, own, dictionary, page, address);
  const { account, ofRival, report } = context;
  const listed = yield* statedCount(layout, page === "post_list" ? TOTAL_OF_POSTS : TOTAL_OF_LIST);
  memory?.begin(listed);
  const contents = yield* readContents(context, memory);
  yield;
  keepWhole(layout, report);
  if (report.drafts.length < MOST_INKED) yield* dropInkless(layout, report);

  const isName = namesIn(context);
  const extent = yield* extentOf(context, contents, listed, memory, isName);
  const stated = yield* statedPeriods(layout, report.drafts, context.isOwner, isName);
  yield;
  const { readings, conflicts } = yield* report.settle((draft) =>
    // A live is over when it is over: days over a list of them say when they took place.
    report.entities[draft.entity]?.type === "live" ? null : periodAt(stated, draft.token),
  );
  yield;
  const figures = report.drafts.map((draft) => layout.at(draft.token));
  const busy = yield* busyOn(layout, figures);
  yield;
  const { state, failed } = yield* stateOf(layout, place, extent, readings.length, busy.any);
  const keeps = state === "ok" || state === "partial_page";
  const conflict: FailedCheck[] =
    conflicts > 0 && keeps ? [{ check: "conflict", expected: null, seen: conflicts }] : [];
  const observation: Observation = {
    page,
    state,
    url: addressKept(address),
    account,
    ...(ofRival ? { ofRival } : {}),
    period: keeps ? widest(stated) : null,
    entities: keeps ? report.entities : [],
    readings: keeps ? readings : [],
    unknownLabels: keeps || state === "schema_changed" ? [...contents.unknown].slice(0, MOST_UNKNOWN) : [],
    failed: [...extent.failed, ...failed, ...conflict].slice(0, MOST_FAILED),
    complete: state === "ok",
  };
  return {
    observation,
    roots: sheet.roots,
    busy: busy.any,
    unfilled: sheet.unfilled,
    stale: busy.over,
    blank: readings.length > 0 && figures.every((t) => t.shown?.kind === "none" || t.shown?.n === 0),
    sealed: observation.failed.some(({ check }) => check === "out_of_reach"),
    moving: digitsMove(layout),
    // In a frame that was taken out, elements do not notice.
    torn: figures.some(({ el }) => !el.isConnected || !el.ownerDocument.defaultView),
    figures: figures.map((t) => t.el),
  };
}

/** Long lists are not looked at figure by figure for one in the colour of its ground. */
const MOST_INKED = 500;

/** A page of a thousand cards that cannot be read says so a few times, not a thousand. */
const MOST_FAILED = 20;
const MOST_UNKNOWN = 50;

/** Whether a text is what the user, something read or its owner is called. */
function namesIn({ account, report }: PageContext): (text: string) => boolean {
  const names = new Set([account?.name, ...report.entities.flatMap(({ name, owner }) => [name, owner?.name])]);
  return (text) => names.has(text);
}
