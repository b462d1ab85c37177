import { type ReactNode, useState } from "react";
import { ACCOUNTS, CHANNELS, GOODS } from "../../src/compliance/finding";
import type { NoteKinds } from "../../src/ledger/note-kinds";
import { Select } from "../../src/ui/components/select";
import { useNotes, useOwners } from "../../src/ui/data/queries";
import { useSource } from "../../src/ui/data/source";
import { useI18n } from "../../src/ui/i18n/context";
import { failureText } from "../../src/ui/i18n/messages";

const NONE = "";

/** What drafts of each account or shop are taken for, unless the page or the user says otherwise. */
export function AccountScopes(): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const owners = useOwners().data;
  const notes = useNotes("draft_scope").data;
  const [failure, setFailure] = useState("");
  if (!owners || !notes) return null;
  if (owners.length === 0) return <p className="soft">{t("account_scopes_none")}</p>;
  const save = async (id: string, fields: Partial<NoteKinds["draft_scope"]>): Promise<void> => {
    const answer = await source.send("put_notes", { notes: [{ kind: "draft_scope", id, fields }] });
    setFailure(answer.ok ? "" : failureText(answer.error, t));
  };
  const withNone = <V extends string>(values: readonly V[], name: (value: V) => string) => [
    { value: NONE as V | typeof NONE, label: t("as_general") },
    ...values.map((value) => ({ value, label: name(value) })),
  ];
  return (
    <>
      <p className="soft">{t("account_scopes_hint")}</p>
      {owners.map((owner) => {
        const chosen = notes.find(({ id }) => id === owner.key)?.value;
        return (
          <fieldset key={owner.key} className="group selects">
            <legend className="strong">{owner.name ?? t("name_unknown")}</legend>
            <Select
              label={t("scope_goods")}
              value={chosen?.goods ?? NONE}
              options={withNone(GOODS, (value) => t(`goods_${value}`))}
              onChange={(goods) => void save(owner.key, { goods: goods || null })}
            />
            <Select
              label={t("scope_channel")}
              value={chosen?.channel ?? NONE}
              options={withNone(CHANNELS, (value) => t(`channel_${value}`))}
              onChange={(channel) => void save(owner.key, { channel: channel || null })}
            />
            <Select
              label={t("scope_account")}
              value={chosen?.account ?? NONE}
              options={withNone(ACCOUNTS, (value) => t(`account_${value}`))}
              onChange={(account) => void save(owner.key, { account: account || null })}
            />
          </fieldset>
        );
      })}
      <p role="alert">{failure}</p>
    </>
  );
}
