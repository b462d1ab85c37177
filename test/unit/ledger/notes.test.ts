import { describe, expect, it } from "vitest";
import { mergeNotes, type NotePatch, type NoteRow, toNote, writeNote } from "../../../src/ledger/notes";
import fc from "../../harness/properties";
import { freshLedger } from "./sample";

const target = (value: number | null): NotePatch => ({ kind: "target", id: "pay_gmv", fields: { value } });
const gone: NotePatch = { kind: "target", id: "pay_gmv", fields: null };

describe("a note", () => {
  it("keeps the later write and what it replaced", () => {
    const first = writeNote(undefined, target(1), 10, "a");
    const second = writeNote(first, target(2), 20, "a");
    expect(toNote(second)).toEqual({ id: "pay_gmv", value: { value: 2 }, at: 20 });
    expect(second.history).toEqual([{ field: "value", value: 1, at: 10, by: "a" }]);
  });
  it("takes a write of a clock that was set back", () => {
    const later = writeNote(writeNote(undefined, target(1), 1_000, "a"), target(2), 5, "a");
    expect(toNote(later)?.value).toEqual({ value: 2 });
  });
  it("is gone when removed and comes back when written", () => {
    const removed = writeNote(writeNote(undefined, target(1), 10, "a"), gone, 20, "a");
    expect(toNote(removed)).toBeNull();
    expect(toNote(writeNote(removed, target(3), 30, "a"))?.value).toEqual({ value: 3 });
  });
  it("is not changed by the same value again", () => {
    const first = writeNote(undefined, target(1), 10, "a");
    expect(writeNote(first, target(1), 20, "a")).toEqual(first);
  });
});

describe("copies of a note on several machines", () => {
  const write = fc.record({
    value: fc.integer({ min: 0, max: 3 }),
    removes: fc.boolean(),
    at: fc.integer({ min: 1, max: 20 }),
    by: fc.constantFrom("a", "b", "c"),
  });
  const row = fc
    .array(write, { minLength: 1, maxLength: 6 })
    .map(
      (writes) =>
        writes.reduce<NoteRow | undefined>(
          (note, { value, removes, at, by }) => writeNote(note, removes ? gone : target(value), at, by),
          undefined,
        ) as NoteRow,
    );
  it("merge to the same whatever the order, however often", () => {
    fc.assert(
      fc.property(row, row, row, (a, b, c) => {
        const merged = mergeNotes(mergeNotes(a, b), c);
        expect(mergeNotes(a, mergeNotes(b, c))).toEqual(merged);
        expect(mergeNotes(mergeNotes(c, a), b)).toEqual(merged);
        expect(mergeNotes(merged, b)).toEqual(merged);
      }),
    );
  });
});

describe("the store of notes", () => {
  it("answers by kind, and forgets what was removed", async () => {
    const { ledger, writer } = freshLedger();
    await writer.putNotes([target(5), { kind: "target", id: "refund_rate", fields: { value: 0.1 } }], 10);
    await writer.putNotes([{ kind: "target", id: "refund_rate", fields: null }], 20);
    expect(await ledger.notes("target")).toEqual([{ id: "pay_gmv", value: { value: 5 }, at: 10 }]);
  });

  it("takes back only what still stands, and then all or nothing", async () => {
    const { ledger, writer } = freshLedger();
    const other: NotePatch = { kind: "target", id: "refund_rate", fields: { value: 0.1 } };
    const values = async () => (await ledger.notes("target")).map(({ id, value }) => [id, value.value]);
    await writer.putNotes([target(5), other], 10);
    const changed = { code: "moved" };
    await writer.putNotes([target(6)], 20);
    await expect(writer.putNotes([gone, { ...other, fields: null }], 30, [other, target(5)])).rejects.toMatchObject(
      changed,
    );
    await expect(writer.putNotes([target(1)], 30, [gone])).rejects.toMatchObject(changed);
    expect(await values()).toEqual([
      ["pay_gmv", 6],
      ["refund_rate", 0.1],
    ]);
    await writer.putNotes([gone], 40, [target(6)]);
    await expect(writer.putNotes([target(5)], 50, [target(6)])).rejects.toMatchObject(changed);
    await writer.putNotes([target(5)], 50, [gone]);
    expect(await values()).toEqual([
      ["pay_gmv", 5],
      ["refund_rate", 0.1],
    ]);
  });
});
