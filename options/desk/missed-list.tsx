import type { ReactNode } from "react";
import { type OwnWord, phraseFault } from "../../src/compliance/own/own-rules";
import { type ReviewCase, rejectedBy } from "../../src/operations/reviews/case";
import { useI18n } from "../../src/ui/i18n/context";

/** What the platform rejected without a word from the machine, and the way to make it an own word. */
export function MissedList(props: { cases: readonly ReviewCase[]; onAdd: (word: OwnWord) => void }): ReactNode {
  const { t, format } = useI18n();
  const rejected = rejectedBy(props.cases);
  if (rejected.length === 0) return null;
  const missed = rejected.filter(({ found }) => !found);
  const add = (words: string, clause: string): void =>
    props.onAdd({
      word: words.trim(),
      category: "custom",
      severity: "block",
      reason: t("review_word_reason", { clause }),
      instead: "",
    });
  return (
    <>
      <h3>{t("review_missed")}</h3>
      {missed.length === 0 ? (
        <p className="soft">{t("review_missed_none", { n: rejected.length })}</p>
      ) : (
        <p className="soft">{t("review_missed_hint")}</p>
      )}
      <ul className={missed.length > 0 ? "group" : ""}>
        {missed.map(({ case: each, outcome }) => (
          <li key={each.id} className="setting">
            <div>
              <p className="strong">{outcome.words || each.sent.title}</p>
              <p className="soft">{[outcome.clause, outcome.by, format.when(each.at)].filter(Boolean).join(" · ")}</p>
            </div>
            {phraseFault(outcome.words) === null && (
              <button type="button" className="button" onClick={() => add(outcome.words, outcome.clause)}>
                {t("review_missed_add")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
