import type { Badge } from "../src/browser/worker";
import type { Finding } from "../src/compliance/finding";
import type { Ledger } from "../src/ledger/ledger";
import { type ConsoleHost, DEFAULT_SETTINGS, type Settings } from "../src/ledger/model";
import type { DraftRow } from "../src/ledger/records";
import { METRICS } from "../src/ledger/vocabulary";
import type { LedgerWriter } from "../src/ledger/writer";
import type { Sender } from "../src/messaging/policy";
import type { Changed, LabelEntry, Notice } from "../src/messaging/protocol";
import type { Handlers } from "../src/messaging/server";
import { draftBadge, pageBadge } from "./badge";
import { type DraftDesk, scopeOf } from "./draft-desk";

export interface Surroundings {
  readonly ledger: Ledger;
  readonly writer: LedgerWriter;
  readonly desk: DraftDesk;
  readonly reader: string;
  now(): number;
  announce(changed: Changed): void;
  setBadge(tab: number, badge: Badge): Promise<void>;
  tellTabs(notice: Notice, only?: number): Promise<void>;
}

const LABELS: readonly LabelEntry[] = METRICS.map(({ id, unit, entities, labels }) => ({
  metric: id,
  unit,
  entities,
  labels,
}));

/** What the worker does with each message. The server has checked sender and shape before. */
export function createHandlers(at: Surroundings): Handlers {
  const { ledger, writer, desk } = at;

  const forgetDraft = async (tab: number): Promise<void> => {
    desk.forget(tab);
    if (!(await writer.dropDraft(tab))) return;
    at.announce({ what: "draft", tab });
    await at.setBadge(tab, null);
  };

  const keepDraft = async (draft: DraftRow): Promise<void> => {
    if (!(await writer.putDraft(draft))) return;
    at.announce({ what: "draft", tab: draft.tab });
    await at.setBadge(draft.tab, draftBadge(draft.findings));
  };

  return {
    async hello({ host }, sender) {
      const settings = await ledger.settings();
      const tab = tabOf(sender);
      const before = await ledger.draftRow(tab);
      if (before !== undefined && before.document !== documentOf(sender)) await forgetDraft(tab);
      return { reading: mayRead(settings, sender), marks: settings.marks[host], labels: LABELS };
    },

    async observe({ observation }, sender) {
      const isOfSender = new URL(observation.url).host === hostOf(sender);
      if (!isOfSender || !mayRead(await ledger.settings(), sender)) return { stored: "nothing" };
      const tab = tabOf(sender);
      const stored = await writer.keep(observation, { at: at.now(), tab, reader: at.reader });
      at.announce({ what: "captures", tab });
      const badge = pageBadge(observation.state);
      if (badge !== undefined && (await ledger.draft(tab)) === null) await at.setBadge(tab, badge);
      return { stored };
    },

    async draft({ seq, page, text }, sender) {
      const settings = await ledger.settings();
      if (!mayRead(settings, sender)) return { seq, findings: [] };
      const tab = tabOf(sender);
      const document = documentOf(sender);
      const before = await ledger.draftRow(tab);
      const scope = scopeOf(page, settings, before?.document === document ? before : undefined);
      const findings = await desk.check(tab, { text, ...scope });
      await keepDraft({ tab, document, seq, page, text, ...scope, at: at.now(), findings });
      return { seq, findings };
    },

    async draft_gone(_, sender) {
      await forgetDraft(tabOf(sender));
      return {};
    },

    async set_settings({ patch }) {
      const settings = await writer.patchSettings(patch);
      at.announce({ what: "settings" });
      await at.tellTabs({ notice: "permit" });
      return settings;
    },

    async set_draft_scope({ tab, scope }): Promise<{ findings: readonly Finding[] }> {
      const draft = await ledger.draftRow(tab);
      if (draft === undefined) return { findings: [] };
      const findings = await desk.check(tab, { text: draft.text, ...scope });
      await keepDraft({ ...draft, ...scope, at: at.now(), findings });
      // The page asks again, so that its marks follow.
      await at.tellTabs({ notice: "permit" }, tab);
      return { findings };
    },

    async watch({ entity, on }) {
      const watched = await writer.watch(entity, on, at.now());
      at.announce({ what: "watch" });
      return { watched };
    },

    async order_watched({ entities }) {
      const watched = await writer.orderWatched(entities);
      at.announce({ what: "watch" });
      return { watched };
    },

    async put_notes({ notes }) {
      await writer.putNotes(notes, at.now());
      at.announce({ what: "notes" });
      return {};
    },

    async delete_everything() {
      const settings = await ledger.settings();
      const tabs = await writer.clear();
      desk.forgetAll();
      at.announce({ what: "everything" });
      await Promise.all(tabs.map((tab) => at.setBadge(tab, null)));
      // Pages need to ask again only where the defaults, which hold now, say otherwise than before.
      if (JSON.stringify(settings) !== JSON.stringify(DEFAULT_SETTINGS)) await at.tellTabs({ notice: "permit" });
      return {};
    },
  };
}

const hostOf = (sender: Sender): string => new URL(sender.url ?? "").host;

const documentOf = (sender: Sender): string | null => sender.documentId ?? null;

function tabOf(sender: Sender): number {
  if (sender.tab?.id === undefined) throw new Error("a message without a tab");
  return sender.tab.id;
}

const mayRead = ({ reading }: Settings, sender: Sender): boolean =>
  reading.all && reading.hosts[hostOf(sender) as ConsoleHost] === true;
