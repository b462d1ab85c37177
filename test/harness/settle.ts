import type { PageKind } from "../../src/console/observation";
import type { PageText } from "./page-text";
import type { Stored } from "./stored";

const QUIET_MS = 1_000;
/** What is not understood may be half drawn: a person waits a little longer before saying so. */
const UNSURE_MS = 5_000;
/** The reader takes its look only after the page has stood still for a moment. */
const LOOK_MS = 500;
/** What changed on the page and led to no look yet may still be on its way to a worker that has to start. */
const UNSEEN_MS = 3_000;
const POLL_MS = 100;
/** What one round of looking counts for at most: where page and store answer slowly, the extension is as slow. */
const ROUND_MS = 150;
const EDITORS: ReadonlySet<PageKind> = new Set(["post_editor", "goods_editor"]);

interface Settling {
  readonly stored: Stored;
  readonly text: PageText;
  readonly tab: number;
  /** Number of the last look before the visit. */
  readonly after: number;
}

/**
 * Waits until the extension is done with the page and neither store nor page has changed for a second, for three where the
 * page changed last, or for five where it is not understood; at most `seconds`. A page the extension has said nothing of, or
 * calls loading, is not done; nor is an editor whose copy is not the draft that was checked, since the first check of a worker
 * takes as long as building the checker does. Time is counted as page and store answer: a busy machine is waited for.
 */
export async function settle({ stored, text, tab, after }: Settling, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  let shown = "";
  let kept = "";
  let now = 0;
  let shownAt = 0;
  let keptAt = 0;
  let round = Date.now();
  while (Date.now() < deadline) {
    const [nowShown, look, draft] = await Promise.all([text.fingerprint(), stored.latest(), stored.draft(tab)]);
    const nowKept = JSON.stringify([look, draft]);
    const began = round;
    round = Date.now();
    now += Math.min(round - began, ROUND_MS);
    if (nowShown !== shown) shownAt = now;
    if (nowKept !== kept) keptAt = now;
    [shown, kept] = [nowShown, nowKept];
    const done = look !== null && look.seq > after && look.tab === tab && look.state !== "loading";
    const still = look?.state === "schema_changed" ? UNSURE_MS : QUIET_MS;
    const isSeen = keptAt >= shownAt;
    const quiet = now - keptAt >= still && now - shownAt >= (isSeen ? still + LOOK_MS : Math.max(still, UNSEEN_MS));
    if (done && quiet && (!EDITORS.has(look.page) || (await text.draft()) === (draft?.text ?? ""))) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
