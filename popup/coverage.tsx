import type { ReactNode } from "react";
import { Icon } from "../src/ui/components/icon";
import type { CompetitorRow } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";

/** How many of the watched were seen this week, and which are still to be opened. */
export function Coverage({ watched }: { watched: readonly CompetitorRow[] }): ReactNode {
  const { t } = useI18n();
  if (watched.length === 0) return <p className="coverage soft">{t("watch_none")}</p>;
  const unseen = watched.filter((row) => !row.seenThisWeek);
  return (
    <section className="coverage">
      <p>
        <span className="strong">{t("coverage", { seen: watched.length - unseen.length, all: watched.length })}</span>
        {unseen.length === 0 && <span className="soft"> {t("coverage_done")}</span>}
      </p>
      <div className="coverage-bar" aria-hidden="true">
        {watched.map((row, index) => (
          <span key={row.key} className={index < watched.length - unseen.length ? "seen" : ""} />
        ))}
      </div>
      {unseen.length > 0 && (
        <p className="soft coverage-rest">
          {t("coverage_rest")}
          {unseen.map((row) =>
            row.link ? (
              <a key={row.key} href={row.link} target="_blank" rel="noreferrer">
                {row.name || t("name_unknown")}
                <Icon name="external" />
              </a>
            ) : (
              <span key={row.key}>{row.name || t("name_unknown")}</span>
            ),
          )}
        </p>
      )}
    </section>
  );
}
