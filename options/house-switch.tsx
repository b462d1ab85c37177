import type { ReactNode } from "react";
import type { EntityKey, EntityRecord } from "../src/ledger/model";
import { Select } from "../src/ui/components/select";
import { useOwners } from "../src/ui/data/queries";
import { useKept } from "../src/ui/data/use-kept";
import { useI18n } from "../src/ui/i18n/context";

/** Value of the switch for all accounts and shops together; no entity has this key. */
const ALL = "all";

/** Which account or shop the workspace shows; null is all of them. The popup keeps its own choice. */
export function useHouse() {
  const houses = useOwners().data ?? [];
  const [chosen, choose] = useKept("workspace-account");
  return { house: houses.find(({ key }) => key === chosen)?.key ?? null, houses, choose };
}

export function HouseSwitch(props: {
  house: EntityKey | null;
  houses: readonly EntityRecord[];
  onChange: (key: string) => void;
}): ReactNode {
  const { house, houses, onChange } = props;
  const { t } = useI18n();
  if (houses.length < 2) return null;
  const options = houses.map(({ key, name, type }) => ({
    value: key,
    label: `${name ?? t("name_unknown")} · ${t(`entity_${type}`)}`,
  }));
  return (
    <Select
      label={t("account_switch")}
      value={house ?? ALL}
      options={[{ value: ALL, label: t("account_all", { n: houses.length }) }, ...options]}
      onChange={onChange}
    />
  );
}
