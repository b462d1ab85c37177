import { describe, expect, it } from "vitest";
import { createBoardDesk } from "../../../background/board-desk";
import { absorb } from "../../../src/ledger/absorb";
import { emptyBundle } from "../../../src/ledger/portable";
import { boardName, houseOfBoard, kpiBoard, readyBoard } from "../../../src/ui/data/boards";
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
  const desk = createBoardDesk({ ...all, reader: VERSION, now: () => NOW, report: () => {} });
  const ready = (now = NOW, version = VERSION) => readyBoard(all.ledger, null, now, version);
  return { ...all, desk, ready };
}

describe("the board that is kept ready", () => {
  it("is the board as it would be worked out, for the same day, house and version", async () => {
    const { ledger, desk, ready } = await filled();
    expect((await ready()).isKept).toBe(false);
    await desk.keep(null);
    const { board, isKept } = await ready();
    expect(isKept).toBe(true);
    expect(board.cards.length).toBeGreaterThan(1);
    expect(board).toEqual(await kpiBoard(ledger, null, NOW));
    expect((await ready(NOW + 86_400_000)).isKept).toBe(false);
    expect((await ready(NOW, "1.1")).isKept).toBe(false);
    expect((await readyBoard(ledger, "account:v2_test", NOW, VERSION)).isKept).toBe(false);
    expect(houseOfBoard(boardName("account:v2_test", NOW, VERSION))).toBe("account:v2_test");
    expect([houseOfBoard(await ledger.keptViewOf()), houseOfBoard(null)]).toEqual([null, undefined]);
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
      await desk.keep(null);
      expect((await ready()).isKept).toBe(true);
      await write();
      const { board, isKept } = await ready();
      expect(isKept).toBe(false);
      expect(board).toEqual(await kpiBoard(ledger, null, NOW));
    }
  });

  it("is not kept when the store changed while it was worked out", async () => {
    const { writer, ready } = await filled();
    await writer.keepView(boardName(null, NOW, VERSION), async () => {
      await writer.keep(look(7), capture("2026-11-20T10:00"));
      return "{}";
    });
    expect((await ready()).isKept).toBe(false);
  });
});
