import { nextReminder, weekBoard } from "../src/competitors/week-board";
import type { LedgerReader } from "../src/ledger/reader";
import { noticeWords, type WordSource } from "./notice-words";
import type { Job } from "./schedule";

const WEEK_MINUTES = 7 * 24 * 60;
export const REMINDER = "rivals";

export interface Bell extends WordSource {
  readonly ledger: LedgerReader;
  now(): number;
  setAlarm(name: string, when: number, everyMinutes: number): Promise<void>;
  clearAlarm(name: string): Promise<void>;
  notify(id: string, title: string, message: string): Promise<boolean>;
}

/** The weekly reminder to look at the competitors that were not seen yet. */
export function createReminder(bell: Bell): Job {
  return {
    section: "rivals",
    /** Sets the alarm as the user wants it; to be called after a start and after each change of the wish. */
    async arm() {
      const [wish] = await bell.ledger.notes("rival_reminder");
      const { on = false, weekday = 1, hour = 10 } = wish?.value ?? {};
      if (on) await bell.setAlarm(REMINDER, nextReminder(bell.now(), weekday, hour), WEEK_MINUTES);
      else await bell.clearAlarm(REMINDER);
    },
    async run() {
      const rivals = await bell.ledger.rivals();
      const days = await bell.ledger.sellerDays(rivals.map(({ keys }) => keys));
      const { seen, of, rows } = weekBoard(rivals, days, bell.now(), 1);
      const unseen = rows.filter(({ seenThisWeek }) => !seenThisWeek).map(({ rival }) => rival.name);
      if (unseen.length === 0) return;
      const { t } = await noticeWords(bell, ["messages"]);
      const names = unseen.slice(0, 5).join(t("list_comma"));
      await bell.notify(REMINDER, t("reminder_title", { seen, all: of }), t("reminder_text", { names }));
    },
  };
}
