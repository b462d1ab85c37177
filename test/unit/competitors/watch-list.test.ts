import { describe, expect, it } from "vitest";
import { addNames, doubles, merge, move, split, star, unstar } from "../../../src/competitors/watch-list";
import type { NotePatch } from "../../../src/ledger/notes";
import type { Rival } from "../../../src/ledger/rivals";
import { capture, freshLedger, observation, reading } from "../ledger/sample";

async function listOf(...names: string[]) {
  const { writer, ledger } = freshLedger();
  await writer.keep(
    observation(
      names.map((name, at) => ({ type: "talent" as const, id: `t${at}`, name })),
      names.map((_, at) => reading(at, "follower_count", 5)),
      { page: "talent_square" },
    ),
    capture("2026-11-16T10:00"),
  );
  const list = () => ledger.rivals();
  const write = async (patches: readonly NotePatch[]): Promise<readonly Rival[]> => {
    await writer.putNotes(patches, Date.now());
    return list();
  };
  return { list, write };
}
const shown = (rivals: readonly Rival[]) => rivals.map(({ name, archived }) => (archived ? `(${name})` : name));

describe("the watch list", () => {
  it("takes more than ten, in order, and moves an entry", async () => {
    const { write } = await listOf(...Array.from({ length: 12 }, (_, at) => `达人${at}`));
    let rivals: readonly Rival[] = [];
    for (let at = 0; at < 12; at += 1) rivals = await write(star(rivals, `talent:t${at}`, at));
    expect(shown(rivals)).toEqual(Array.from({ length: 12 }, (_, at) => `达人${at}`));
    rivals = await write(move(rivals, "talent:t11", -11));
    expect(shown(rivals).slice(0, 3)).toEqual(["达人11", "达人0", "达人1"]);
    expect(move(rivals, "talent:t11", -1)).toEqual([]);
    expect(star(rivals, "talent:t3", 5)).toEqual([]);
  });

  it("drops an entry without words, archives one with, and gives the words back", async () => {
    const { write } = await listOf("甲", "乙");
    let rivals = await write([...star([], "talent:t0", 1), ...star([], "talent:t1", 2)]);
    rivals = await write([{ kind: "rival", id: "talent:t1", fields: { remark: "盯价格" } }]);
    rivals = await write([...unstar(rivals, "talent:t0"), ...unstar(rivals, "talent:t1")]);
    expect(shown(rivals)).toEqual(["(乙)"]);
    rivals = await write(star(rivals, "talent:t1", 9));
    expect(rivals).toMatchObject([{ name: "乙", archived: false, remark: "盯价格" }]);
  });

  it("adds names once, whatever their width and spaces, and says which were there", async () => {
    const { write } = await listOf("甲乙");
    const rivals = await write(star([], "talent:t0", 1));
    const { patches, added, known } = addNames(
      rivals,
      [{ name: " 甲 乙" }, { name: "ＡＢ 店", group: "茶" }, { name: "ab店" }, { name: " " }],
      5,
    );
    expect([added, known]).toEqual([1, ["甲 乙"]]);
    expect(await write(patches)).toMatchObject([{ name: "甲乙" }, { name: "ＡＢ 店", state: "unseen", group: "茶" }]);
  });

  it("makes two entries one, and two again", async () => {
    const { write } = await listOf("甲", "甲");
    let rivals = await write([...star([], "talent:t0", 1), ...star([], "talent:t1", 2)]);
    const [pair] = doubles(rivals);
    if (!pair) throw new Error("no double found");
    rivals = await write(merge(...pair));
    expect(rivals).toMatchObject([{ keys: ["talent:t0", "talent:t1"] }]);
    expect(unstar(rivals, "talent:t1")).toMatchObject([{ fields: { archived: true } }]);
    expect(star(rivals, "talent:t1", 3)).toEqual([]);
    if (!rivals[0]) throw new Error("gone");
    rivals = await write(split(rivals, rivals[0], 9));
    expect(rivals.map(({ keys }) => keys)).toEqual([["talent:t0"], ["talent:t1"]]);
  });
});
