import { describe, expect, it } from "vitest";
import { createViewDesk } from "../../../background/view-desk";
import { absorb } from "../../../src/ledger/absorb";
import { Connection } from "../../../src/ledger/connection";
import { openLedger } from "../../../src/ledger/ledger";
import { emptyBundle } from "../../../src/ledger/portable";
import { LOCK } from "../../../src/ledger/sealing/rules";
import { kpiBoard } from "../../../src/ui/data/boards";
import { houseOf, keepReady, readyBoard, readyWatchBoard } from "../../../src/ui/data/ready";
import { watchBoardOf } from "../../../src/ui/data/rivals/watch-board";
import { capture, freshLedger, observation, reading, shanghai, yesterday } from "../ledger/sample";

const NOW = shanghai("2026-11-21T12:00");
const VERSION = "1.0";

const look = (plays: number) =>
  observation(
    [{ type: "account", id: "v2_test", name: "山里人家" }],
    [reading(0, "new_play_count", plays, yesterday), reading(0, "follower_count", plays * 3)],
    { page: "home", url: "https://channels.weixin.qq.com/platform" },
  );

async function filled() {
  const all = freshLedger();
  for (const [at, plays] of [100, 140, 90, 300].entries())
    await all.writer.keep(look(plays), capture(`2026-11-${16 + at}T10:00`));
  const desk = createViewDesk({ ...all, reader: VERSION, now: () => NOW, report: () => {} });
  const ready = (now = NOW, version = VERSION) => readyBoard(all.ledger, { owner: null, now, version });
  return { ...all, desk, ready };
}

describe("the board that is kept ready", () => {
  it("is the board as it would be worked out, for the same day, house and version", async () => {
    const { ledger, desk, ready } = await filled();
    expect((await ready()).isKept).toBe(false);
    await desk.keep("board", null);
    const { board, isKept } = await ready();
    expect(isKept).toBe(true);
    expect(board.cards.length).toBeGreaterThan(1);
    expect(board).toEqual(await kpiBoard(ledger, null, NOW));
    expect((await ready(NOW + 86_400_000)).isKept).toBe(false);
    expect((await ready(NOW, "1.1")).isKept).toBe(false);
    const ofOne = { owner: "account:v2_test", now: NOW, version: VERSION };
    expect((await readyBoard(ledger, ofOne)).isKept).toBe(false);
    expect([houseOf(await ledger.keptViewOf("board")), houseOf(await ledger.keptViewOf("watch"))]).toEqual([
      null,
      undefined,
    ]);
    await desk.keep("board", ofOne.owner);
    expect(houseOf(await ledger.keptViewOf("board"))).toBe(ofOne.owner);
    expect((await readyBoard(ledger, ofOne)).board).toEqual(await kpiBoard(ledger, ofOne.owner, NOW));
  });

  it("holds no more after any write that it may have been told from", async () => {
    const { connection, ledger, writer, desk, ready } = await filled();
    const table = {
      source: { kind: "import", name: "表", estimate: false },
      file: null,
      account: { type: "account", id: "v2_test", name: "山里人家" },
      entities: [{ type: "account", id: "v2_test", name: "山里人家" }],
      readings: [{ ...reading(0, "new_play_count", 5), period: { from: "2026-11-01", to: "2026-11-01" }, day: null }],
    } as unknown as Parameters<typeof writer.keepImport>[0];
    let batch = "";
    const writes: readonly (() => Promise<unknown>)[] = [
      () => writer.keep(look(7), capture("2026-11-20T10:00")),
      // Seen again: what held yesterday holds today.
      () => writer.keep(look(7), capture("2026-11-20T11:00")),
      () => writer.putNotes([{ kind: "target", id: "new_play_count", fields: { value: 50 } }], NOW),
      async () => {
        ({ batch } = await writer.keepImport(table, { at: NOW, reader: VERSION }));
      },
      () => writer.undoImport(batch, NOW),
      async () => absorb((await connection.open()).db, emptyBundle(), { mode: "replace" }),
      () => writer.clear(),
    ];
    for (const write of writes) {
      await desk.keep("board", null);
      expect((await ready()).isKept).toBe(true);
      await write();
      const { board, isKept } = await ready();
      expect(isKept).toBe(false);
      expect(board).toEqual(await kpiBoard(ledger, null, NOW));
    }
  });

  it("is not kept when the store changed while it was worked out", async () => {
    const { ledger, writer, ready } = await filled();
    const slow: Pick<typeof writer, "keepView"> = {
      keepView: (name, of, work) =>
        writer.keepView(name, of, async () => {
          const text = await work();
          await writer.keep(look(7), capture("2026-11-20T10:00"));
          return text;
        }),
    };
    await keepReady("board", { ledger, writer: slow }, { owner: null, now: NOW, version: VERSION });
    expect((await ready()).isKept).toBe(false);
  });

  it("is beside that of the competitors, which is as it would be worked out too", async () => {
    const { ledger, writer, desk, ready } = await filled();
    const owner = { type: "talent", id: "t1", name: "老金茶庄" } as const;
    const goods = { type: "product", id: "p1", name: "白牡丹 100g", owner } as const;
    for (const [day, price] of [
      [17, 1_000],
      [20, 900],
    ] as const) {
      const page = observation([owner, goods], [reading(0, "follower_count", day), reading(1, "price", price)], {
        page: "talent_detail",
        url: "https://store.weixin.qq.com/shop/findersquare/finder-detail?id=t1",
      });
      await writer.keep(page, capture(`2026-11-${day}T10:00`));
    }
    await writer.putNotes([{ kind: "rival", id: "talent:t1", fields: { entity: "talent:t1", order: 1 } }], NOW);
    const watch = () => readyWatchBoard(ledger, { owner: null, now: NOW, version: VERSION });
    expect((await watch()).isKept).toBe(false);
    await desk.keep("watch", null);
    expect((await watch()).board).toEqual(await watchBoardOf(ledger, NOW));
    expect((await watch()).board.rows[0]?.changes.length).toBe(2);
    expect([(await watch()).isKept, (await ready()).isKept]).toEqual([true, false]);
    await desk.keep("board", null);
    expect([(await watch()).isKept, (await ready()).isKept]).toEqual([true, true]);
  });

  it("lies sealed in a store with a lock, and is not told while that is locked", async () => {
    const { connection, ledger, writer } = freshLedger(async () => keys);
    const rows = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const names = (await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"])) as CryptoKey;
    const keys = { rows, names };
    const bare = await connection.bare();
    await bare.put("vault", { id: "1" }, LOCK);
    for (const [at, plays] of [100, 140].entries()) await writer.keep(look(plays), capture(`2026-11-${19 + at}T10:00`));
    const ask = { owner: null, now: NOW, version: VERSION };
    await keepReady("board", { ledger, writer }, ask);
    const { board, isKept } = await readyBoard(ledger, ask);
    expect([isKept, board.cards.length > 0]).toEqual([true, true]);
    const lying = await Promise.all([bare.getAllKeys("vault"), bare.getAll("vault")]);
    expect(lying[0]).toContain("kept-view:board");
    expect(JSON.stringify(lying)).not.toMatch(/new_play_count|山里人家/);
    const locked = new Connection(connection.name, undefined, async () => null);
    await expect(readyBoard(openLedger(locked), ask)).rejects.toMatchObject({ code: "locked" });
  });
});
