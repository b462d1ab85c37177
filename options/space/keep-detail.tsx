import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Select } from "../../src/ui/components/select";
import { useSource } from "../../src/ui/data/source";
import { useI18n } from "../../src/ui/i18n/context";
import { keepMonths, keptMonths, MONTHS } from "../../src/vault/keep-detail";
import type { VaultStore } from "../../src/vault/vault-store";

const FOREVER = "forever";

/** For how long every look stays, from then on the last of each number a day. */
export function KeepDetail({ vault }: { vault: VaultStore }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const client = useQueryClient();
  const months = useQuery({ queryKey: ["usage", "keep"], queryFn: () => keptMonths(vault) }).data;
  if (months === undefined) return null;
  const save = async (value: string): Promise<void> => {
    await keepMonths(vault, value === FOREVER ? null : Number(value));
    await source.send("cloud", { act: "arm" });
    await client.invalidateQueries({ queryKey: ["usage", "keep"] });
  };
  const choices = MONTHS.map((each) => ({ value: String(each), label: t("keep_months", { n: each }) }));
  return (
    <div className="group selects">
      <Select
        label={t("keep_detail")}
        value={months === null ? FOREVER : String(months)}
        options={[{ value: FOREVER, label: t("keep_forever") }, ...choices]}
        onChange={(value) => void save(value)}
      />
    </div>
  );
}
