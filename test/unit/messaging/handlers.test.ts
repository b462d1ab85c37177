import { describe, expect, it } from "vitest";
import { DraftDesk } from "../../../background/draft-desk";
import { createHandlers } from "../../../background/handlers";
import type { Badge } from "../../../src/browser/worker";
import type { Draft, Finding } from "../../../src/compliance/finding";
import { DEFAULT_SETTINGS } from "../../../src/ledger/model";
import type { Changed, Notice } from "../../../src/messaging/protocol";
import { freshLedger, shanghai } from "../ledger/sample";
import { consoleTab, ownPage, seen } from "./sample";

const EDITOR = "https://channels.weixin.qq.com/platform/post/create";

/** Finds 最 in a text, as gravely as the goods class says: a stand-in whose answers depend on the whole draft. */
function findings({ text, goods }: Draft): Finding[] {
  return [...text.matchAll(/最/gu)].map(({ index }) => ({
    start: index,
    end: index + 1,
    text: "最",
    category: "absolute_term",
    severity: goods === "alcohol" ? "warn" : "block",
    rule: "test.most",
    basis: [{ law: "广告法", article: "第九条第三项" }],
    suggestions: [],
  }));
}

function worker() {
  const store = freshLedger();
  const told: (Notice & { readonly only?: number })[] = [];
  const announced: Changed[] = [];
  const badges = new Map<number, Badge>();
  const desk = new DraftDesk(async () => ({ session: () => ({ update: findings }) }));
  const handlers = createHandlers({
    ...store,
    desk,
    reader: "0.1.0",
    now: () => shanghai("2026-11-21T10:00"),
    announce: (changed) => void announced.push(changed),
    setBadge: async (tab, badge) => void badges.set(tab, badge),
    tellTabs: async (notice, only) => void told.push({ ...notice, ...(only === undefined ? {} : { only }) }),
  });
  return { ...store, handlers, told, announced, badges };
}
const typed = (text: string, seq = 1) => ({ seq, page: "post_editor", text }) as const;

describe("hello", () => {
  it("says what the page may do and hands out the dictionary", async () => {
    const { handlers, writer } = worker();
    const hello = () => handlers.hello({ host: "channels.weixin.qq.com" }, consoleTab());
    const permit = await hello();
    expect(permit).toMatchObject({ reading: true, marks: false });
    expect(permit.labels).toContainEqual({
      metric: "play_count",
      unit: "count",
      entities: ["video", "account"],
      labels: expect.arrayContaining(["播放量"]),
    });
    await writer.patchSettings({ marks: { "channels.weixin.qq.com": true } });
    expect(await hello()).toMatchObject({ reading: true, marks: true });
    await writer.patchSettings({ reading: { hosts: { "channels.weixin.qq.com": false } } });
    expect(await hello()).toMatchObject({ reading: false });
    await writer.patchSettings({ reading: { all: false, hosts: { "channels.weixin.qq.com": true } } });
    expect(await hello()).toMatchObject({ reading: false });
  });
});

describe("observe", () => {
  it("keeps the look and tells the views", async () => {
    const { handlers, ledger, announced } = worker();
    expect(await handlers.observe({ observation: seen }, consoleTab(4))).toEqual({ stored: "new" });
    expect(await handlers.observe({ observation: seen }, consoleTab(4))).toEqual({ stored: "known" });
    expect(announced).toEqual([
      { what: "captures", tab: 4 },
      { what: "captures", tab: 4 },
    ]);
    expect(await ledger.latestSighting(4)).toMatchObject({ at: shanghai("2026-11-21T10:00") });
  });

  it("stores nothing while reading is off, nor of a page that is not the sender's", async () => {
    const { handlers, writer, ledger, announced } = worker();
    const store = consoleTab(4, "https://store.weixin.qq.com/shop/home");
    expect(await handlers.observe({ observation: seen }, store)).toEqual({ stored: "nothing" });
    await writer.patchSettings({ reading: { all: false } });
    expect(await handlers.observe({ observation: seen }, consoleTab(4))).toEqual({ stored: "nothing" });
    expect(await ledger.usage()).toMatchObject({ snapshots: 0, sightings: 0 });
    expect(announced).toEqual([]);
  });

  it("marks a tab whose page was not understood until the next that was", async () => {
    const { handlers, badges } = worker();
    const look = (state: typeof seen.state) => handlers.observe({ observation: { ...seen, state } }, consoleTab(4));
    await look("loading");
    expect(badges.has(4)).toBe(false);
    await look("schema_changed");
    expect(badges.get(4)?.text).toBe("!");
    await look("loading");
    expect(badges.get(4)?.text).toBe("!");
    await look("partial_page");
    expect(badges.get(4)).toBeNull();
  });
});

