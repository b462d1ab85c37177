import type { ReactNode } from "react";
import type { PostCell } from "../../src/metrics/posts";
import { Icon } from "../../src/ui/components/icon";
import { useI18n } from "../../src/ui/i18n/context";

/** A number of a post: above or below the account's middle by icon, and the playbook's standard for its type in words. */
export function PostCellView({ cell }: { cell: PostCell | undefined }): ReactNode {
  const { t, format } = useI18n();
  if (!cell) return null;
  const { value, unit, against, standard } = cell;
  const shown = format.value(value, unit);
  const hasDirection = against === "up" || against === "down";
  return (
    <span title={shown.full}>
      {hasDirection && (
        <span className={`delta delta-${against}`}>
          <Icon name={against} />
          <span className="visually-hidden">{t(against === "up" ? "post_above" : "post_below")}</span>
        </span>
      )}
      {shown.text}
      {standard && standard.met !== null && (
        <span className={standard.met ? "post-standard" : "post-standard post-short"}>
          {t(standard.met ? "post_met" : "post_short", { goal: format.number(standard.threshold.value, unit) })}
        </span>
      )}
    </span>
  );
}
