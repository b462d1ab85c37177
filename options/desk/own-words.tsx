import type { ReactNode } from "react";
import type { OwnWord } from "../../src/compliance/own/own-rules";
import { ownWord } from "../../src/operations/own-rules";
import { useNotes } from "../../src/ui/data/queries";
import { SEVERITY_ICON, SeverityBadge } from "../../src/ui/desk/severity-badge";
import type { Decisions } from "../../src/ui/desk/use-decisions";
import { useI18n } from "../../src/ui/i18n/context";
import { wordPatch } from "./use-own-lists";

export function OwnWords({ decisions }: { decisions: Decisions }): ReactNode {
  const { t } = useI18n();
  const notes = useNotes("own_word").data;
  if (!notes) return null;
  if (notes.length === 0) return <p className="soft">{t("own_words_none")}</p>;
  const remove = (word: OwnWord): void =>
    decisions.decide(
      [{ kind: "own_word", id: word.word, fields: null }],
      [wordPatch(word)],
      t("word_removed", { word: word.word }),
    );
  return (
    <ul className="group">
      {notes.map(ownWord).map((each) => (
        <li key={each.word} className="setting">
          <div>
            <p>
              <span className="strong">{each.word}</span>{" "}
              <SeverityBadge severity={each.severity} icon={SEVERITY_ICON[each.severity]} />
            </p>
            <p className="soft">
              {[
                t(`category_${each.category}`),
                each.reason,
                each.instead && t("word_instead_is", { text: each.instead }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
          <button
            type="button"
            className="button"
            aria-label={t("remove_what", { name: each.word })}
            onClick={() => remove(each)}
          >
            {t("remove")}
          </button>
        </li>
      ))}
    </ul>
  );
}
