import { describe, expect, it } from "vitest";
import { DraftDesk } from "../../../background/draft-desk";
import { createHandlers } from "../../../background/handlers";
import type { Draft, Finding } from "../../../src/compliance/finding";
import type { ReviewRow } from "../../../src/ledger/model";
import type { ReviewRequest } from "../../../src/messaging/protocol";
import { casesOf, rejectedBy } from "../../../src/operations/reviews/case";
import { verifyChains } from "../../../src/operations/reviews/chain";
import { shanghai } from "../ledger/sample";
import { lockable } from "../messaging/lock-desk";
import { ownPage } from "../messaging/sample";

const PACKS = [{ id: "absolute-terms", version: "2026.11.21", asOf: "2026-11-21" }];
const TEXT = "全网最好的茶，回头客多";

const find = ({ text }: Draft): Finding[] =>
  text.includes("最好")
    ? [
        {
          start: text.indexOf("最好"),
          end: text.indexOf("最好") + 2,
          text: "最好",
          category: "absolute_term",
          severity: "block",
          rule: "absolute.most",
          basis: [{ law: "广告法", article: "第九条第三项" }],
          suggestions: [],
        },
      ]
    : [];

function machine() {
  const { store, lock } = lockable();
  const desk = new DraftDesk(async () => ({ packs: PACKS, switchedOff: () => [], session: () => ({ update: find }) }));
  const quiet = {
    announce: () => {},
    setBadge: async () => {},
    putScripts: async () => {},
    tellTabs: async () => {},
    report: () => {},
    arm: async () => {},
    cloud: { now: async () => null, alone: <T>(work: () => Promise<T>) => work() },
    lock,
  };
  let clock = shanghai("2026-11-26T10:00");
  const handlers = createHandlers({ ...store, desk, reader: "x", now: () => (clock += 1_000), ...quiet });
  const step = (request: ReviewRequest) => handlers.review(request, ownPage);
  const submit = async (text = TEXT, id: string | null = null) => {
    const draft = { text, goods: "food_ordinary", channel: "video_caption", account: "shop" } as const;
    const request = {
      step: "submit",
      by: "小王",
      note: "",
      case: id,
      tab: null,
      title: "新茶",
      draft,
      ignored: [],
    } as const;
    return (await step(request)).case;
  };
  const stateOf = async (id: string) => casesOf(await store.ledger.reviews()).find((each) => each.id === id)?.state;
  return { ...store, step, submit, stateOf, setClock: (at: number) => (clock = at) };
}
const by = { by: "小李", note: "" };

describe("a review", () => {
  it("goes from the machine to a person to legal, and records text, findings and pack versions", async () => {
    const { step, submit, stateOf, ledger } = machine();
    const id = await submit();
    expect(await stateOf(id)).toBe("human");
    await step({ ...by, step: "human", case: id, decision: "pass" });
    expect(await stateOf(id)).toBe("legal");
    await step({ ...by, by: "张律师", step: "legal", case: id, decision: "pass" });
    expect(await stateOf(id)).toBe("passed");
    const [row] = await ledger.reviews();
    expect(row?.entry).toMatchObject({
      step: "submit",
      by: "小王",
      draft: { text: TEXT },
      findings: [
        { text: "最好", severity: "block", basis: [{ law: "广告法", article: "第九条第三项" }], ignored: false },
      ],
      packs: PACKS,
    });
  });

  it("comes back with a reason, or waits for evidence and goes on where it was asked", async () => {
    const { step, submit, stateOf } = machine();
    const id = await submit();
    await step({ ...by, step: "human", case: id, decision: "pass" });
    await step({ ...by, step: "legal", case: id, decision: "ask", note: "要检测报告" });
    expect(await stateOf(id)).toBe("evidence");
    await step({ ...by, step: "evidence", case: id, note: "报告 8 号，存档柜 3" });
    expect(await stateOf(id)).toBe("legal");
    await step({ ...by, step: "legal", case: id, decision: "return", note: "删去最好" });
    expect(await stateOf(id)).toBe("returned");
    await submit("好茶", id);
    expect(await stateOf(id)).toBe("human");
  });

  it("takes no step out of turn, and records nothing of it", async () => {
    const { step, submit, ledger } = machine();
    const id = await submit();
    const early = step({ ...by, step: "legal", case: id, decision: "pass" });
    await expect(early).rejects.toMatchObject({ code: "moved" });
    await expect(step({ ...by, step: "evidence", case: id })).rejects.toMatchObject({ code: "moved" });
    await expect(step({ ...by, step: "human", case: "none", decision: "pass" })).rejects.toMatchObject({
      code: "moved",
    });
    expect(await ledger.reviews()).toHaveLength(1);
  });

  it("shows what the packs missed of what the platform rejected", async () => {
    const { step, submit, ledger } = machine();
    const outcome = { ...by, step: "outcome", accepted: false, clause: "4.11.1" } as const;
    await step({ ...outcome, case: await submit(), words: "回头客多" });
    await step({ ...outcome, case: await submit(), words: "最好的茶" });
    await step({ ...outcome, case: await submit(), words: "封面" });
    await step({ ...outcome, case: await submit(), words: "", accepted: true });
    const missed = rejectedBy(casesOf(await ledger.reviews()));
    expect(missed.map(({ outcome: { words }, found }) => [words, found]).sort()).toEqual([
      ["回头客多", false],
      ["封面", false],
      ["最好的茶", true],
    ]);
  });
});

