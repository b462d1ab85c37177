import { fingerprint } from "../src/ledger/fingerprint";
import type { Ledger } from "../src/ledger/ledger";
import type { LedgerWriter } from "../src/ledger/writer";
import { type AlertSettings, alertsOf, DEFAULT_ALERTS, isSilent, toShow } from "../src/metrics/alerts";
import { shanghaiDay } from "../src/metrics/calendar";
import { dashboardOf } from "../src/ui/data/dashboards";
import { alertText } from "../src/ui/format/alert";
import { makeFormats } from "../src/ui/format/formats";
import type { VaultStore } from "../src/vault/vault-store";
import { noticeWords, type WordSource } from "./notice-words";
import type { Job } from "./schedule";

export const ALERTS_JOB = "alerts";
const EVERY_MINUTES = 60;
/** Of several causes at once, so many are named in one notification. */
const NAMED = 4;
/** What an alert is told from besides what was captured. */
const TOLD_FROM = ["target", "assumption", "campaign", "post"] as const;
/** Name in the vault of what was looked through last. */
const LOOKED = "alerts-looked";

export interface AlertSurroundings extends WordSource {
  readonly ledger: Ledger;
  readonly writer: LedgerWriter;
  readonly vault: Pick<VaultStore, "get" | "put">;
  now(): number;
  /** False where the permission is not given. */
  notify(id: string, title: string, message: string): Promise<boolean>;
  setAlarm(name: string, when: number, everyMinutes: number): Promise<void>;
  clearAlarm(name: string): Promise<void>;
  nextAlarm(name: string): Promise<number | null>;
}

/** Looks once an hour whether there is something to tell; not at all while every alert is off. */
export function createAlertsJob(at: AlertSurroundings): Job {
  const settingsOf = async (): Promise<AlertSettings> => ({
    ...DEFAULT_ALERTS,
    ...(await at.ledger.notes("alerts"))[0]?.value,
  });
  /** The same text while there can be nothing to tell that was not there at the last look. */
  const stateOf = async (settings: AlertSettings, day: string): Promise<string> => {
    const notes = await Promise.all(TOLD_FROM.map((kind) => at.ledger.notes(kind)));
    return fingerprint(JSON.stringify([await at.ledger.mark(), day, settings, notes]));
  };
  return {
    section: "alerts",
    async arm() {
      const { target, anomaly, stale } = await settingsOf();
      if (!target && !anomaly && !stale) return at.clearAlarm(ALERTS_JOB);
      if ((await at.nextAlarm(ALERTS_JOB)) === null) await at.setAlarm(ALERTS_JOB, at.now() + 60_000, EVERY_MINUTES);
    },
    async run() {
      const now = at.now();
      const [settings, alerted] = [await settingsOf(), await at.ledger.notes("alerted")];
      const known = new Map(alerted.map(({ id, value }) => [id, value.day ?? ""]));
      // A whole board takes hundreds of pages to read, so it is read only when it can tell anything.
      if (isSilent(settings, known, now)) return;
      const state = await stateOf(settings, shanghaiDay(now));
      if ((await at.vault.get(LOOKED)) === state) return;
      const part = settings.target || settings.anomaly ? "whole" : "first";
      const shown = toShow(alertsOf(await dashboardOf(at.ledger, null, now, part), now), settings, known, now);
      if (shown.length === 0) return at.vault.put(LOOKED, state);
      const { language, t } = await noticeWords(at, ["messages", "workspace"]);
      const words = { language, t, format: makeFormats(language, t) };
      const lines = shown.slice(0, NAMED).map((alert) => alertText(alert, words));
      if (shown.length > NAMED) lines.push(t("alert_more", { n: shown.length - NAMED }));
      const title = t(settings.digest === null ? "alert_title" : "alert_digest", { n: shown.length });
      // Told only once it was shown: without the permission it is found again when that is given.
      if (!(await at.notify(`${ALERTS_JOB}:${now}`, title, lines.join("\n")))) return;
      const day = shanghaiDay(now);
      await at.writer.putNotes(
        shown.map(({ cause }) => ({ kind: "alerted" as const, id: cause, fields: { day } })),
        now,
      );
    },
  };
}
