import type { ReactNode } from "react";
import type { Citation } from "../../compliance/finding";
import type { Basis, Rule } from "../../compliance/pack";
import { Icon } from "../components/icon";
import { useI18n } from "../i18n/context";

/** The special law comes first; who has read three of them knows where the words stand. */
const FIRST = 3;

export const cite = (each: Citation): string => `${each.law} ${each.article}`;

/** The laws that a warning rests on, the first few in sight, the others behind one line. */
export function Laws({ citations, rule }: { citations: readonly Citation[]; rule: Rule | null }): ReactNode {
  const { t } = useI18n();
  const line = (citation: Citation): ReactNode => (
    <LawLine
      key={cite(citation)}
      citation={citation}
      basis={rule?.basis.find((each) => cite(each) === cite(citation)) ?? null}
    />
  );
  const rest = citations.slice(FIRST);
  return (
    <div className="laws">
      {citations.slice(0, FIRST).map(line)}
      {rest.length > 0 && (
        <details className="law">
          <summary>{t("finding_law_more", { n: rest.length })}</summary>
          <div className="laws">{rest.map(line)}</div>
        </details>
      )}
    </div>
  );
}

/** A law with its article, that opens into the sentence of law the warning rests on. */
function LawLine({ citation, basis }: { citation: Citation; basis: Basis | null }): ReactNode {
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
