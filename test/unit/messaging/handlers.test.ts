import { describe, expect, it, vi } from "vitest";
import { DraftDesk } from "../../../background/draft-desk";
import { createHandlers } from "../../../background/handlers";
import type { Badge } from "../../../src/browser/worker";
import type { Draft, Finding } from "../../../src/compliance/finding";
import { DEFAULT_SETTINGS } from "../../../src/ledger/model";
import type { Changed, Notice } from "../../../src/messaging/protocol";
import { storeState } from "../../../src/ui/data/store-state";
import { shanghai } from "../ledger/sample";
import { lockable } from "./lock-desk";
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

const own = ({ text }: Draft, words: readonly string[]): Finding[] =>
  words
    .filter((word) => text.includes(word))
    .map((word) => ({
      start: text.indexOf(word),
      end: text.indexOf(word) + word.length,
      text: word,
      category: "custom",
      severity: "block",
      rule: `own.${word}`,
      basis: [],
      suggestions: [],
    }));

const PACK = { id: "test", version: "2026.11.21", asOf: "2026-11-21" };

function worker() {
  const { store, lock } = lockable();
  const told: (Notice & { readonly only?: number })[] = [];
  const announced: Changed[] = [];
  const badges = new Map<number, Badge>();
  const rules: string[] = [];
  const slow: string[] = [];
  const put: unknown[] = [];
  const load = async () => {
    const words = [...rules];
    const update = (draft: Draft) => [...findings(draft), ...own(draft, words)];
    return { packs: [PACK], session: () => ({ update }), switchedOff: () => slow.map((rule) => ({ rule, ms: 2_000 })) };
  };
  const desk = new DraftDesk(load);
  const handlers = createHandlers({
    ...store,
    desk,
    reader: "0.1.0",
    now: () => shanghai("2026-11-21T10:00"),
    announce: (changed) => void announced.push(changed),
    setBadge: async (tab, badge) => void badges.set(tab, badge),
    arm: async () => {},
    cloud: { now: async () => null, alone: <T>(work: () => Promise<T>) => work() },
    report: () => {},
    lock,
    putScripts: async (...scripts) => void put.push(scripts),
    tellTabs: async (notice, only) => void told.push({ ...notice, ...(only === undefined ? {} : { only }) }),
  });
  return { ...store, handlers, told, announced, badges, rules, slow, put };
}
const typed = (text: string, seq = 1) => ({ seq, page: "post_editor", text }) as const;

