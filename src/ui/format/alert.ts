import type { Alert } from "../../metrics/alerts";
import type { I18n } from "../i18n/context";
import { anomalyText } from "./anomaly";

/** One alert in one line: whose it is, and what happened. */
export function alertText(alert: Alert, words: I18n): string {
  const { t, format, language } = words;
  const who = alert.house.name ?? t(`entity_${alert.house.type}`);
  if (alert.kind === "stale") return t("alert_stale", { who, n: alert.days });
  const name = alert.card.name[language === "en" ? "en" : "zh"];
  if (alert.kind === "anomaly") {
    const sentence = `${who} ${anomalyText(alert.anomaly, name, words)}`;
    return alert.others > 0 ? sentence + t("alert_others", { n: alert.others }) : sentence;
  }
  const { value, unit, target } = alert.card;
  return t(alert.met ? "alert_target_met" : "alert_target_lost", {
    who,
    name,
    value: format.value(value, unit).text,
    goal: target ? format.number(target.value, unit) : "",
  });
}
