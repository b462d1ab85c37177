import type { ReactNode } from "react";
import type { Unit, Value } from "../../console/observation";
import { intervalOf } from "../../metrics/interval";
import type { CardTarget } from "../../metrics/kpi-card";
import { TargetText } from "./target-text";

/** A bar from zero to the value, with a tick at the target; the words say the same. A range is drawn from end to end. */
export function TargetBar(props: { target: CardTarget; value: Value; unit: Unit }): ReactNode {
  const { target, value, unit } = props;
  const known = intervalOf(value);
  const high = known && Number.isFinite(known.high) ? known.high : null;
  const reach = Math.max(high ?? 0, target.value) * 1.15;
  const share = (number: number): number => Math.max(0, Math.min(100, (number / reach) * 100));
  const isDrawn = known !== null && high !== null && high >= 0 && reach > 0;
  return (
    <>
      {isDrawn && (
        <svg className="target-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect className="target-rail" width="100" height="6" />
          <rect className="target-fill" width={share(Math.max(0, known.low))} height="6" />
          <rect
            className="target-open"
            x={share(Math.max(0, known.low))}
            width={share(high) - share(Math.max(0, known.low))}
            height="6"
          />
          <rect className="target-tick" x={share(target.value) - 0.5} width="1" height="6" />
        </svg>
      )}
      <TargetText target={target} unit={unit} />
    </>
  );
}
