import type { ReactNode } from "react";
import { StatusLine } from "../../src/ui/desk/status-line";
import { useDecisions } from "../../src/ui/desk/use-decisions";
import { WordForm } from "../../src/ui/desk/word-form";
import { useI18n } from "../../src/ui/i18n/context";
import { AccountScopes } from "./account-scopes";
import { AllowedPhrases } from "./allowed-phrases";
import { OwnListFile } from "./own-list-file";
import { OwnWords } from "./own-words";
import { PackTable } from "./pack-table";

/** What the checker goes by: the user's words, the phrases that are let pass, the packs and how old they are. */
export default function RulesSection(): ReactNode {
  const { t } = useI18n();
  const decisions = useDecisions();
  return (
    <>
      <StatusLine status={decisions.status} />
      <h3>{t("own_words")}</h3>
      <OwnWords decisions={decisions} />
      <details className="more">
        <summary>{t("word_add")}</summary>
        <WordForm onAdd={decisions.addWord} />
      </details>
      <OwnListFile list="words" decisions={decisions} />
      <h3>{t("allowed_phrases")}</h3>
      <AllowedPhrases decisions={decisions} />
      <OwnListFile list="allowed" decisions={decisions} />
      <h3>{t("packs")}</h3>
      <PackTable decisions={decisions} />
      <h3>{t("account_scopes")}</h3>
      <AccountScopes />
    </>
  );
}
