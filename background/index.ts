import { clearAlarm, nextAlarm, setAlarm } from "../src/browser/alarms";
import { notify } from "../src/browser/notify";
import { mayReach } from "../src/browser/reach";
import * as browser from "../src/browser/worker";
import { Connection } from "../src/ledger/connection";
import { openLedger } from "../src/ledger/ledger";
import { createWriter } from "../src/ledger/writer";
import { acceptsNote } from "../src/messaging/accepts-note";
import { announce } from "../src/messaging/changed";
import type { Changed } from "../src/messaging/protocol";
import { createServer } from "../src/messaging/server";
import { cosOrigin } from "../src/vault/cos-address";
import { syncRound } from "../src/vault/sync-round";
import { vaultStore } from "../src/vault/vault-store";
import { ALERTS_JOB, createAlertsJob } from "./alerts-job";
import { CLOUD_JOB, createCloudJob } from "./cloud-job";
import { DraftDesk } from "./draft-desk";
import { createHandlers } from "./handlers";
import { loadChecker } from "./load-checker";
import { createReminder, REMINDER } from "./rival-reminder";
import { createSchedule } from "./schedule";
import { createSpaceJob, SPACE_JOB } from "./space-job";
import { takenIn } from "./taken-in";

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
  languages: navigator.languages,
  readJson: browser.readOwnJson,
});
const tell = (changed: Changed): void => {
  announce(changed);
  if (changed.what === "notes" || changed.what === "everything") reminder.arm().catch(report);
};

const vault = vaultStore(connection);
const alerts = createAlertsJob({
  ledger,
  writer,
  vault,
  now,
  languages: navigator.languages,
  readJson: browser.readOwnJson,
  notify,
  setAlarm,
  clearAlarm,
  nextAlarm,
});
const notesWritten = (): Promise<void> => alerts.arm();

const cloud = createCloudJob({
  vault,
  now,
  setAlarm,
  clearAlarm,
  announce,
  mayReach: (plan) => mayReach(cosOrigin(plan)),
  round: {
    connection,
    sync: (ring, store, before) => syncRound({ connection, vault, ring, accepts: acceptsNote, now }, store, before),
  },
  merged: () => takenIn({ writer, desk, now, announce: tell, notesWritten, tellTabs }),
});
const space = createSpaceJob({ vault, connection, now, setAlarm, clearAlarm, nextAlarm, announce });
const armVault = async (): Promise<void> => {
  await Promise.all([cloud.arm(), space.arm()]);
};
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
  cloud: { ...cloud, arm: armVault },
});

const schedule = createSchedule(
  { [ALERTS_JOB]: alerts, [REMINDER]: reminder, [CLOUD_JOB]: cloud, [SPACE_JOB]: space },
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
    armVault().catch(report);
  },
  installed(first) {
    writer.dropDrafts().catch(report);
    reminder.arm().catch(report);
    armVault().catch(report);
    browser.preferPopup().catch(report);
    if (first) browser.openOptions().catch(report);
  },
});
