import { describe, expect, it } from "vitest";
import { EXPORT_COLUMNS, writeExport } from "../../../options/export/write-export";
import type { ExportFilter, ExportRecord, ExportWhat } from "../../../src/ledger/exported";
import { readBook } from "../../../src/ui/tables/read/read-book";
import { capture, exact, freshLedger, observation, reading, shanghai, shopDay } from "./sample";

async function filled() {
  const own = freshLedger();
  await own.writer.keep(shopDay(1_000), capture("2026-11-19T10:00"));
  await own.writer.keep(shopDay(1_200), capture("2026-11-20T10:00"));
  await own.writer.keep(shopDay(1_300), capture("2026-11-20T11:00"));
  const talent = { type: "talent" as const, id: "1456789012345678901", name: "=茶山" };
  const square = observation(
    [talent],
    [
      reading(0, "sales_gmv", { precision: "range", min: 100, max: null }),
      reading(0, "follower_count", { precision: "rounded", value: 12_000, step: 1_000 }),
    ],
    { page: "talent_square", account: null },
  );
  await own.writer.keep(square, capture("2026-11-20T12:00"));
  await own.writer.keepImport(
    {
      source: { kind: "import", name: "第三方", estimate: true },
      file: null,
      account: null,
      entities: [talent],
      readings: [{ entity: 0, metric: "live_count", value: exact(3), period: null, day: "2026-11-18" }],
    },
    { at: shanghai("2026-11-20T13:00"), reader: "x" },
  );
  return own.ledger;
}
const rowsOf = async (what: ExportWhat, filter: ExportFilter = {}): Promise<readonly ExportRecord[]> => {
  const rows: ExportRecord[] = [];
  for await (const row of (await filled()).exported(what, filter)) rows.push(row);
  return rows;
};
const short = (rows: readonly ExportRecord[]) => rows.map(({ day, metric, value, min }) => [day, metric, value ?? min]);

describe("an export", () => {
  it("of readings has every capture, of days what holds", async () => {
    const all = [
      ["2026-11-19", "pay_gmv", 1_000],
      ["2026-11-20", "pay_gmv", 1_200],
      ["2026-11-20", "pay_gmv", 1_300],
      ["2026-11-20", "sales_gmv", 100],
      ["2026-11-20", "follower_count", 12_000],
      ["2026-11-18", "live_count", 3],
    ];
    expect(short(await rowsOf("readings"))).toEqual(all);
    const days = short(await rowsOf("days"));
    expect([...days].sort()).toEqual(all.filter(([, , value]) => value !== 1_200).sort());
  });

  it("is filtered by date, account and metric", async () => {
    expect(short(await rowsOf("days", { from: "2026-11-19", to: "2026-11-19" }))).toEqual([
      ["2026-11-19", "pay_gmv", 1_000],
    ]);
    expect(short(await rowsOf("readings", { metrics: ["live_count"] }))).toEqual([["2026-11-18", "live_count", 3]]);
    const [first] = await rowsOf("readings");
    expect(await rowsOf("readings", { account: first?.entity_key ?? "" })).toHaveLength(3);
  });

  it("says of each number where it is from and how exact it is", async () => {
    const rows = await rowsOf("readings");
    expect(rows.at(-1)).toMatchObject({
      source: "第三方",
      estimate: true,
      page: "",
      entity_id: "1456789012345678901",
      captured_at: "2026-11-20T05:00:00.000Z",
    });
    expect(rows[3]).toMatchObject({
      precision: "range",
      value: null,
      min: 100,
      max: null,
      unit: "fen",
      page: "talent_square",
    });
    expect(rows[4]).toMatchObject({ precision: "rounded", value: 12_000, step: 1_000, period_from: "" });
    expect(rows[0]).toMatchObject({ period_from: "2026-11-18", period_to: "2026-11-18", account: "山里人家旗舰店" });
  });

  it("has the same fields in the same order in every format", async () => {
    const fields = EXPORT_COLUMNS.map(({ title }) => title);
    const ledger = await filled();
    for (const format of ["csv", "xlsx"] as const) {
      const blob = await writeExport(format, ledger.exported("readings", {}), {});
      const { tables } = await readBook(new Uint8Array(await blob.arrayBuffer()));
      expect(tables[0]?.rows[0]?.cells).toEqual(fields);
      expect(tables[0]?.rows).toHaveLength(7);
      // The tab of a CSV keeps the digits in a spreadsheet.
      expect(tables[0]?.rows[4]?.cells[9]?.trimEnd()).toBe("1456789012345678901");
    }
    const ndjson = await (await writeExport("ndjson", ledger.exported("readings", {}), {})).text();
    expect(Object.keys(JSON.parse(ndjson.split("\n")[0] ?? ""))).toEqual(fields);
  });
});
