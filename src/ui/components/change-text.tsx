import type { ReactNode } from "react";
import type { Unit } from "../../console/observation";
import type { Comparison } from "../../metrics/comparison";
import { useI18n } from "../i18n/context";
import { Icon } from "./icon";

/** A comparison's verdict: icon, word for a screen reader, sign and size; or why there is none. */
export function ChangeText({ comparison, unit }: { comparison: Comparison; unit: Unit }): ReactNode {
  const { t, format } = useI18n();
  const { direction, reason, points } = comparison;
  const text =
    reason === "too_few"
      ? t("delta_too_few", { have: points?.have ?? 0, need: points?.need ?? 0 })
      : reason === "not_seen"
        ? t("delta_not_seen")
        : format.delta({ ...comparison, reason }, unit);
  const hasDirection = direction === "up" || direction === "down";
  return (
    <span className={`delta delta-${direction}`}>
      <Icon name={direction} />
      {hasDirection && <span className="visually-hidden">{t(`delta_${direction}`)}</span>}
      {text}
    </span>
  );
}
