import type { ReactNode } from "react";
import type { KpiCard } from "../../src/metrics/kpi-card";
import { useI18n } from "../../src/ui/i18n/context";

/** So many are named; all captures stand in the export. */
const NAMED = 5;

/** Days whose number the page corrected afterwards: the newest word holds, and both can be looked at. */
export function Corrections({ card, onOpen }: { card: KpiCard; onOpen: (snapshot: string) => void }): ReactNode {
  const { t, format } = useI18n();
  const corrected = card.series.flatMap(({ day, value, was }) => (was ? [{ day, value, was }] : [])).slice(-NAMED);
  if (corrected.length === 0) return null;
  return (
    <>
      <h4>{t("corrected")}</h4>
      <ul className="looks">
        {corrected.reverse().map(({ day, value, was }) => (
          <li key={day}>
            <button type="button" className="text-button" onClick={() => onOpen(was.snapshot)}>
              {t("look_open", { page: t(`page_${was.page}`), when: format.when(was.at) })}
            </button>
            <span className="soft">
              {t("corrected_day", {
                day: format.period({ from: day, to: day }),
                was: format.value(was.value, card.unit).full,
                now: format.value(value, card.unit).full,
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
