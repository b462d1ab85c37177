import type { PlasmoCSConfig } from "plasmo";
import { isFirstOf } from "../src/browser/first";
import { ask, isAlive, onNotice } from "../src/browser/page-port";
import { askPermit } from "../src/browser/permit";
import { onAddressChange } from "../src/console/address";
import { categoryOn } from "../src/console/draft-category";
import { scanDraft } from "../src/console/draft-fields";
import { DRAFT_MAX } from "../src/console/draft-max";
import { AGAIN_MS, type DraftDesk, type DraftSession, startDraftSession } from "../src/console/draft-session";
import type { Draft } from "../src/console/draft-text";
import { isTitleAlone } from "../src/console/draft-title";
import type { PageKind } from "../src/console/observation";
import { isEditor, pageOf } from "../src/console/page";

export const config: PlasmoCSConfig = {
  matches: ["https://channels.weixin.qq.com/*", "https://store.weixin.qq.com/*"],
  run_at: "document_start",
  all_frames: false,
};

/** Checks copy while it is written: on the console's editor pages only, and only while the user lets it read. */
const alive = new AbortController();
let session = new AbortController();
let draft: DraftSession | null = null;
let page: PageKind | null = null;
let sent = false;

/** Ends what runs; starts anew where this page is an editor that may be read. */
async function restart(): Promise<void> {
  session.abort();
  if (!isAlive()) return alive.abort();
  const mine = new AbortController();
  session = mine;
  draft = null;
  const here = pageOf(location.href);
  page = here;
  const permit = isEditor(here) ? await askPermit(mine.signal) : null;
  if (mine.signal.aborted) return;
  if (!permit?.reading) return void forget();
  const check: DraftDesk["check"] = async (seq, text, written) => {
    // The extension was reloaded: a newer script has taken over.
    if (!isAlive()) session.abort();
    sent = true;
    const own = text.slice(0, DRAFT_MAX);
    const answer = await ask("draft", {
      seq,
      page: here,
      text: own,
      ...(here === "goods_editor" ? goodsOn(written) : {}),
    });
    return answer.ok && answer.value.seq === seq ? answer.value.findings : null;
  };
  draft = startDraftSession(document, { check, marks: permit.marks }, mine.signal);
}

/** What the editor of goods says of the draft beside its words. */
function goodsOn(written: Draft): { readonly titled: boolean; readonly category?: string } {
  const category = categoryOn(scanDraft(document).roots);
  return { titled: isTitleAlone(written), ...(category === null ? {} : { category }) };
}

/** The editor is gone or may no longer be read, so what was sent of it is to go too. */
async function forget(): Promise<void> {
  if (!sent) return;
  sent = false;
  // A worker that is stopped meanwhile gives no answer; a new draft takes the old one's place by itself.
  for (const wait of AGAIN_MS) {
    if ((await ask("draft_gone", {})).ok || sent) return;
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (sent || !isAlive()) return;
  }
}

function leave(): void {
  session.abort();
  void forget();
}

if (isFirstOf("check-draft")) {
  const { signal } = alive;
  onAddressChange(() => {
    if (pageOf(location.href) !== page) void restart();
  }, signal);
  onNotice((notice) => {
    if (notice.notice === "show") return draft?.show(notice) ?? false;
    if (notice.notice === "permit") void restart();
    return undefined;
  }, signal);
  addEventListener("pagehide", leave, { signal });
  addEventListener("pageshow", ({ persisted }) => void (persisted && restart()), { signal });
  void restart();
}
