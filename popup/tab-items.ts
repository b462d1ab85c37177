import type { TabItem } from "../src/ui/components/tabs";
import { useBoard, useCompetitors, useDraft } from "../src/ui/data/queries";
import { useI18n } from "../src/ui/i18n/context";

export const TABS = ["metrics", "competitors", "compliance"] as const;
export type TabKey = (typeof TABS)[number];

/** The three tabs with what each counts: cards, watched competitors, findings of the draft in front. */
export function useTabItems(account: string | null, tab: number | null): readonly TabItem<TabKey>[] {
  const { t } = useI18n();
  const board = useBoard(account).data;
  const cards = board?.cards.length ?? 0;
  // The number on a tab waits for what the tab in front shows.
  const watched = useCompetitors(board !== undefined).data?.of ?? 0;
  const findings = useDraft(tab).data?.findings ?? [];
  const count = (n: number, says: string, grave = false): TabItem<TabKey>["count"] =>
    n === 0 ? null : { shown: n > 99 ? "99+" : String(n), says, grave };
  return [
    { key: "metrics", label: t("tab_metrics"), count: count(cards, t("tab_metrics_count", { n: cards })) },
    {
      key: "competitors",
      label: t("tab_competitors"),
      count: count(watched, t("tab_competitors_count", { n: watched })),
    },
    {
      key: "compliance",
      label: t("tab_compliance"),
      count: count(
        findings.length,
        t("tab_compliance_count", { n: findings.length }),
        findings.some((finding) => finding.severity === "block"),
      ),
    },
  ];
}
