import type { ReactNode } from "react";
import type { Delta } from "../../metrics/delta";
import { useI18n } from "../i18n/context";
import { Icon, type IconName } from "./icon";

interface Props {
  readonly direction: Delta["direction"];
  readonly icon?: IconName;
  /** Its size, or why there is no verdict. */
  readonly children: ReactNode;
}

/** A change: icon and colour of its direction, the word for it for a screen reader, and its size. */
export function DirectionText({ direction, icon = direction, children }: Props): ReactNode {
  const { t } = useI18n();
  return (
    <span className={`delta delta-${direction}`}>
      <Icon name={icon} />
      {(direction === "up" || direction === "down") && (
        <span className="visually-hidden">{t(`delta_${direction}`)}</span>
      )}
      {children}
    </span>
  );
}
