import { describe, expect, it, vi } from "vitest";
import { LedgerError } from "../../../src/ledger/errors";
import { DEFAULT_SETTINGS } from "../../../src/ledger/model";
import type { Sender } from "../../../src/messaging/policy";
import type { Kind } from "../../../src/messaging/protocol";
import { RATE } from "../../../src/messaging/rate";
import { createServer, type Handlers } from "../../../src/messaging/server";
import { consoleTab, ownPage, SELF, seen } from "./sample";

const INPUTS: Record<Kind, unknown> = {
  load: { parts: ["read-page"] },
  hello: { host: "channels.weixin.qq.com" },
  observe: { observation: seen },
  draft: { seq: 1, page: "post_editor", text: "好茶" },
  draft_gone: {},
  set_settings: { patch: { reading: { hosts: { "store.weixin.qq.com": false } } } },
  set_draft_scope: { tab: 1, scope: { goods: "any", channel: "video_caption", account: "shop" } },
  ignore_finding: { tab: 1, key: "rule 最好", on: true },
  review: { step: "evidence", case: "c1", by: "小李", note: "检测报告编号 8" },
  put_notes: { notes: [{ kind: "target", id: "pay_gmv", fields: { value: 1 } }] },
  keep_view: { view: "board", owner: null },
  import_begin: { source: { kind: "import", name: "表", estimate: false }, file: null, account: null },
  import_part: { upload: "u", entities: [], readings: [] },
  import_end: { upload: "u", keep: true },
  undo_import: { batch: "b" },
  cloud: { act: "backup" },
  taken_in: {},
  lock: { act: "unlock", passphrase: "x" },
  delete_everything: {},
};
const FROM_CONSOLE: readonly string[] = ["load", "hello", "observe", "draft", "draft_gone"];

const handlers = (more: Partial<Handlers> = {}): Handlers => ({
  load: async () => ({ reading: true }),
  hello: async () => ({ reading: true, marks: false, labels: [] }),
  observe: async () => ({ stored: "new" }),
  draft: async ({ seq }) => ({ seq, findings: [] }),
  draft_gone: async () => ({}),
  set_settings: async () => DEFAULT_SETTINGS,
  set_draft_scope: async () => ({ findings: [] }),
  ignore_finding: async () => ({}),
  review: async () => ({ case: "c1", entry: "e1" }),
  put_notes: async () => ({}),
  keep_view: async () => ({}),
  import_begin: async () => ({ upload: "u" }),
  import_part: async () => ({}),
  import_end: async () => null,
  undo_import: async () => ({ readings: 0 }),
  cloud: async () => null,
  taken_in: async () => ({}),
  lock: async () => ({ state: "none", minutes: 0, waiting: 0, part: null, refused: null, waitMs: 0 }),
  delete_everything: async () => ({}),
  ...more,
});
const server = (more: Partial<Handlers> = {}, now?: () => number) =>
  createServer(handlers(more), SELF, async () => false, now);

const code = (error: string) => ({ ok: false, error: { code: error, message: expect.any(String) } });
const kinds = Object.entries(INPUTS) as [Kind, unknown][];

describe("who may send what", () => {
  it.each(kinds)("%s", async (kind, input) => {
    const serve = server();
    const isFromConsole = FROM_CONSOLE.includes(kind);
    const [allowed, other] = isFromConsole ? [consoleTab(), ownPage] : [ownPage, consoleTab()];
    expect(await serve({ kind, input }, allowed)).toMatchObject({ ok: true });
    expect(await serve({ kind, input }, other)).toEqual(code("forbidden"));
  });

  it("while the store is locked, nothing but looks, the lock and deleting everything is served", async () => {
    const serve = createServer(handlers(), SELF, async () => true);
    const answers = kinds.map(async ([kind, input]) => {
      const answer = await serve({ kind, input }, FROM_CONSOLE.includes(kind) ? consoleTab() : ownPage);
      if (!answer.ok) expect(answer).toEqual(code("locked"));
      return answer.ok ? [kind] : [];
    });
    expect((await Promise.all(answers)).flat()).toEqual([
      "load",
      "hello",
      "observe",
      "draft_gone",
      "lock",
      "delete_everything",
    ]);
  });

  const strangers: [string, Sender][] = [
    ["another extension", { ...consoleTab(), id: "other" }],
    ["no one", {}],
    ["a frame", { ...consoleTab(), frameId: 3 }],
    ["a script without a tab", { id: SELF.id, url: "https://channels.weixin.qq.com/platform", frameId: 0 }],
    ["another site", consoleTab(1, "https://channels.weixin.qq.com.evil.example/")],
    ["plain http", consoleTab(1, "http://channels.weixin.qq.com/")],
    ["another port", consoleTab(1, "https://channels.weixin.qq.com:8443/")],
    ["a page that names us in its path", consoleTab(1, `https://evil.example/${SELF.origin}`)],
    ["another extension's page", { id: SELF.id, url: "chrome-extension://zzz/popup.html", frameId: 0 }],
    ["an unreadable address", { id: SELF.id, url: "::", frameId: 0 }],
  ];
  it.each(strangers)("hears nothing from %s", async (_, sender) => {
    const serve = server();
    for (const [kind, input] of kinds) expect(await serve({ kind, input }, sender)).toEqual(code("forbidden"));
  });
});

