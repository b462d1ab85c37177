import { type ReactNode, useEffect, useRef } from "react";
import { findMetric } from "../../src/metrics/registry";
import { useSnapshot } from "../../src/ui/data/dashboard-queries";
import { useI18n } from "../../src/ui/i18n/context";

/** One kept look at a page: when, which address, and every number read from it, as it was shown. Esc closes it. */
export function SnapshotDialog({ id, onClose }: { id: string | null; onClose: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const { t, format, language } = useI18n();
  const { data } = useSnapshot(id);
  useEffect(() => {
    const element = dialog.current;
    if (id !== null && element && !element.open) element.showModal();
    if (id === null) element?.close();
  }, [id]);
  const side = language === "en" ? "en" : "zh";
  return (
    <dialog ref={dialog} className="snapshot" onClose={onClose} aria-label={t("look")}>
      {data && (
        <>
          <h3>{t(`page_${data.snapshot.page}`)}</h3>
          <p className="soft parts">
            <span>{t("look_first", { when: format.when(data.snapshot.firstSeen) })}</span>
            <span>{t("look_last", { when: format.when(data.snapshot.lastSeen) })}</span>
            {data.snapshot.period && <span>{t("card_period", { period: format.period(data.snapshot.period) })}</span>}
            {!data.snapshot.complete && <span>{t("state_partial_page")}</span>}
          </p>
          <p className="soft">{data.snapshot.source?.name ?? data.snapshot.url}</p>
          <div className="scroll">
            <table className="log">
              <thead>
                <tr>
                  <th scope="col">{t("look_what")}</th>
                  <th scope="col">{t("column_metric")}</th>
                  <th scope="col" className="number">
                    {t("column_value")}
                  </th>
                  <th scope="col">{t("column_day")}</th>
                </tr>
              </thead>
              <tbody>
                {data.readings.slice(0, LIMIT).map((reading) => {
                  const period = reading.period ? format.period(reading.period) : "";
                  return (
                    <tr key={`${reading.entity} ${reading.metric} ${period}`}>
                      <td>{reading.shown.name ?? t(`entity_${reading.shown.type}`)}</td>
                      <td>{findMetric(reading.metric)?.name[side] ?? reading.metric}</td>
                      <td className="number">{format.value(reading.value, reading.unit).full}</td>
                      <td className="soft">{period}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
          {data.readings.length > LIMIT && (
            <p className="soft">{t("look_more", { n: data.readings.length - LIMIT })}</p>
          )}
        </>
      )}
      <form method="dialog">
        <button type="submit" className="button">
          {t("close")}
        </button>
      </form>
    </dialog>
  );
}

/** A list of 300 goods has two thousand numbers; nobody reads them all in a dialog. */
const LIMIT = 200;