describe("drafts", () => {
  const editor = consoleTab(4, EDITOR);

  it("are checked, kept with their findings and counted on the badge", async () => {
    const { handlers, ledger, badges, announced } = worker();
    const answer = await handlers.draft(typed("最好最香", 7), editor);
    expect(answer).toMatchObject({ seq: 7, findings: [{ start: 0 }, { start: 2 }] });
    expect(await ledger.draft(4)).toMatchObject({
      text: "最好最香",
      channel: "video_caption",
      findings: answer.findings,
    });
    expect(badges.get(4)?.text).toBe("2");
    expect(announced).toEqual([{ what: "draft", tab: 4 }]);
    // A look at the editor page itself does not hide the count.
    await handlers.observe({ observation: { ...seen, page: "post_editor" } }, editor);
    expect(badges.get(4)?.text).toBe("2");
    await handlers.draft(typed("好香", 8), editor);
    expect(badges.get(4)).toBeNull();
  });

  it("go when the page says so, and when another document stands in the tab", async () => {
    const { handlers, ledger, badges } = worker();
    await handlers.draft(typed("最好"), editor);
    await handlers.hello({ host: "channels.weixin.qq.com" }, editor);
    expect(await ledger.draft(4)).not.toBeNull();
    await handlers.hello({ host: "channels.weixin.qq.com" }, { ...editor, documentId: "reloaded" });
    expect(await ledger.draft(4)).toBeNull();
    expect(badges.get(4)).toBeNull();
    await handlers.draft(typed("最好"), editor);
    await handlers.draft_gone({}, editor);
    expect(await ledger.draft(4)).toBeNull();
  });

  it("keep the goods class the user chose for them, while the page stands", async () => {
    const { handlers, ledger, badges, told } = worker();
    await handlers.draft(typed("最好", 1), editor);
    const scope = { goods: "alcohol", channel: "live_script", account: "creator" } as const;
    const answer = await handlers.set_draft_scope({ tab: 4, scope }, ownPage);
    expect(answer.findings).toMatchObject([{ severity: "warn" }]);
    expect(badges.get(4)).toBeNull();
    expect(told).toEqual([{ notice: "permit", only: 4 }]);
    await handlers.draft(typed("最好最香", 2), editor);
    expect(await ledger.draft(4)).toMatchObject({ ...scope, findings: [{ severity: "warn" }, { severity: "warn" }] });
    await handlers.draft(typed("最好", 1), { ...editor, documentId: "another" });
    expect(await ledger.draft(4)).toMatchObject({ goods: "any", channel: "video_caption", account: "shop" });
    expect(await handlers.set_draft_scope({ tab: 99, scope }, ownPage)).toEqual({ findings: [] });
  });

  it("take the channel from the page before the default", async () => {
    const { handlers, ledger, writer } = worker();
    await writer.patchSettings({ draft: { goods: "food_health", channel: "group_post" } });
    await handlers.draft({ seq: 1, page: "post_editor", text: "甲" }, consoleTab(1, EDITOR));
    await handlers.draft({ seq: 1, page: "goods_editor", text: "甲" }, consoleTab(2, EDITOR));
    await handlers.draft({ seq: 1, page: "unknown", text: "甲" }, consoleTab(3, EDITOR));
    const channels = await Promise.all([1, 2, 3].map(async (tab) => (await ledger.draft(tab))?.channel));
    expect(channels).toEqual(["video_caption", "product_detail", "group_post"]);
    expect((await ledger.draft(1))?.goods).toBe("food_health");
  });

  it("are neither checked nor kept while reading is off", async () => {
    const { handlers, ledger, writer } = worker();
    await writer.patchSettings({ reading: { hosts: { "channels.weixin.qq.com": false } } });
    expect(await handlers.draft(typed("最好", 3), editor)).toEqual({ seq: 3, findings: [] });
    expect(await ledger.draft(4)).toBeNull();
  });
});

describe("what the user decides", () => {
  it("settings are kept, and open consoles asked to ask again", async () => {
    const { handlers, told, announced } = worker();
    const settings = await handlers.set_settings({ patch: { rise: "green" } }, ownPage);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, rise: "green" });
    expect([told, announced]).toEqual([[{ notice: "permit" }], [{ what: "settings" }]]);
  });

  it("delete everything empties the store, the badges and the views", async () => {
    const { handlers, ledger, badges, announced, told } = worker();
    await handlers.observe({ observation: seen }, consoleTab(4));
    await handlers.draft(typed("最好"), consoleTab(5, EDITOR));
    await handlers.set_settings({ patch: { marks: { "store.weixin.qq.com": true } } }, ownPage);
    told.length = 0;
    await handlers.delete_everything({}, ownPage);
    expect(await ledger.usage()).toMatchObject({ snapshots: 0, readings: 0, entities: 0, sightings: 0 });
    expect(await ledger.settings()).toEqual(DEFAULT_SETTINGS);
    expect([await ledger.draft(5), badges.get(5)]).toEqual([null, null]);
    expect(announced.at(-1)).toEqual({ what: "everything" });
    expect(told).toEqual([{ notice: "permit" }]);
  });
});
