import type { Layout } from "./layout";
import type { Extent } from "./list-extent";
import type { FailedCheck, PageState } from "./observation";
import type { Place } from "./page";
import { parseMoment } from "./periods";
import { saysEmpty, screenOf } from "./states";

/** Square pixels that a page's main part is larger than. */
const LARGE = 60_000;

/** Figures without a label that is known, by which a page is no longer empty. */
const FEW = 3;

/** `failed`: what is to be said beside the checks that failed, of a page on which nothing could be read. */
interface Verdict {
  readonly state: PageState;
  readonly failed: readonly FailedCheck[];
}

/** What is to be made of a look that found so many `readings`. `busy`: the page says that it is loading. */
export function* stateOf(
  layout: Layout,
  { forbidden, login, page }: Place,
  extent: Extent,
  readings: number,
  busy: boolean,
): Generator<void, Verdict, void> {
  const is = (state: PageState): Verdict => ({ state, failed: [] });
  if (forbidden) return is("off");
  if (login) return is("needs_login");
  // Notices speak of risks and log-ins, and say of what day they are; a screen in the way does not.
  const notices = page === "notices" && (yield* layout.find(({ area, text }) => area === "page" && parseMoment(text)));
  const screen = yield* screenOf(layout, readings > 0 || !!notices);
  if (screen) return is(screen === "login" ? "needs_login" : "risk_control");
  if (page === "unknown") return is("off");
  if (page === "post_editor" || page === "goods_editor") return is(layout.sheet.editor ? "ok" : "loading");
  if (page === "notices") return is(layout.tokens.some((t) => t.area === "page") ? "ok" : "loading");
  if (extent.failed.length > 0) return is("schema_changed");
  if (readings > 0) return is(extent.isPart ? "partial_page" : "ok");
  if (extent.items > 0 || extent.posts === 0 || (yield* saysEmpty(layout))) return is("ok");
  const unread = busy ? null : whyUnread(layout, extent.posts);
  if (unread) return { state: "schema_changed", failed: [unread] };
  // All that it shows stands aside: it is of others.
  return is(!busy && layout.tokens.some((t) => t.area === "tip" && t.label) ? "ok" : "loading");
}

/** Why nothing was read of a page that shows something; null where it may only be on its way. */
function whyUnread({ sheet, tokens }: Layout, posts: number | null): FailedCheck | null {
  const shown = tokens.filter((t) => t.area === "page" && t.shown && t.shown.kind !== "none").length;
  if (sheet.canvas > LARGE) return { check: "canvas_only", expected: null, seen: null };
  if (shown >= FEW) return { check: "no_known_label", expected: null, seen: shown };
  if (sheet.sealed > LARGE) return { check: "out_of_reach", expected: null, seen: null };
  return posts ? { check: "row_count", expected: posts, seen: 0 } : null;
}
