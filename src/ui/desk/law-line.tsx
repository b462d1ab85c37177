import type { ReactNode } from "react";
import type { Citation } from "../../compliance/finding";
import type { Basis } from "../../compliance/pack";
import { Icon } from "../components/icon";
import { useI18n } from "../i18n/context";

export const cite = (each: Citation): string => `${each.law} ${each.article}`;

/** A law with its article, that opens into the sentence of law the warning rests on. */
export function LawLine({ citation, basis }: { citation: Citation; basis: Basis | null }): ReactNode {
  const { t } = useI18n();
  return (
    <details className="law">
      <summary>{cite(citation)}</summary>
      {basis?.quote ? <blockquote className="law-quote">{basis.quote}</blockquote> : <p>{t("finding_law_none")}</p>}
      {basis && (
        <p className="soft links">
          {t("finding_law_read", { day: basis.asOf })}
          {basis.url && (
            <a href={basis.url} target="_blank" rel="noreferrer">
              {t("finding_law_open")}
              <Icon name="external" />
            </a>
          )}
        </p>
      )}
    </details>
  );
}
