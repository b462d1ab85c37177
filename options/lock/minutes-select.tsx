import type { ReactNode } from "react";
import { Select } from "../../src/ui/components/select";
import { useI18n } from "../../src/ui/i18n/context";
import { LOCK_MINUTES } from "../../src/vault/lock/lock-view";

export function MinutesSelect({ value, onChange }: { value: number; onChange: (value: number) => void }): ReactNode {
  const { t } = useI18n();
  const text = (n: number): string => (n === 0 ? t("lock_never") : t("lock_minutes", { n }));
  return (
    <Select
      label={t("lock_after")}
      value={String(value)}
      options={LOCK_MINUTES.map((n) => ({ value: String(n), label: text(n) }))}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  );
}
