import type { ReactNode } from "react";
import type { Interval } from "../../src/metrics/interval";
import { useI18n } from "../../src/ui/i18n/context";
import { intervalText } from "./interval-text";

const WIDTH = 64;

/** A share from 0 to 1: its number, and a bar that is sure up to its lower end and open up to its upper. */
export function ShareCell({ share }: { share: Interval | null }): ReactNode {
  const i18n = useI18n();
  return (
    <span className="share">
      <span>{intervalText(share, "ratio", i18n)}</span>
      {share && (
        <svg viewBox={`0 0 ${WIDTH} 6`} width={WIDTH} height={6} aria-hidden="true">
          <rect className="share-all" width={WIDTH} height={6} rx={2} />
          <rect className="share-open" x={share.low * WIDTH} width={(share.high - share.low) * WIDTH} height={6} />
          <rect className="share-sure" width={share.low * WIDTH} height={6} rx={2} />
        </svg>
      )}
    </span>
  );
}
