import { clearAlarm, nextAlarm, setAlarm } from "../src/browser/alarms";
import { notify } from "../src/browser/notify";
import * as browser from "../src/browser/worker";
import { Connection } from "../src/ledger/connection";
import { openLedger } from "../src/ledger/ledger";
import { createWriter } from "../src/ledger/writer";
import { announce } from "../src/messaging/changed";
import type { Changed } from "../src/messaging/protocol";
import { createServer } from "../src/messaging/server";
import { ALERTS_JOB, createAlertsJob } from "./alerts-job";
import { DraftDesk } from "./draft-desk";
import { createHandlers } from "./handlers";
import { loadChecker } from "./load-checker";
import { createReminder, REMINDER, type Words } from "./rival-reminder";
import { createSchedule } from "./schedule";

// The browser stops this worker whenever it is idle and starts it for the next event: nothing here is remembered that
// is not in the ledger, and every listener is there by the end of the first turn.

const connection = new Connection();
const ledger = openLedger(connection);
const writer = createWriter(connection);
const desk = new DraftDesk(() => loadChecker(ledger));
const { setBadge, tellTabs } = browser;
const reader = browser.version();
const now = (): number => Date.now();
const report = (error: unknown): void => console.warn(error);

const reminder = createReminder({
  ledger,
  now,
  setAlarm,
  clearAlarm,
  notify,
  words: (language) => browser.readOwnJson(`_locales/${language}/messages.json`) as Promise<Words>,
});
const tell = (changed: Changed): void => {
  announce(changed);
  if (changed.what === "notes" || changed.what === "everything") reminder.arm().catch(report);
};

const alerts = createAlertsJob({
  ledger,
  writer,
  now,
  languages: navigator.languages,
  readJson: browser.readOwnJson,
  notify,
  setAlarm,
  clearAlarm,
  nextAlarm,
});
const notesWritten = (): Promise<void> => alerts.arm();
const handlers = createHandlers({
  ledger,
  writer,
  desk,
  reader,
  now,
  announce: tell,
  setBadge,
  tellTabs,
  notesWritten,
});

const schedule = createSchedule(
  { [ALERTS_JOB]: alerts, [REMINDER]: reminder },
  (section) => void browser.openOptionsAt(section).catch(report),
);

browser.listen({
  alarm: schedule.alarm,
  notificationClicked: schedule.notificationClicked,
  message: createServer(handlers, browser.self()),
  tabClosed(tab) {
    desk.forget(tab);
    writer.dropDraft(tab).then((had) => had && announce({ what: "draft", tab }), report);
  },
  browserStarted() {
    alerts.arm().catch(report);
    writer.dropDrafts().catch(report);
    reminder.arm().catch(report);
  },
  installed(first) {
    writer.dropDrafts().catch(report);
    reminder.arm().catch(report);
    browser.preferPopup().catch(report);
    if (first) browser.openOptions().catch(report);
  },
});
