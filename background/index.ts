import { clearAlarm, nextAlarm, setAlarm } from "../src/browser/alarms";
import { notify } from "../src/browser/notify";
import { mayReach } from "../src/browser/reach";
import { closeOtherAreas, forgetInSession, keepForSession, sessionValue } from "../src/browser/session";
import * as browser from "../src/browser/worker";
import { Connection } from "../src/ledger/connection";
import { openLedger } from "../src/ledger/ledger";
import { createWriter } from "../src/ledger/writer";
import { announce } from "../src/messaging/changed";
import { createServer } from "../src/messaging/server";
import { lockSession, unsealBy } from "../src/vault/lock/lock-session";
import { DraftDesk } from "./draft-desk";
import { createHandlers } from "./handlers";
import { createJobs } from "./jobs";
import { loadChecker } from "./load-checker";

// The browser stops this worker whenever it is idle and starts it for the next event: nothing here is remembered that
// is not in the ledger, and every listener is there by the end of the first turn.

const session = lockSession({ get: sessionValue, put: keepForSession, drop: forgetInSession });
const connection = new Connection(undefined, undefined, unsealBy(session));
const ledger = openLedger(connection);
const writer = createWriter(connection);
const desk = new DraftDesk(() => loadChecker(ledger));
const { setBadge, tellTabs, putScripts } = browser;
const now = (): number => Date.now();
const report = (error: unknown): void => console.warn(error);

const store = { connection, ledger, writer, desk, session, now, announce, setBadge, tellTabs, putScripts };
const { schedule, cloud, lock } = createJobs({
  ...store,
  languages: navigator.languages,
  readJson: browser.readOwnJson,
  notify,
  setAlarm,
  clearAlarm,
  nextAlarm,
  mayReach,
  openOptions: (section) => void browser.openOptionsAt(section).catch(report),
  report,
});
closeOtherAreas().catch(report);
const handlers = createHandlers({ ...store, reader: browser.version(), arm: schedule.arm, cloud, lock, report });

browser.listen({
  alarm: (name) => void schedule.alarm(name),
  notificationClicked: schedule.notificationClicked,
  message: createServer(handlers, browser.self(), lock.isLocked),
  tabClosed(tab) {
    desk.forget(tab);
    writer.dropDraft(tab).then((had) => had && announce({ what: "draft", tab }), report);
  },
  browserStarted() {
    writer.dropDrafts().catch(report);
    schedule.arm().catch(report);
  },
  installed(first) {
    browser.enterOpenPages().catch(report);
    writer.dropDrafts().catch(report);
    schedule.arm().catch(report);
    browser.preferPopup().catch(report);
    if (first) browser.openOptions().catch(report);
  },
});
