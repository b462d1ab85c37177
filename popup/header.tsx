import type { ReactNode } from "react";
import type { EntityRecord } from "../src/ledger/model";
import { Icon } from "../src/ui/components/icon";
import { Select } from "../src/ui/components/select";
import { usePart } from "../src/ui/components/use-part";
import { useStoreState } from "../src/ui/data/queries";
import { useSource } from "../src/ui/data/source";
import { isTroubled } from "../src/ui/data/store-trouble";
import type { Front } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";
import { ALL } from "./account";
import { FrontLine } from "./front-line";
import { NoticeBanner } from "./notice-banner";

const storeLine = () => import("./store-line");

export function Header(props: {
  accounts: readonly EntityRecord[];
  account: string | null;
  onAccount: (key: string) => void;
  front: Front | null;
}): ReactNode {
  const { accounts, account, onAccount, front } = props;
  const { t } = useI18n();
  const source = useSource();
  const state = useStoreState().data;
  const StoreLine = usePart(state !== undefined && isTroubled(state), storeLine);
  const options = accounts.map((each) => ({ value: each.key, label: each.name ?? t(`entity_${each.type}`) }));
  return (
    <header className="header">
      <div className="header-row">
        <h1 className="product">{t("extensionName")}</h1>
        {options.length > 1 && (
          <Select
            label={t("account_switch")}
            hideLabel
            value={account ?? ALL}
            options={[{ value: ALL, label: t("account_all", { n: options.length }) }, ...options]}
            onChange={onAccount}
          />
        )}
        {options.length === 1 && <span className="account-name soft">{options[0]?.label}</span>}
        <button
          type="button"
          className="icon-button"
          aria-label={t("open_settings")}
          title={t("open_settings")}
          onClick={() => source.openOptions("reading")}
        >
          <Icon name="gear" />
        </button>
      </div>
      <NoticeBanner />
      {StoreLine && state && <StoreLine state={state} />}
      <FrontLine front={front} />
    </header>
  );
}
