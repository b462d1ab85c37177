import type { Anomaly } from "../../metrics/anomaly";
import type { I18n } from "../i18n/context";
import { plain } from "./number";

/** `成交金额 比过去 4 个同星期低 38%，最低的一次`. */
export function anomalyText(anomaly: Anomaly, name: string, { t }: I18n): string {
  const { direction, relative, weekdays, isExtreme } = anomaly;
  const percent = `${plain(Math.abs(relative) * 100, 0)}%`;
  const sentence = t(`anomaly_${direction}`, { name, n: weekdays, percent });
  return isExtreme ? sentence + t(`anomaly_most_${direction}`) : sentence;
}