describe("load", () => {
  it("puts the scripts into the very document that asks, and none where reading is off", async () => {
    const { handlers, writer, put } = worker();
    const load = () => handlers.load({ parts: ["read-page"] }, { ...consoleTab(4), documentId: "D" });
    expect(await load()).toEqual({ reading: true });
    await writer.patchSettings({ reading: { hosts: { "channels.weixin.qq.com": false } } });
    expect(await load()).toEqual({ reading: false });
    expect(put).toEqual([[["read-page"], 4, "D"]]);
  });
});

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

  it("says that there is no room, keeps what it has, and takes it back once there is", async () => {
    const { handlers, ledger, badges, announced } = worker();
    await handlers.observe({ observation: seen }, consoleTab(4));
    const before = await ledger.usage();
    const other = { ...seen, account: { id: null, name: "另一家店" } };
    const real = IDBObjectStore.prototype.add;
    const full = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    const refused = handlers.observe({ observation: other }, consoleTab(4));
    await expect(refused).rejects.toMatchObject({ code: "full" });
    expect(badges.get(4)?.text).toBe("!");
    expect(announced.at(-1)).toEqual({ what: "cloud" });
    expect(await storeState(ledger)).toMatchObject({ full: true });
    expect(await ledger.usage()).toMatchObject({ snapshots: before.snapshots, readings: before.readings });
    full.mockImplementation(function (this: IDBObjectStore, ...args) {
      return real.apply(this, args);
    });
    expect(await handlers.observe({ observation: other }, consoleTab(4))).toEqual({ stored: "new" });
    expect(await storeState(ledger)).toMatchObject({ full: false });
    expect(badges.get(4)).toBeNull();
    full.mockRestore();
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

  it("of an older text never stand over a newer one, however late its message comes or its check ends", async () => {
    const { handlers, ledger, badges } = worker();
    const newer = handlers.draft(typed("好香", 8), editor);
    const older = handlers.draft(typed("最好最香", 7), editor);
    await Promise.all([newer, older]);
    expect(await ledger.draft(4)).toMatchObject({ text: "好香", findings: [] });
    expect(badges.get(4)).toBeNull();
    await handlers.draft(typed("最好", 7), editor);
    expect(await ledger.draft(4)).toMatchObject({ text: "好香", findings: [] });
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

describe("what the user decides about findings", () => {
  const editor = consoleTab(4, EDITOR);

  it("sets a finding aside for this draft alone, and takes it up again", async () => {
    const { handlers, ledger, badges, told } = worker();
    await handlers.draft(typed("最好最香"), editor);
    await handlers.ignore_finding({ tab: 4, key: "test.most 最", on: true }, ownPage);
    expect(await ledger.draft(4)).toMatchObject({ findings: [], setAside: [{ start: 0 }, { start: 2 }] });
    expect(badges.get(4)).toBeNull();
    expect(told).toEqual([{ notice: "permit", only: 4 }]);
    expect(await handlers.draft(typed("最好最香吗", 2), editor)).toMatchObject({ findings: [] });
    await handlers.draft(typed("最好", 1), { ...editor, documentId: "another" });
    expect(await ledger.draft(4)).toMatchObject({ findings: [{ start: 0 }], setAside: [] });
    await handlers.ignore_finding({ tab: 4, key: "test.most 最", on: true }, ownPage);
    await handlers.ignore_finding({ tab: 4, key: "test.most 最", on: false }, ownPage);
    expect(await ledger.draft(4)).toMatchObject({ findings: [{ start: 0 }], setAside: [] });
    await handlers.ignore_finding({ tab: 99, key: "test.most 最", on: true }, ownPage);
    expect(await ledger.draft(99)).toBeNull();
  });

  it("a decision and a keystroke at one time both hold", async () => {
    const { handlers, ledger } = worker();
    await handlers.draft(typed("最好"), editor);
    await Promise.all([
      handlers.draft(typed("最好吗", 2), editor),
      handlers.ignore_finding({ tab: 4, key: "test.most 最", on: true }, ownPage),
      handlers.draft(typed("最好吗？", 3), editor),
    ]);
    expect(await ledger.draft(4)).toMatchObject({ text: "最好吗？", findings: [], setAside: [{ start: 0 }] });
  });

  it("a rule of one's own checks every open draft anew, with the rules as they are now", async () => {
    const { handlers, ledger, told, rules } = worker();
    await handlers.draft(typed("老茶头"), editor);
    expect(await ledger.draft(4)).toMatchObject({ findings: [] });
    rules.push("老茶头");
    const fields = { category: "custom", severity: "block", reason: "", instead: "" } as const;
    await handlers.put_notes({ notes: [{ kind: "own_word", id: "老茶头", fields }] }, ownPage);
    expect(await ledger.draft(4)).toMatchObject({ findings: [{ text: "老茶头" }] });
    expect(told).toEqual([{ notice: "permit", only: 4 }]);
    await handlers.put_notes({ notes: [{ kind: "target", id: "pay_gmv", fields: { value: 1 } }] }, ownPage);
    expect(told).toHaveLength(1);
  });

  it("rules that come from another machine or a backup hold at once, and the pages ask again", async () => {
    const { handlers, told, announced, rules } = worker();
    expect(await handlers.draft(typed("老茶头", 1), editor)).toMatchObject({ findings: [] });
    rules.push("老茶头");
    await handlers.taken_in({}, ownPage);
    expect(told).toEqual([{ notice: "permit" }]);
    expect(announced.at(-1)).toEqual({ what: "everything" });
    expect(await handlers.draft(typed("老茶头", 2), editor)).toMatchObject({ findings: [{ text: "老茶头" }] });
  });

  it("the draft says which rules were too slow to be asked, and no longer once they are gone", async () => {
    const { handlers, ledger, slow } = worker();
    slow.push("shop.slow");
    await handlers.draft(typed("最好", 1), editor);
    expect(await ledger.draft(4)).toMatchObject({ switchedOff: ["shop.slow"] });
    slow.pop();
    await handlers.ignore_finding({ tab: 4, key: "test.most 最", on: true }, ownPage);
    expect(await ledger.draft(4)).not.toHaveProperty("switchedOff");
  });
});

describe("imports", () => {
  const head = { source: { kind: "import", name: "表", estimate: false }, file: null, account: null } as const;
  const part = (name: string) => ({ entities: [{ type: "shop", id: null, name }] as const, readings: [] });

  it("of two windows at once do not cut each other off; one given up long ago says that it was cut", async () => {
    const { handlers } = worker();
    const begin = async () => (await handlers.import_begin(head, ownPage)).upload;
    const [first, second] = [await begin(), await begin()];
    await handlers.import_part({ upload: first, ...part("甲") }, ownPage);
    await handlers.import_part({ upload: second, ...part("乙") }, ownPage);
    expect(await handlers.import_end({ upload: first, keep: true }, ownPage)).not.toBeNull();
    expect(await handlers.import_end({ upload: second, keep: false }, ownPage)).toBeNull();
    const old = await begin();
    for (let more = 0; more < 3; more += 1) await begin();
    await expect(handlers.import_end({ upload: old, keep: true }, ownPage)).rejects.toMatchObject({ code: "cut" });
  });
});

describe("what a draft is taken for", () => {
  const goods = consoleTab(4, "https://store.weixin.qq.com/shop/goods/add");
  const at = (text: string, seq: number, category?: string) =>
    ({ seq, page: "goods_editor", text, ...(category === undefined ? {} : { category }) }) as const;

  it("comes from the category path, from the account's default, from the default for all", async () => {
    const { handlers, ledger, writer } = worker();
    const page = { ...seen, page: "shop_data", url: "https://store.weixin.qq.com/shop/home" } as const;
    const entities = [{ type: "shop", id: "s1", name: "山里人家小店" }] as const;
    const observation = { ...page, account: { id: "s1", name: "山里人家小店" }, entities, readings: [] };
    await writer.keep(observation, { at: shanghai("2026-11-21T09:00"), tab: 4, reader: "x" });
    await handlers.draft(at("甲", 1), goods);
    expect(await ledger.draft(4)).toMatchObject({ goods: "any", channel: "product_detail" });
    const [owner] = await ledger.owners();
    const fields = { goods: "cosmetic_ordinary", channel: null, account: "creator" } as const;
    await handlers.put_notes({ notes: [{ kind: "draft_scope", id: owner?.key ?? "", fields }] }, ownPage);
    await handlers.draft(at("乙", 2), goods);
    expect(await ledger.draft(4)).toMatchObject({
      goods: "cosmetic_ordinary",
      channel: "product_detail",
      account: "creator",
      scopeBy: "account",
    });
    await handlers.draft({ ...at("乙", 3), titled: true }, goods);
    expect(await ledger.draft(4)).toMatchObject({ channel: "product_title", scopeBy: "account" });
    await handlers.draft(at("丙", 3, "食品饮料 > 茶 > 绿茶"), goods);
    expect(await ledger.draft(4)).toMatchObject({ goods: "food_ordinary", account: "creator", scopeBy: "category" });
    await handlers.draft(at("丁", 4, "没听说过的类目"), goods);
    expect(await ledger.draft(4)).toMatchObject({ goods: "cosmetic_ordinary", scopeBy: "account" });
    const scope = { goods: "alcohol", channel: "product_title", account: "shop" } as const;
    await handlers.set_draft_scope({ tab: 4, scope }, ownPage);
    await handlers.draft(at("戊", 5, "食品饮料 > 茶 > 绿茶"), goods);
    expect(await ledger.draft(4)).toMatchObject({ ...scope, scopeBy: "user" });
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
