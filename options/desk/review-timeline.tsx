import type { ReactNode } from "react";
import type { PlacedEntry } from "../../src/operations/reviews/case";
import { useI18n } from "../../src/ui/i18n/context";
import { decisionOf } from "./review-table";

/** Every step of a case: who, when, what was decided and why, and the entry's hash. */
export function ReviewTimeline({ entries }: { entries: readonly PlacedEntry[] }): ReactNode {
  const { t, format } = useI18n();
  return (
    <ol className="group">
      {entries.map(({ id, at, entry }) => (
        <li key={id} className="step">
          <p>
            <span className="strong">
              {t(`review_step_${entry.step}`)} {decisionOf(entry, t)}
            </span>{" "}
            {entry.by} <span className="soft">{format.when(at)}</span>
          </p>
          {entry.note !== "" && <p>{entry.note}</p>}
          <p className="soft hash">{t("review_hash", { hash: id.slice(0, 16) })}</p>
        </li>
      ))}
    </ol>
  );
}
