import type { ReactNode } from "react";
import { CAMPAIGN_GUIDES, type CampaignLine } from "../../src/metrics/campaigns";
import { DataTable } from "../../src/ui/components/data-table";
import type { CampaignBoard } from "../../src/ui/data/campaigns";
import { useI18n } from "../../src/ui/i18n/context";

/** A row a campaign and shop: plan, rise, share of clicks that paid, and what of the customers' value lasted. */
export function CampaignTable({ board }: { board: CampaignBoard }): ReactNode {
  const { t, format, language } = useI18n();
  const side = language === "en" ? "en" : "zh";
  const none = t("value_none");
  const rows = board.campaigns.flatMap((campaign) =>
    (board.results.get(campaign.id) ?? [])
      .filter(({ house }) => house.type === "shop")
      .map((result) => ({ campaign, result })),
  );
  if (rows.length === 0) return null;
  const rise = (line: CampaignLine | undefined, of: "change" | "lasting"): string => {
    const judgement = line?.[of];
    return line && judgement ? format.delta(judgement, line.unit) : none;
  };
  return (
    <DataTable
      name={t("section_campaigns")}
      className="campaigns-side-by-side"
      columns={[
        { title: t("campaign_name") },
        { title: t("campaign_kind") },
        { title: t("campaign_total"), number: true },
        { title: t("campaign_lift"), number: true },
        { title: t("campaign_rise") },
        { title: t("campaign_conversion"), number: true },
        { title: t("campaign_value_lasting") },
      ]}
      rows={rows.map(({ campaign, result }) => {
        const line = (metric: string) => result.lines.find((each) => each.metric === metric);
        const rate = line("click_pay_rate")?.during;
        const total = result.total ? format.value(result.total, "fen").text : none;
        return {
          key: campaign.id + result.house.key,
          cells: [
            campaign.name,
            CAMPAIGN_GUIDES.find(({ kind }) => kind === campaign.kind)?.name[side],
            <span key="total" className="strong">
              {total}
            </span>,
            campaign.lift === null ? none : format.number(campaign.lift, "ratio"),
            rise(line("pay_gmv"), "change"),
            rate ? format.value(rate, "ratio").text : none,
            rise(line("ltv") ?? line("pay_gmv_per_uv"), "lasting"),
          ],
        };
      })}
    />
  );
}
