import { Fragment, type ReactNode } from "react";
import type { Funnel } from "../../src/metrics/funnel";
import { intervalOf } from "../../src/metrics/interval";
import { findMetric } from "../../src/metrics/registry";
import { Icon } from "../../src/ui/components/icon";
import { plain } from "../../src/ui/format/number";
import { useI18n } from "../../src/ui/i18n/context";

/** Seen → clicked → paid: bars as wide as the people that are left, the rate of each step, and where it leaks. */
export function FunnelView({ funnel }: { funnel: Funnel }): ReactNode {
  const { t, format, language } = useI18n();
  const { steps, rates, leak, period } = funnel;
  const nameOf = (metric: string): string => findMetric(metric)?.name[language === "en" ? "en" : "zh"] ?? metric;
  const widest = Math.max(1, intervalOf(steps[0]?.value ?? { precision: "exact", value: 1 })?.high ?? 1);
  const leaking = rates.find(({ metric }) => metric === leak);
  return (
    <figure className="funnel">
      <figcaption>
        <span className="strong">{t("funnel")}</span> <span className="soft">{format.period(period)}</span>
      </figcaption>
      {steps.map(({ metric, value }, index) => {
        const rate = rates[index - 1];
        const width = Math.max(1, ((intervalOf(value)?.high ?? 0) / widest) * 100);
        return (
          <Fragment key={metric}>
            {rate && (
              <p className={rate.metric === leak ? "funnel-rate funnel-leak" : "funnel-rate"}>
                {rate.metric === leak && <Icon name="warn" />}
                <span>
                  {nameOf(rate.metric)} <span className="strong">{format.value(rate.value, "ratio").text}</span>
                </span>
                <span className="soft">
                  {rate.usual
                    ? t("funnel_usual", { value: format.value(rate.usual, "ratio").text })
                    : t("funnel_no_usual")}
                </span>
              </p>
            )}
            <div className="funnel-step">
              <svg
                className="funnel-bar"
                viewBox="0 0 100 20"
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
              >
                <rect width={width} height="20" />
              </svg>
              <p>
                {nameOf(metric)} <span className="strong">{format.value(value, "count").text}</span>
              </p>
            </div>
          </Fragment>
        );
      })}
      <p className="funnel-verdict">
        {leaking
          ? t("funnel_leak", {
              name: nameOf(leaking.metric),
              percent: `${plain(Math.abs(leaking.relative ?? 0) * 100, 0)}%`,
            })
          : t(rates.some(({ usual }) => usual !== null) ? "funnel_sound" : "funnel_wait")}
      </p>
    </figure>
  );
}
