import type { LedgerReader } from "../../ledger/reader";
import { addDays } from "../../metrics/calendar";
import { AROUND, type Campaign, type CampaignResult, campaignResult } from "../../metrics/campaigns";
import { groupBy } from "../../metrics/group-by";
import { houseSeries } from "../../metrics/house-series";
import { ownHouses } from "../../metrics/own";
import { seriesOf } from "../../metrics/series";
import { assumedOf, campaignsOf } from "./user-numbers";

export interface CampaignBoard {
  /** The newest first. */
  readonly campaigns: readonly Campaign[];
  /** By campaign, one for each house that has numbers of its days. */
  readonly results: ReadonlyMap<string, readonly CampaignResult[]>;
}

/** All campaigns with what the houses' numbers say of them; read from two weeks before the first on. */
export async function campaignBoard(ledger: LedgerReader): Promise<CampaignBoard> {
  const campaigns = [...(await campaignsOf(ledger))].sort((a, b) => (a.from < b.from ? 1 : -1));
  const first = campaigns.at(-1)?.from;
  if (first === undefined) return { campaigns, results: new Map() };
  const [view, assumed] = await Promise.all([
    ledger.view({ type: ["account", "shop"], since: addDays(first, -AROUND) }),
    assumedOf(ledger),
  ]);
  const houses = [...ownHouses(view).values()];
  const keys = new Set(houses.map(({ key }) => key));
  const own = view.readings.filter(({ entity }) => keys.has(entity));
  const read = groupBy(seriesOf(own, view), ({ entity }) => entity);
  const series = new Map(
    houses.map((house) => {
      const [all, set] = [read.get(house.key) ?? [], assumed.get(house.key) ?? {}];
      return [house.key, houseSeries(house, all, view, set)] as const;
    }),
  );
  return {
    campaigns,
    results: new Map(
      campaigns.map((campaign) => [
        campaign.id,
        houses
          .filter(({ key, type }) => campaign.house === null || campaign.house === key || type === "account")
          .flatMap((house) => campaignResult(campaign, house, series.get(house.key) ?? []) ?? []),
      ]),
    ),
  };
}
