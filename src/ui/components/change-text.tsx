import type { ReactNode } from "react";
import type { Unit } from "../../console/observation";
import type { Comparison } from "../../metrics/comparison";
import { useI18n } from "../i18n/context";
import { DirectionText } from "./direction-text";

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
  return <DirectionText direction={direction}>{text}</DirectionText>;
}
