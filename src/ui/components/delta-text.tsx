import type { ReactNode } from "react";
import type { Unit } from "../../console/observation";
import type { Delta } from "../../metrics/delta";
import { useI18n } from "../i18n/context";
import { DirectionText } from "./direction-text";
import { Icon } from "./icon";

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
  return <DirectionText direction={delta.direction}>{format.delta(delta, unit)}</DirectionText>;
}
