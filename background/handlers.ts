import type { Badge } from "../src/browser/worker";
import type { Ledger } from "../src/ledger/ledger";
import { DEFAULT_SETTINGS } from "../src/ledger/model";
import type { LedgerWriter } from "../src/ledger/writer";
import type { Sender } from "../src/messaging/policy";
import type { Changed, Notice, Part } from "../src/messaging/protocol";
import type { Handlers } from "../src/messaging/server";
import { isRuleNote } from "../src/operations/own-rules";
import { pageBadge } from "./badge";
import type { CloudJob } from "./cloud-job";
import type { DraftDesk } from "./draft-desk";
import { createDraftHandlers } from "./draft-handlers";
import { createImportHandlers } from "./import-handlers";
import { labelsOf } from "./labels";
import type { LockDesk } from "./lock-desk";
import { createReviewHandler } from "./review-handler";
import { documentOf, hostOf, mayRead, tabOf } from "./sender";
import { takenIn } from "./taken-in";
import { createViewDesk } from "./view-desk";
import { watchRoom } from "./watch-room";

export interface Surroundings {
  readonly ledger: Ledger;
  readonly writer: LedgerWriter;
  readonly desk: DraftDesk;
  readonly reader: string;
  now(): number;
  announce(changed: Changed): void;
  setBadge(tab: number, badge: Badge): Promise<void>;
  /** Sets every alarm anew, after what jobs go by may have changed. */
  arm(): Promise<void>;
  /** Puts scripts of ours into a document, one after the other. */
  putScripts(parts: readonly Part[], tab: number, document: string | null): Promise<void>;
  tellTabs(notice: Notice, only?: number): Promise<void>;
  readonly cloud: Pick<CloudJob, "now" | "alone">;
  readonly lock: Pick<LockDesk, "isLocked" | "keep" | "handle" | "clear">;
  report(error: unknown): void;
}

/** What the worker does with each message. The server has checked sender and shape before. */
export function createHandlers(at: Surroundings): Handlers {
  const { ledger, writer, desk } = at;

  const room = watchRoom(at);
  const views = createViewDesk(at);
  const { forget, recheck, ...drafts } = createDraftHandlers(at);

  /** A draft is its document's: the tab's next one has nothing of it. */
  async function forgetPageBefore(sender: Sender): Promise<void> {
    const before = (await at.lock.isLocked()) ? undefined : await ledger.draftRow(tabOf(sender));
    if (before !== undefined && before.document !== documentOf(sender)) await forget(tabOf(sender));
  }

  return {
    async load({ parts }, sender) {
      await forgetPageBefore(sender);
      const reading = mayRead(await ledger.settings(), sender);
      if (reading) await at.putScripts(parts, tabOf(sender), documentOf(sender));
      return { reading };
    },

    async hello({ host }, sender) {
      await forgetPageBefore(sender);
      const settings = await ledger.settings();
      return { reading: mayRead(settings, sender), marks: settings.marks[host], labels: await labelsOf(ledger) };
    },

    async observe({ observation }, sender) {
      const isOfSender = new URL(observation.url).host === hostOf(sender);
      if (!isOfSender || !mayRead(await ledger.settings(), sender)) return { stored: "nothing" };
      const tab = tabOf(sender);
      const keeping = at.lock.keep(observation, { at: at.now(), tab, reader: at.reader });
      const stored = await room.watch(keeping, tab);
      if (await at.lock.isLocked()) return { stored };
      if (stored === "new" && (await writer.bindRivals(at.now()))) at.announce({ what: "notes" });
      at.announce({ what: "captures", tab });
      if (stored !== "nothing") views.soon();
      const badge = pageBadge(observation.state);
      if (badge !== undefined && (await ledger.draft(tab)) === null) await at.setBadge(tab, badge);
      return { stored };
    },

    ...drafts,
    review: createReviewHandler(at),

    async set_settings({ patch }) {
      const settings = await writer.patchSettings(patch);
      at.announce({ what: "settings" });
      await at.tellTabs({ notice: "permit" });
      return settings;
    },

    async put_notes({ notes, standing }) {
      await writer.putNotes(notes, at.now(), standing);
      at.announce({ what: "notes" });
      views.soon();
      await at.arm();
      if (notes.some(({ kind }) => isRuleNote(kind))) await recheck();
      // Pages ask for the dictionary again, and read by the new word at once.
      if (notes.some(({ kind }) => kind === "label")) await at.tellTabs({ notice: "permit" });
      return {};
    },

    async keep_view({ view, owner }) {
      await views.keep(view, owner);
      return {};
    },

    ...createImportHandlers(at),

    async cloud({ act }) {
      if (act !== "arm") return at.cloud.now(act);
      await at.arm();
      at.announce({ what: "cloud" });
      return null;
    },

    async taken_in() {
      await takenIn(at);
      return {};
    },
    lock: (asked) => at.lock.handle(asked),

    async delete_everything() {
      const settings = await ledger.settings();
      const tabs = await at.cloud.alone(() => at.lock.clear(writer.clear));
      desk.reload();
      await at.arm();
      at.announce({ what: "everything" });
      await Promise.all(tabs.map((tab) => at.setBadge(tab, null)));
      // Pages need to ask again only where the defaults, which hold now, say otherwise than before.
      if (JSON.stringify(settings) !== JSON.stringify(DEFAULT_SETTINGS)) await at.tellTabs({ notice: "permit" });
      return {};
    },
  };
}
