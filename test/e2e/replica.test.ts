import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConsoleBrowser, KILL_WORKER, launchBrowser } from "../harness/browser";
import { settleIn } from "../harness/demo/operator";
import { type Desk, openDesk } from "../harness/desk";
import type { Action } from "../harness/site";
import { byLink, visit } from "../harness/visit";
import { EXPECTED, type ExpectedReading, type ReplicaPage, singlePosts } from "../replica/expected";
import { type Replica, serveReplica } from "../replica/replica";
import { replicaUrl } from "../replica/urls";
import { shanghai } from "../replica/world/days";
import { expectSurvived } from "./survived";

const DAYS = ["2026-11-17", "2026-11-18"] as const;
/** Where the worker is stopped at every turn each page takes longer: one of each kind of reader is enough. */
const READERS: readonly ReplicaPage[] = ["home", "post_list", "talent_detail"];
const PAGES = KILL_WORKER ? READERS : (Object.keys(EXPECTED) as ReplicaPage[]);

let replica: Replica;
let chromium: ConsoleBrowser;
let desk: Desk;
const open = (url: string, act: Action[] = [], enter?: typeof byLink) =>
  visit(desk, { url, act, at: shanghai(replica.state.day, "10:30").toISOString() }, enter);

beforeAll(async () => {
  replica = await serveReplica();
  chromium = await launchBrowser(replica);
  desk = await openDesk(chromium);
});
afterAll(async () => {
  await chromium?.close();
  await replica?.close();
});

/** An entity's id is compared only where the page shows it: a name alone may have been met with its id before. */
const comparable = (readings: readonly ExpectedReading[], withId: boolean) =>
  readings
    .map(({ entity: { type, id, name }, ...rest }) =>
      JSON.stringify({ type, id: withId ? id : null, name, ...rest }, sorted),
    )
    .sort();
const sorted = (_key: string, value: unknown) =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe.each(DAYS)("on %s", (day) => {
  it.each(PAGES)("stores of %s what a person reads on it", async (page) => {
    replica.state.day = day;
    const { seed } = replica.state;
    const report = await open(replicaUrl(page, seed, day));
    expect([report.page, report.state]).toEqual([page, "ok"]);
    const own = report.readings.filter(({ entity }) => page !== "talent_detail" || entity.type === "talent");
    const expected = EXPECTED[page](seed, day);
    const withId = expected.some(({ entity }) => entity.id !== null);
    expect(comparable(own, withId)).toEqual(comparable(expected, withId));
  });

  it("stores the table behind the second tab of the videos' data", async () => {
    replica.state.day = day;
    const { seed } = replica.state;
    const report = await open(replicaUrl("post_data", seed, day), [
      { click: ">>> ul.weui-desktop-tab__navs__inner > li:nth-child(2)" },
    ]);
    expect([report.page, report.state]).toEqual(["post_data", "ok"]);
    const videos = report.readings.filter(({ entity }) => entity.type === "video");
    expect(comparable(videos, false)).toEqual(comparable(singlePosts(seed, day), false));
  });
});

it("reads each page under its own name while a person clicks through the menu without a load", async () => {
  const { seed, day } = replica.state;
  await open(replicaUrl("home", seed, day));
  const loads: string[] = [];
  desk.page.on("load", () => loads.push(desk.page.url()));
  for (const page of ["post_list", "post_data", "home"] as const) {
    const report = await open(replicaUrl(page, seed, day), [], byLink);
    expect([report.page, report.state]).toEqual([page, "ok"]);
    expect(comparable(report.readings, false)).toEqual(comparable(EXPECTED[page](seed, day), false));
  }
  expect(loads).toEqual([]);
});

// What is starred here is told to a worker that lives.
it.skipIf(KILL_WORKER)("shows what came of it in every tab of the popup", async () => {
  await settleIn(desk, replica.state.seed, DAYS[1], shanghai(DAYS[1], "11:00"));
  const popup = await chromium.openExtensionPage(`popup.html?tab=${desk.tab}`);
  await popup.waitForSelector(".card .delta");
  await popup.keyboard.press("2");
  await popup.waitForSelector(".row");
  expect((await popup.$$(".row")).length).toBeGreaterThanOrEqual(6);
  await popup.close();
});

it("says that the session is over, and stores nothing of it", async () => {
  replica.state.session = "over";
  expect(await open(replicaUrl("home", replica.state.seed, DAYS[1]))).toMatchObject({
    state: "needs_login",
    readings: [],
  });
  replica.state.session = "open";
});

it("asked nobody else for anything, nothing of the extension failed, and the store is sound", async () => {
  await expectSurvived(chromium, "replica");
  expect(chromium.errors).toEqual([]);
  await chromium.close();
  expect(await chromium.outside()).toEqual([]);
});
