import { describe, expect, it } from "vitest";
import type { EntityRecord } from "../../../src/ledger/model";
import { addDays } from "../../../src/metrics/calendar";
import { type Campaign, campaignResult } from "../../../src/metrics/campaigns";
import type { Series } from "../../../src/metrics/series";
import { campaignBoard } from "../../../src/ui/data/campaigns";
import { capture, freshLedger, shanghai, shopDay } from "../ledger/sample";
import { exact, rounded } from "./sample-ledger";

const SHOP = { key: "shop:s", type: "shop", name: "店" } as EntityRecord;
const CAMPAIGN: Campaign = {
  id: "c",
  name: "双十一",
  from: "2026-11-10",
  to: "2026-11-12",
  kind: "discount",
  house: null,
  lift: 0.5,
};

/** A line of days from 2026-10-27 on, as many before, in and after as given. */
function line(metric: string, unit: Series["unit"], before: number, during: number, after = before): Series {
  const points = Array.from({ length: 31 }, (_, index) => {
    const day = addDays("2026-10-27", index);
    const value = day < CAMPAIGN.from ? before : day <= CAMPAIGN.to ? during : after;
    return { period: { from: day, to: day }, value: exact(value), seen: index, snapshot: "s", partial: false };
  });
  return { entity: SHOP.key, metric, kind: "day", unit, points };
}

describe("a campaign against the days around it", () => {
  it("tells its total, its rise over two weeks before, its burst, and what lasted", () => {
    const series = [line("pay_gmv", "fen", 10_000, 18_000, 12_000), line("click_pay_rate", "ratio", 0.05, 0.13)];
    const result = campaignResult(CAMPAIGN, SHOP, series);
    expect(result).toMatchObject({
      total: exact(54_000),
      days: { seen: 3, all: 3 },
      burst: exact(1.8),
      asPlanned: true,
      asGuided: true,
    });
    expect(result?.lines.find(({ metric }) => metric === "pay_gmv")).toMatchObject({
      before: exact(10_000),
      during: exact(18_000),
      after: exact(12_000),
      change: { direction: "up", relative: 0.8 },
      lasting: { direction: "up", relative: 0.2 },
    });
  });

  it("misses its plan or the playbook's range only when that is certain", () => {
    const result = (gmv: number, rate: number, more: Partial<Campaign> = {}) =>
      campaignResult({ ...CAMPAIGN, ...more }, SHOP, [
        line("pay_gmv", "fen", 10_000, gmv),
        line("click_pay_rate", "ratio", 0.05, rate),
      ]);
    expect(result(14_000, 0.11)).toMatchObject({ asPlanned: false, asGuided: false });
    expect(result(14_000, 0.11, { lift: null, kind: "points" })).toMatchObject({ asPlanned: null, asGuided: true });
    expect(result(14_000, 0.11, { kind: "other" })?.asGuided).toBeNull();
    const rough = line("pay_gmv", "fen", 10_000, 15_000);
    const points = rough.points.map((point) => ({ ...point, value: rounded(15_000, 5000) }));
    expect(campaignResult(CAMPAIGN, SHOP, [{ ...rough, points }])?.asPlanned).toBeNull();
  });

  it("holds nothing against fewer than seven days, and is nothing without a day of its own", () => {
    const gmv = line("pay_gmv", "fen", 10_000, 18_000);
    const short = { ...gmv, points: gmv.points.filter(({ period }) => period.to >= "2026-11-05") };
    const [first] = campaignResult(CAMPAIGN, SHOP, [short])?.lines ?? [];
    expect(first).toMatchObject({ before: null, change: null, days: { before: 5, during: 3, after: 14 } });
    expect(campaignResult({ ...CAMPAIGN, from: "2027-01-01", to: "2027-01-03" }, SHOP, [gmv])).toBeNull();
  });

  it("is read from the store with the notes that make it", async () => {
    const { writer, ledger } = freshLedger();
    for (let day = 0; day < 18; day += 1) {
      const gmv = day < 15 ? 10_000 : 20_000;
      await writer.keep(shopDay(gmv), capture(`${addDays("2026-10-27", day)}T09:00`));
    }
    const { id, ...fields } = CAMPAIGN;
    await writer.putNotes([{ kind: "campaign", id, fields }], shanghai("2026-11-14T10:00"));
    const board = await campaignBoard(ledger);
    expect(board.campaigns).toEqual([CAMPAIGN]);
    expect(board.results.get("c")).toMatchObject([
      { total: exact(60_000), asPlanned: true, days: { seen: 3, all: 3 } },
    ]);
    await writer.putNotes([{ kind: "campaign", id, fields: null }], shanghai("2026-11-14T11:00"));
    expect((await campaignBoard(ledger)).campaigns).toEqual([]);
  });
});
