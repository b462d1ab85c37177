import type { ReactNode } from "react";
import type { DashboardEntry } from "../../src/metrics/dashboard";
import { DeltaText } from "../../src/ui/components/delta-text";
import { Icon } from "../../src/ui/components/icon";
import { Sparkline } from "../../src/ui/components/sparkline";
import { TargetBar } from "../../src/ui/components/target-bar";
import { anomalyText } from "../../src/ui/format/anomaly";
import { useI18n } from "../../src/ui/i18n/context";

/** One number of the dashboard: name, big value, change, line, target; where it is from in small. Opens its detail. */
export function MetricTile(props: { entry: DashboardEntry; isOpen: boolean; onOpen: () => void }): ReactNode {
  const { entry, isOpen, onOpen } = props;
  const { card, anomaly, freshness } = entry;
  const i18n = useI18n();
  const { t, format, language } = i18n;
  const name = card.name[language === "en" ? "en" : "zh"];
  const value = format.value(card.value, card.unit);
  return (
    <li className={isOpen ? "tile tile-open" : "tile"}>
      <div className="tile-head">
        <h4>{name}</h4>
        <button
          type="button"
          className="icon-button"
          aria-expanded={isOpen}
          aria-label={t("card_detail", { name })}
          onClick={onOpen}
        >
          <Icon name="chevron" />
        </button>
      </div>
      <div className="tile-middle">
        <p className="tile-value" title={value.full}>
          {value.text}
        </p>
        <Sparkline series={card.series} target={card.target} />
      </div>
      <p className="tile-delta">
        <DeltaText delta={card.delta} unit={card.unit} />
        {card.delta && (
          <span className="soft">{t("delta_against", { period: format.period(card.delta.against.period) })}</span>
        )}
      </p>
      {card.target && <TargetBar target={card.target} value={card.value} unit={card.unit} />}
      {anomaly && (
        <p className="notice tile-notice">
          <Icon name="warn" />
          {anomalyText(anomaly, name, i18n)}
        </p>
      )}
      <p className="soft parts">
        <span>{t(`page_${card.page}`)}</span>
        {card.period && <span>{t("card_period", { period: format.period(card.period) })}</span>}
        <span>{t(`fresh_${freshness.kind}`, { days: freshness.days, when: format.when(card.at) })}</span>
      </p>
    </li>
  );
}
