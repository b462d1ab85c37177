import { Fragment, type ReactNode } from "react";
import { Icon } from "../src/ui/components/icon";
import type { KpiBoard } from "../src/ui/data/view";
import { plain } from "../src/ui/format/number";
import { useI18n } from "../src/ui/i18n/context";

type HouseFunnel = KpiBoard["funnels"][number];

/** Seen → clicked → paid of each shop in one line: how many are left at each step, what share goes on, and where it leaks. */
export default function FunnelLine({ funnels }: Pick<KpiBoard, "funnels">): ReactNode {
  return funnels.map((each) => <OneFunnel key={each.house} each={each} showsName={funnels.length > 1} />);
}

function OneFunnel({ each, showsName }: { each: HouseFunnel; showsName: boolean }): ReactNode {
  const { t, format } = useI18n();
  const { steps, rates, leak, period } = each.funnel;
  const leakAt = rates.findIndex(({ metric }) => metric === leak);
  const [from, to] = [steps[leakAt], steps[leakAt + 1]];
  return (
    <section className="funnel-line" aria-label={t("funnel")}>
      <ol>
        {steps.map(({ metric, value }, index) => {
          const rate = rates[index - 1];
          return (
            <Fragment key={metric}>
              {rate && (
                <li className={rate.metric === leak ? "funnel-rate funnel-leak" : "funnel-rate soft"}>
                  {format.value(rate.value, "ratio").text} <span aria-hidden="true">→</span>
                </li>
              )}
              <li>
                {t(`funnel_${metric}`)} <span className="strong">{format.value(value, "count").text}</span>
              </li>
            </Fragment>
          );
        })}
      </ol>
      <p className="funnel-foot">
        <span className="soft">
          {showsName && `${each.name ?? t("entity_shop")} `}
          {format.period(period)}
        </span>
        {from && to && (
          <span className="funnel-verdict">
            <Icon name="warn" />
            {t("funnel_leak", {
              name: `${t(`funnel_${from.metric}`)} → ${t(`funnel_${to.metric}`)}`,
              percent: `${plain(Math.abs(rates[leakAt]?.relative ?? 0) * 100, 0)}%`,
            })}
          </span>
        )}
      </p>
    </section>
  );
}
