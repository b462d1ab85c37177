import type { ReactNode } from "react";
import { ACCOUNTS, CHANNELS, type Draft, GOODS } from "../../compliance/finding";
import { Select } from "../components/select";
import { useI18n } from "../i18n/context";

export type Scope = Pick<Draft, "goods" | "channel" | "account">;

/** What a text is about and where it will stand: this decides which rules and which laws apply. */
export function ScopeSelects({ scope, onChange }: { scope: Scope; onChange: (scope: Scope) => void }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <Select
        label={t("scope_goods")}
        value={scope.goods}
        options={GOODS.map((value) => ({ value, label: t(`goods_${value}`) }))}
        onChange={(goods) => onChange({ ...scope, goods })}
      />
      <Select
        label={t("scope_channel")}
        value={scope.channel}
        options={CHANNELS.map((value) => ({ value, label: t(`channel_${value}`) }))}
        onChange={(channel) => onChange({ ...scope, channel })}
      />
      <Select
        label={t("scope_account")}
        value={scope.account}
        options={ACCOUNTS.map((value) => ({ value, label: t(`account_${value}`) }))}
        onChange={(account) => onChange({ ...scope, account })}
      />
    </>
  );
}
