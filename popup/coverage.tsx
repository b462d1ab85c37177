import type { ReactNode } from "react";
import { Icon } from "../src/ui/components/icon";
import { useSource } from "../src/ui/data/source";
import type { WatchBoard } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";

/** How many of the watched were seen this week, and which are still to be opened. */
export function Coverage({ board }: { board: WatchBoard }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const { seen, of } = board;
  if (of === 0) return <p className="coverage soft">{t("watch_none")}</p>;
  const unseen = board.rows.filter((row) => !row.seenThisWeek);
  return (
    <section className="coverage">
      <p className="coverage-head">
        <span>
          <span className="strong">{t("coverage", { seen, all: of })}</span>
          {seen === of && <span className="soft"> {t("coverage_done")}</span>}
        </span>
        <button type="button" className="text-button" onClick={() => source.openOptions("rivals")}>
          {t("competitors_open")}
        </button>
      </p>
      <div className="coverage-bar" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal segments of a bar
          <span key={index} className={index < seen ? "seen" : ""} />
        ))}
      </div>
      {unseen.length > 0 && (
        <p className="soft coverage-rest">
          {t("coverage_rest")}
          {unseen.map(({ rival }) =>
            rival.link ? (
              <a key={rival.id} href={rival.link} target="_blank" rel="noreferrer">
                {rival.name || t("name_unknown")}
                <Icon name="external" />
              </a>
            ) : (
              <span key={rival.id}>{rival.name || t("name_unknown")}</span>
            ),
          )}
        </p>
      )}
    </section>
  );
}
