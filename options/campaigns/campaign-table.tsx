import type { ReactNode } from "react";
import { CAMPAIGN_GUIDES, type CampaignLine } from "../../src/metrics/campaigns";
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
    <div className="scroll">
      <table className="log campaigns-side-by-side">
        <caption className="visually-hidden">{t("section_campaigns")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("campaign_name")}</th>
            <th scope="col">{t("campaign_kind")}</th>
            <th scope="col" className="number">
              {t("campaign_total")}
            </th>
            <th scope="col" className="number">
              {t("campaign_lift")}
            </th>
            <th scope="col">{t("campaign_rise")}</th>
            <th scope="col" className="number">
              {t("campaign_conversion")}
            </th>
            <th scope="col">{t("campaign_value_lasting")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ campaign, result }) => {
            const line = (metric: string) => result.lines.find((each) => each.metric === metric);
            const rate = line("click_pay_rate")?.during;
            return (
              <tr key={campaign.id + result.house.key}>
                <th scope="row">{campaign.name}</th>
                <td>{CAMPAIGN_GUIDES.find(({ kind }) => kind === campaign.kind)?.name[side]}</td>
                <td className="number strong">{result.total ? format.value(result.total, "fen").text : none}</td>
                <td className="number">{campaign.lift === null ? none : format.number(campaign.lift, "ratio")}</td>
                <td>{rise(line("pay_gmv"), "change")}</td>
                <td className="number">{rate ? format.value(rate, "ratio").text : none}</td>
                <td>{rise(line("ltv") ?? line("pay_gmv_per_uv"), "lasting")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
