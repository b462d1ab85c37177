import type { ReactNode } from "react";
import { useI18n } from "../i18n/context";
import { reasonOf } from "../i18n/messages";
import { Icon } from "./icon";

/** Something could not be read or drawn: why, and a way to try again. */
export function Trouble({ error, onRetry }: { error: Error; onRetry: () => void }): ReactNode {
  const { t } = useI18n();
  return (
    <div className="empty" role="alert">
      <p className="notice">
        <Icon name="warn" />
        {t("trouble", { reason: reasonOf(error, t) })}
      </p>
      <p>
        <button type="button" className="button" onClick={onRetry}>
          {t("retry")}
        </button>
      </p>
    </div>
  );
}
