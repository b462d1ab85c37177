import { expect, it } from "vitest";
import { type Form, formOf, missingIn } from "../../../options/import/form";
import { formFor, likelyTable, remember } from "../../../options/import/remembered";
import type { Note } from "../../../src/ledger/notes";
import { recognise } from "../../../src/ui/imports/recognise";
import type { Opened } from "../../../src/ui/imports/worker-protocol";

const TODAY = "2026-11-21";
const table = (name: string, ...headers: string[]) => ({ name, headers, sample: [], rows: 2, ...recognise(headers) });
const opened: Opened = {
  format: "xlsx",
  encoding: null,
  tables: [table("说明", "说明"), table("榜单", "达人", "粉丝数", "预估销售额"), table("热度", "名字", "热度")],
};
/** The note that keeping a form leaves. */
function noteOf(form: Form): Note<"column_map"> {
  const { id, fields } = remember(form, opened);
  return { id, value: fields as Note<"column_map">["value"], at: 0 };
}

it("takes the sheet of a workbook that has numbers, or that the user said of before", () => {
  expect(likelyTable(opened, [])).toBe(1);
  expect(likelyTable(opened, [noteOf(formOf(opened, 2, [], TODAY))])).toBe(2);
});

it("remembers the columns of every sheet, not of the first alone", () => {
  const form = formOf(opened, 2, [], TODAY);
  const said: Form = {
    ...form,
    source: "某某数据",
    estimate: true,
    mapping: { subject: "talent", columns: [{ as: "name" }, { as: "metric", metric: "followers", hint: "" }] },
  };
  const notes = [noteOf(said)];
  expect(formFor(opened, 2, notes, [], TODAY)).toMatchObject({
    source: "某某数据",
    estimate: true,
    mapping: said.mapping,
  });
  expect(formFor(opened, 1, notes, [], TODAY)).toEqual(formOf(opened, 1, [], TODAY));
});

it("asks for both days of a period or for none", () => {
  const form: Form = { ...formOf(opened, 1, [], TODAY), source: "某某数据" };
  expect(missingIn(form)).toBeNull();
  expect(missingIn({ ...form, from: "2026-11-01" })).toBe("period");
  expect(missingIn({ ...form, to: "2026-11-01" })).toBe("period");
  expect(missingIn({ ...form, from: "2026-11-09", to: "2026-11-01" })).toBe("period");
  expect(missingIn({ ...form, from: "2026-11-01", to: "2026-11-09" })).toBeNull();
});
