import type { ReactNode } from "react";
import { useI18n } from "../../src/ui/i18n/context";

/** The mark of what third parties' estimates are among; nothing where none are. */
export function Estimates({ by }: { by: readonly string[] }): ReactNode {
  const { t } = useI18n();
  if (by.length === 0) return null;
  return <span className="tag tag-estimate">{t("estimate_by", { name: by.join(t("list_comma")) })}</span>;
}
