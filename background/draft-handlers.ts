import type { Finding } from "../src/compliance/finding";
import { setAside } from "../src/compliance/finding-key";
import { inTurn } from "../src/ledger/in-turn";
import type { DraftRow } from "../src/ledger/records";
import type { Handlers } from "../src/messaging/server";
import { draftBadge } from "./badge";
import { decideScope } from "./draft-scope";
import type { Surroundings } from "./handlers";
import { documentOf, mayRead, tabOf } from "./sender";

type DraftKind = "draft" | "draft_gone" | "set_draft_scope" | "ignore_finding";

export interface DraftHandlers extends Pick<Handlers, DraftKind> {
  /** Lets go of the tab's draft. */
  forget(tab: number): Promise<void>;
  /** Checks every draft anew, after the rules have changed. */
  recheck(): Promise<void>;
}

type Unchecked = Omit<DraftRow, "findings" | "setAside">;

/** What the worker does with drafts. */
export function createDraftHandlers(at: Surroundings): DraftHandlers {
  const { ledger, writer, desk } = at;

  const forget = async (tab: number): Promise<void> => {
    desk.forget(tab);
    if (!(await writer.dropDraft(tab))) return;
    at.announce({ what: "draft", tab });
    await at.setBadge(tab, null);
  };

  /** Checks the row's text and keeps it, unless a later text of the page is there; answers what was found. */
  const keep = async ({ switchedOff: _, ...row }: Unchecked): Promise<readonly Finding[]> => {
    const { findings, switchedOff } = await desk.check(row.tab, row);
    const parted = setAside(findings, row.ignored ?? []);
    const off = switchedOff.length > 0 ? { switchedOff } : {};
    if (!(await writer.putDraft({ ...row, ...parted, ...off }))) return parted.findings;
    at.announce({ what: "draft", tab: row.tab });
    await at.setBadge(row.tab, draftBadge(parted.findings));
    return parted.findings;
  };

  /** The page asks again, so that its marks follow. */
  const askPage = (tab: number): Promise<void> => at.tellTabs({ notice: "permit" }, tab);

  const handlers: DraftHandlers = {
    forget,

    async draft({ seq, page, text, category = null, titled = false }, sender) {
      const settings = await ledger.settings();
      if (!mayRead(settings, sender)) return { seq, findings: [] };
      const tab = tabOf(sender);
      const document = documentOf(sender);
      const last = await ledger.draftRow(tab);
      const before = last?.document === document ? last : undefined;
      const scope = await decideScope(ledger, settings, { page, category, titled, tab, before });
      const { ignored = [], review } = before ?? {};
      const kept = { ignored, ...(review === undefined ? {} : { review }) };
      return { seq, findings: await keep({ tab, document, seq, page, text, ...scope, ...kept, at: at.now() }) };
    },

    async draft_gone(_, sender) {
      await forget(tabOf(sender));
      return {};
    },

    async set_draft_scope({ tab, scope }) {
      const draft = await ledger.draftRow(tab);
      if (draft === undefined) return { findings: [] };
      const findings = await keep({ ...draft, ...scope, scopeBy: "user", at: at.now() });
      await askPage(tab);
      return { findings };
    },

    async ignore_finding({ tab, key, on }) {
      const draft = await ledger.draftRow(tab);
      if (draft === undefined) return {};
      const others = (draft.ignored ?? []).filter((each) => each !== key);
      await keep({ ...draft, ignored: on ? [...others, key].slice(-IGNORED_MAX) : others });
      await askPage(tab);
      return {};
    },

    async recheck() {
      desk.reload();
      for (const { tab } of await ledger.draftRows()) {
        const draft = await ledger.draftRow(tab);
        if (draft === undefined) continue;
        await keep(draft);
        await askPage(tab);
      }
    },
  };
  return queued(handlers);
}

/** One at a time: each reads the draft's row, checks and writes it back, and must not miss what another wrote. */
function queued(handlers: DraftHandlers): DraftHandlers {
  const run = inTurn();
  const queue =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      run(() => work(...args));
  return {
    forget: queue(handlers.forget),
    draft: queue(handlers.draft),
    draft_gone: queue(handlers.draft_gone),
    set_draft_scope: queue(handlers.set_draft_scope),
    ignore_finding: queue(handlers.ignore_finding),
    recheck: queue(handlers.recheck),
  };
}

/** Findings set aside for one draft; the oldest go first. */
const IGNORED_MAX = 500;
