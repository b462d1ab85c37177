import { Fragment, type ReactNode } from "react";
import { Icon } from "../src/ui/components/icon";
import type { KpiBoard } from "../src/ui/data/view";
import { plain } from "../src/ui/format/number";
import { useI18n } from "../src/ui/i18n/context";

type HouseFunnel = KpiBoard["funnels"][number];

/** Seen → clicked → paid of each shop in one line: how many are left at each step, what share goes on, and where it leaks. */
export default function FunnelLine({ board }: { board: KpiBoard }): ReactNode {
  const { funnels } = board;
  return funnels.map((each) => <OneFunnel key={each.house} each={each} board={board} showsName={funnels.length > 1} />);
}

function OneFunnel(props: { each: HouseFunnel; board: KpiBoard; showsName: boolean }): ReactNode {
  const { each, board, showsName } = props;
  const { t, format, language } = useI18n();
  const { steps, rates, leak, period } = each.funnel;
  const nameOf = (metric: string): string =>
    board.cards.find((card) => card.metric === metric)?.name[language === "en" ? "en" : "zh"] ?? metric;
  const leaking = rates.find(({ metric }) => metric === leak);
  return (
    <section className="funnel-line" aria-label={t("funnel")}>
      <p className="soft parts">
        {showsName && <span>{each.name ?? t("entity_shop")}</span>}
        <span>{format.period(period)}</span>
      </p>
      <ol>
        {steps.map(({ metric, value }, index) => {
          const rate = rates[index - 1];
          return (
            <Fragment key={metric}>
              {rate && (
                <li
                  className={rate.metric === leak ? "funnel-rate funnel-leak" : "funnel-rate"}
                  title={nameOf(rate.metric)}
                >
                  <span aria-hidden="true">→</span> {format.value(rate.value, "ratio").text}
                </li>
              )}
              <li className="funnel-step">
                <span className="strong">{format.value(value, "count").text}</span>
                <span className="soft">{nameOf(metric)}</span>
              </li>
            </Fragment>
          );
        })}
      </ol>
      {leaking && (
        <p className="funnel-verdict">
          <Icon name="warn" />
          {t("funnel_leak", {
            name: nameOf(leaking.metric),
            percent: `${plain(Math.abs(leaking.relative ?? 0) * 100, 0)}%`,
          })}
        </p>
      )}
    </section>
  );
}
