import type { ReactNode } from "react";
import type { Unit } from "../../console/observation";
import type { Delta } from "../../metrics/delta";
import { useI18n } from "../i18n/context";
import { Icon } from "./icon";

const WORD = { up: "delta_up", down: "delta_down", flat: "delta_flat", unknown: "delta_unknown" } as const;

/** A change: icon, word for a screen reader, sign and size; or why there is no verdict. */
export function DeltaText({ delta, unit }: { delta: Delta | null; unit: Unit }): ReactNode {
  const { t, format } = useI18n();
  if (!delta)
    return (
      <span className="delta soft">
        <Icon name="first" />
        {t("delta_first")}
      </span>
    );
  const hasDirection = delta.direction === "up" || delta.direction === "down";
  return (
    <span className={`delta delta-${delta.direction}`}>
      <Icon name={delta.direction} />
      {hasDirection && <span className="visually-hidden">{t(WORD[delta.direction])}</span>}
      {format.delta(delta, unit)}
    </span>
  );
}
