import type { ReactNode } from "react";
import type { SellerChange } from "../../competitors/seller-changes";
import { useI18n } from "../i18n/context";
import { changeWords } from "./change-words";
import { Icon, type IconName } from "./icon";

/** A change in one line; a possible one says so and takes no colour. */
export function ChangeLine({ change }: { change: SellerChange }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const possible = change.certainty === "possible";
  const direction = possible ? "unknown" : change.direction;
  const icon: IconName = direction === "other" ? "info" : direction;
  return (
    <p className={`change delta-${direction}`}>
      <Icon name={icon} />
      <span>
        {(direction === "up" || direction === "down") && (
          <span className="visually-hidden">{t(`delta_${direction}`)}</span>
        )}
        {changeWords(change, i18n)}
        {possible && <span className="soft"> {t(change.retiered ? "change_retiered" : "change_possible")}</span>}
      </span>
    </p>
  );
}
