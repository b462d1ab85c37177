import type { ReactNode } from "react";
import { CAMPAIGN_GUIDES, type Campaign, type CampaignResult } from "../../src/metrics/campaigns";
import type { Judgement } from "../../src/metrics/verdict";
import { DataTable } from "../../src/ui/components/data-table";
import { Icon } from "../../src/ui/components/icon";
import { useI18n } from "../../src/ui/i18n/context";

/** One campaign: plan and guide, what its days came to, and each metric before, in and after it. */
export function CampaignView(props: {
  campaign: Campaign;
  results: readonly CampaignResult[];
  onEdit: () => void;
  onRemove: () => void;
}): ReactNode {
  const { campaign, results, onEdit, onRemove } = props;
  const { t, format, language } = useI18n();
  const side = language === "en" ? "en" : "zh";
  const guide = CAMPAIGN_GUIDES.find(({ kind }) => kind === campaign.kind);
  return (
    <article className="campaign">
      <header className="campaign-head">
        <h3>{campaign.name}</h3>
        <span className="soft">{format.period(campaign)}</span>
        <span className="soft">{guide?.name[side]}</span>
        {campaign.lift !== null && (
          <span className="soft">{t("campaign_planned", { lift: format.number(campaign.lift, "ratio") })}</span>
        )}
        <span className="actions">
          <button type="button" className="text-button" onClick={onEdit}>
            {t("campaign_edit")}
          </button>
          <button type="button" className="text-button" onClick={onRemove}>
            {t("campaign_remove")}
          </button>
        </span>
      </header>
      {results.length === 0 && <p className="soft">{t("campaign_nothing")}</p>}
      {results.map((result) => (
        <ResultView key={result.house.key} result={result} showsName={results.length > 1} />
      ))}
    </article>
  );
}

function ResultView({ result, showsName }: { result: CampaignResult; showsName: boolean }): ReactNode {
  const { t, format, language } = useI18n();
  const side = language === "en" ? "en" : "zh";
  const { house, lines, total, days, burst, asPlanned, asGuided, campaign } = result;
  const guide = CAMPAIGN_GUIDES.find(({ kind }) => kind === campaign.kind);
  const verdicts = [
    asPlanned !== null && ([asPlanned, t(asPlanned ? "campaign_as_planned" : "campaign_under_plan")] as const),
    asGuided !== null &&
      guide?.conversion &&
      ([
        asGuided,
        t(asGuided ? "campaign_as_guided" : "campaign_under_guide", {
          section: guide.section,
          goal: format.number(guide.conversion.min ?? guide.conversion.max, "ratio"),
        }),
      ] as const),
  ].filter((each) => each !== false && each !== null && each !== undefined);
  return (
    <section>
      {showsName && (
        <h4>
          {house.name ?? t("name_unknown")} <span className="soft">{t(`entity_${house.type}`)}</span>
        </h4>
      )}
      {total && (
        <dl className="campaign-facts">
          <div>
            <dt>{t("campaign_total")}</dt>
            <dd>{format.value(total, "fen").text}</dd>
          </div>
          <div>
            <dt>{t("campaign_days_seen")}</dt>
            <dd>
              {days.seen} / {days.all}
            </dd>
          </div>
          {burst && (
            <div>
              <dt>{t("campaign_burst")}</dt>
              <dd>{t("campaign_times", { n: format.value(burst, "score").text })}</dd>
            </div>
          )}
        </dl>
      )}
      {verdicts.map(([isMet, text]) => (
        <p key={text} className="campaign-verdict">
          <Icon name={isMet ? "check" : "warn"} />
          {text}
        </p>
      ))}
      <DataTable
        name={house.name ?? t("section_campaigns")}
        columns={[
          { title: t("column_metric") },
          { title: t("campaign_before"), number: true },
          { title: t("campaign_during"), number: true },
          { title: t("change") },
          { title: t("campaign_after"), number: true },
          { title: t("campaign_lasting") },
        ]}
        rows={lines.map((line) => ({
          key: line.metric,
          cells: [
            line.name[side],
            line.before ? format.value(line.before, line.unit).text : <Few key="before" have={line.days.before} />,
            <span key="during" className="strong">
              {line.during && format.value(line.during, line.unit).text}
            </span>,
            <Verdict key="change" judgement={line.change} unit={line.unit} />,
            line.after ? format.value(line.after, line.unit).text : <Few key="after" have={line.days.after} />,
            <Verdict key="lasting" judgement={line.lasting} unit={line.unit} />,
          ],
        }))}
      />
      {guide?.ltv && (
        <p className="soft">{t("campaign_ltv_guide", { section: guide.section, words: guide.ltv[side] })}</p>
      )}
    </section>
  );
}

function Few({ have }: { have: number }): ReactNode {
  const { t } = useI18n();
  return <span className="soft">{t("delta_too_few", { have, need: 7 })}</span>;
}

function Verdict(props: { judgement: Judgement | null; unit: CampaignResult["lines"][number]["unit"] }): ReactNode {
  const { judgement, unit } = props;
  const { t, format } = useI18n();
  if (!judgement) return <span className="soft">{t("value_none")}</span>;
  const { direction } = judgement;
  return (
    <span className={`delta delta-${direction}`}>
      <Icon name={direction} />
      {format.delta(judgement, unit)}
    </span>
  );
}