describe("the record", () => {
  const written = async (): Promise<readonly ReviewRow[]> => {
    const { step, submit, ledger } = machine();
    const id = await submit();
    await step({ ...by, step: "human", case: id, decision: "ask", note: "报告" });
    await step({ ...by, step: "evidence", case: id, note: "8 号" });
    await step({ ...by, step: "human", case: id, decision: "pass" });
    return ledger.reviews();
  };
  const broken = async (rows: readonly ReviewRow[]) => (await verifyChains(rows)).map((chain) => chain.broken);
  const change = (row: ReviewRow | undefined, more: object): ReviewRow =>
    ({ ...row, entry: { ...Object(row?.entry), ...more } }) as ReviewRow;

  it("is whole as written, also after its JSON was read in another order of names", async () => {
    const rows = await written();
    expect(await broken(rows)).toEqual([null]);
    const turned = rows.map((row) => ({
      ...row,
      entry: Object.fromEntries(Object.entries(Object(row.entry)).reverse()),
    }));
    expect(await broken(turned)).toEqual([null]);
  });

  it("shows a changed, a missing, and a replaced entry by its number", async () => {
    const rows = [...(await written())];
    expect(await broken(rows.with(1, change(rows[1], { note: "不用报告" })))).toEqual([{ n: 2, kind: "changed" }]);
    expect(await broken(rows.toSpliced(2, 1))).toEqual([{ n: 3, kind: "missing" }]);
    expect(await broken(rows.slice(1))).toEqual([{ n: 1, kind: "missing" }]);
    // Another record's second entry is whole in itself, but does not follow this one's first.
    const other = change((await written())[1], { device: Object(rows[0]?.entry).device });
    const { reviewId } = await import("../../../src/ledger/review-id");
    const forged = { ...other, id: await reviewId(other) };
    expect(await broken(rows.with(1, forged))).toEqual([{ n: 2, kind: "cut" }]);
  });

  it("of several machines is united by putting the entries together", async () => {
    const [one, two] = [await written(), await written()];
    expect(await broken([...one, ...two].sort((a, b) => (a.id < b.id ? -1 : 1)))).toEqual([null, null]);
    expect(new Set([...one, ...two, ...one].map(({ id }) => id)).size).toBe(8);
  });

  it("keeps its order when the clock is set back, and when two steps come at once", async () => {
    const { submit, ledger, setClock } = machine();
    await submit();
    setClock(0);
    await Promise.all([submit(), submit(), submit()]);
    expect(await broken(await ledger.reviews())).toEqual([null]);
    expect((await ledger.reviews()).map(({ entry }) => Object(entry).n)).toEqual([1, 2, 3, 4]);
  });
});
