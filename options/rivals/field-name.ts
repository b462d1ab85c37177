import { findMetric } from "../../src/metrics/registry";
import type { I18n } from "../../src/ui/i18n/context";

const KINDS = ["goods_new", "goods_gone", "price", "form", "pace"] as const;

/** What can be muted, in words: a metric, or a kind of change. */
export function fieldName(field: string, { t, language }: I18n): string {
  const name = findMetric(field)?.name[language === "en" ? "en" : "zh"];
  if (name) return name;
  const kind = KINDS.find((each) => each === field);
  return kind ? t(`field_${kind}`) : field;
}
