import { type ReactNode, useState } from "react";
import { ACCOUNTS, CHANNELS, type Draft, GOODS } from "../src/compliance/finding";
import type { StoredDraft } from "../src/ledger/model";
import { Select } from "../src/ui/components/select";
import { useSource } from "../src/ui/data/source";
import { useI18n } from "../src/ui/i18n/context";
import { failureText } from "../src/ui/i18n/failure";

/** What the draft is about and where it will stand: this decides which rules and which laws apply. */
export function ScopeForm({ draft }: { draft: StoredDraft }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const [failure, setFailure] = useState("");
  const { goods, channel, account } = draft;
  const set = async (part: Partial<Pick<Draft, "goods" | "channel" | "account">>): Promise<void> => {
    const answer = await source.send("set_draft_scope", {
      tab: draft.tab,
      scope: { goods, channel, account, ...part },
    });
    setFailure(answer.ok ? "" : failureText(answer.error, t));
  };
  return (
    <fieldset className="scope">
      <legend className="visually-hidden">{t("scope")}</legend>
      <Select
        label={t("scope_goods")}
        value={goods}
        options={GOODS.map((value) => ({ value, label: t(`goods_${value}`) }))}
        onChange={(value) => void set({ goods: value })}
      />
      <Select
        label={t("scope_channel")}
        value={channel}
        options={CHANNELS.map((value) => ({ value, label: t(`channel_${value}`) }))}
        onChange={(value) => void set({ channel: value })}
      />
      <Select
        label={t("scope_account")}
        value={account}
        options={ACCOUNTS.map((value) => ({ value, label: t(`account_${value}`) }))}
        onChange={(value) => void set({ account: value })}
      />
      {draft.scopeBy && <p className="soft scope-by">{t(`scope_by_${draft.scopeBy}`)}</p>}
      <p role="alert">{failure}</p>
    </fieldset>
  );
}
