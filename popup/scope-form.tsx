import { type ReactNode, useState } from "react";
import type { StoredDraft } from "../src/ledger/model";
import { useSource } from "../src/ui/data/source";
import { type Scope, ScopeSelects } from "../src/ui/desk/scope-selects";
import { useI18n } from "../src/ui/i18n/context";
import { failureText } from "../src/ui/i18n/messages";

/** What the draft is about and where it will stand: this decides which rules and which laws apply. */
export function ScopeForm({ draft }: { draft: StoredDraft }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const [failure, setFailure] = useState("");
  const { goods, channel, account } = draft;
  const set = async (scope: Scope): Promise<void> => {
    const answer = await source.send("set_draft_scope", { tab: draft.tab, scope });
    setFailure(answer.ok ? "" : failureText(answer.error, t));
  };
  return (
    <fieldset className="scope">
      <legend className="visually-hidden">{t("scope")}</legend>
      <ScopeSelects scope={{ goods, channel, account }} onChange={(scope) => void set(scope)} />
      {draft.scopeBy && <p className="soft scope-by">{t(`scope_by_${draft.scopeBy}`)}</p>}
      <p role="alert">{failure}</p>
    </fieldset>
  );
}