describe("what is answered", () => {
  it.each([
    undefined,
    null,
    1,
    "hello",
    [],
    {},
    { kind: 1 },
    { kind: "nope" },
    { kind: "toString" },
    { kind: "__proto__" },
  ])("unknown_kind to %j", async (message) => expect(await server()(message, ownPage)).toEqual(code("unknown_kind")));

  it("the path of what is wrong, and no handler runs", async () => {
    const observe = vi.fn();
    const serve = server({ observe });
    const wrong = { observation: { ...seen, readings: [{ ...seen.readings[0], unit: "yuan" }] } };
    const answer = await serve({ kind: "observe", input: wrong }, consoleTab());
    expect(answer).toEqual(code("bad_message"));
    expect(answer).toMatchObject({ error: { message: expect.stringContaining("observation.readings.0.unit") } });
    expect(await serve({ kind: "observe", input: { observation: { ...seen, cookie: "x" } } }, consoleTab())).toEqual(
      code("bad_message"),
    );
    expect(observe).not.toHaveBeenCalled();
  });

  it("too_large beyond 4 MB of observation and 1 MB of text", async () => {
    const serve = server();
    const name = "长".repeat(1_900);
    const many = Array.from({ length: 2_300 }, () => ({ type: "video", id: null, name }));
    const big = { observation: { ...seen, entities: many } };
    expect(await serve({ kind: "observe", input: big }, consoleTab())).toEqual(code("too_large"));
    const text = (length: number) => ({
      kind: "draft",
      input: { seq: 1, page: "post_editor", text: "茶".repeat(length) },
    });
    expect(await serve(text(1_048_576), consoleTab())).toMatchObject({ ok: true });
    expect(await serve(text(1_048_577), consoleTab())).toEqual(code("bad_message"));
    expect(await serve(text(2_300_000), consoleTab())).toEqual(code("too_large"));
    const deep = { kind: "set_draft_scope", input: { tab: 1, scope: { goods: "x".repeat(30_000) } } };
    expect(await serve(deep, ownPage)).toEqual(code("too_large"));
  });

  it("a handler's error by its code", async () => {
    const throwing = (error: unknown) =>
      server({ observe: async () => Promise.reject(error) })(
        { kind: "observe", input: { observation: seen } },
        consoleTab(),
      );
    expect(await throwing(new LedgerError("full", "满了"))).toEqual({
      ok: false,
      error: { code: "full", message: "满了" },
    });
    expect(await throwing(new LedgerError("newer", "新"))).toEqual(code("newer"));
    expect(await throwing(new LedgerError("unfit", "x"))).toEqual(code("unfit"));
    expect(await throwing(new LedgerError("moved", "x"))).toEqual(code("moved"));
    expect(await throwing(new TypeError("boom"))).toEqual(code("failed"));
    expect(await throwing("thrown text")).toEqual(code("failed"));
    const sync = server({
      put_notes: () => {
        throw new Error("at once");
      },
    });
    expect(await sync({ kind: "put_notes", input: INPUTS.put_notes }, ownPage)).toEqual(code("failed"));
  });

  it("failed after a while to a handler that never ends", async () => {
    vi.useFakeTimers();
    try {
      const answer = server({ put_notes: () => new Promise(() => {}) })(
        { kind: "put_notes", input: INPUTS.put_notes },
        ownPage,
      );
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await answer).toEqual(code("failed"));
    } finally {
      vi.useRealTimers();
    }
  });

  it("busy to a tab that sends too fast, for as long as it does, and to no other", async () => {
    let now = 0;
    const serve = server({}, () => now);
    const hello = { kind: "hello", input: INPUTS.hello };
    for (let sent = 0; sent < RATE.burst; sent += 1)
      expect(await serve(hello, consoleTab(1))).toMatchObject({ ok: true });
    expect(await serve(hello, consoleTab(1))).toEqual(code("busy"));
    expect(await serve(hello, consoleTab(2))).toMatchObject({ ok: true });
    now += 1_000;
    for (let sent = 0; sent < RATE.perSecond; sent += 1)
      expect(await serve(hello, consoleTab(1))).toMatchObject({ ok: true });
    expect(await serve(hello, consoleTab(1))).toEqual(code("busy"));
  });
});
