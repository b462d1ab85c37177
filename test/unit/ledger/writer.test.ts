import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../../src/ledger/model";
import { type DraftRow, STORES } from "../../../src/ledger/records";
import { SIGHTINGS_KEPT } from "../../../src/ledger/sightings";
import { capture, freshLedger, shopDay } from "./sample";

const draft = (tab: number, seq: number, text: string, document = "a"): DraftRow => ({
  tab,
  seq,
  document,
  text,
  at: seq,
  page: "post_editor",
  goods: "any",
  channel: "video_caption",
  account: "shop",
  findings: [],
});

describe("settings", () => {
  it("change by leaf and keep the rest", async () => {
    const { writer, ledger } = freshLedger();
    expect(await ledger.settings()).toEqual(DEFAULT_SETTINGS);
    await writer.patchSettings({ reading: { hosts: { "store.weixin.qq.com": false } } });
    await writer.patchSettings({ noticeReadAt: 5, draft: { goods: "alcohol" } });
    expect(await ledger.settings()).toEqual({
      ...DEFAULT_SETTINGS,
      reading: { all: true, hosts: { "channels.weixin.qq.com": true, "store.weixin.qq.com": false } },
      noticeReadAt: 5,
      draft: { ...DEFAULT_SETTINGS.draft, goods: "alcohol" },
    });
    await writer.patchSettings({ noticeReadAt: null });
    expect((await ledger.settings()).noticeReadAt).toBeNull();
  });
});

describe("drafts", () => {
  it("are one a tab; an older text never replaces a later one of the same page", async () => {
    const { writer, ledger } = freshLedger();
    expect(await writer.putDraft(draft(1, 5, "五"))).toBe(true);
    expect(await writer.putDraft(draft(1, 4, "四"))).toBe(false);
    expect((await ledger.draft(1))?.text).toBe("五");
    expect(await writer.putDraft(draft(1, 1, "新的页面", "b"))).toBe(true);
    expect(await ledger.draft(1)).toEqual({
      tab: 1,
      text: "新的页面",
      at: 1,
      page: "post_editor",
      goods: "any",
      channel: "video_caption",
      account: "shop",
      findings: [],
    });
    expect(await ledger.draft(2)).toBeNull();
    expect([await writer.dropDraft(1), await writer.dropDraft(1)]).toEqual([true, false]);
    await writer.putDraft(draft(1, 1, "甲"));
    await writer.putDraft(draft(2, 1, "乙"));
    await writer.dropDrafts();
    expect([await ledger.draft(1), await ledger.draft(2)]).toEqual([null, null]);
  });
});

describe("the log of looks", () => {
  it("keeps the newest and is asked by tab", async () => {
    const { writer, ledger, connection } = freshLedger();
    const { db } = await connection.open();
    await writer.keep(shopDay(1, { state: "loading" }), capture("2026-11-21T09:00", 3));
    const [first] = await db.getAll("sightings");
    // As if the rest of a full log had come by.
    await db.put("sightings", { ...first, seq: SIGHTINGS_KEPT, tab: 4 } as never);
    expect(await ledger.latestSighting(3)).toMatchObject({ seq: 1 });
    await writer.keep(shopDay(1, { state: "loading" }), capture("2026-11-21T10:00", null));
    expect((await ledger.recentSightings(9)).map(({ seq, tab }) => [seq, tab])).toEqual([
      [SIGHTINGS_KEPT + 1, null],
      [SIGHTINGS_KEPT, 4],
    ]);
    expect(await ledger.latestSighting(3)).toBeNull();
  });
});

describe("delete everything", () => {
  it("leaves no record in any store, and the ledger usable", async () => {
    const { writer, ledger, connection } = freshLedger();
    await writer.keep(shopDay(1), capture("2026-11-21T10:00"));
    await writer.patchSettings({ theme: "dark" });
    await writer.putDraft(draft(8, 1, "甲"));
    const [shop] = await ledger.owners();
    await writer.putNotes([{ kind: "rival", id: shop?.key ?? "", fields: { order: 1 } }], 1);
    expect(await writer.clear()).toEqual([8]);
    const { db } = await connection.open();
    for (const store of db.objectStoreNames) expect([store, await db.count(store)]).toEqual([store, 0]);
    expect([...db.objectStoreNames].sort()).toEqual([...STORES].sort());
    expect(await ledger.settings()).toEqual(DEFAULT_SETTINGS);
    expect(await writer.keep(shopDay(1), capture("2026-11-21T11:00"))).toBe("new");
  });
});
