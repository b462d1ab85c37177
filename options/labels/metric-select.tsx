import type { ReactNode } from "react";
import { REGISTRY } from "../../src/metrics/registry";
import { Select } from "../../src/ui/components/select";
import { useI18n } from "../../src/ui/i18n/context";

/** Any metric that numbers can be stored under; empty for none chosen. */
export function MetricSelect(props: { label: string; value: string; onChange: (metric: string) => void }): ReactNode {
  const { t, language } = useI18n();
  const metrics = REGISTRY.filter(({ entities, unit }) => entities.length > 0 && unit !== "text");
  return (
    <Select
      {...props}
      hideLabel
      options={[
        { value: "", label: t("labels_choose") },
        ...metrics.map(({ id, name }) => ({ value: id, label: name[language === "en" ? "en" : "zh"] })),
      ]}
    />
  );
}
