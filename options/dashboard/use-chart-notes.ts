import { useMemo } from "react";
import type { EntityType } from "../../src/console/observation";
import type { EntityKey } from "../../src/ledger/model";
import type { ChartNote } from "../../src/ui/charts/spec";
import { usePosts } from "../../src/ui/data/dashboard-queries";
import { useNotes } from "../../src/ui/data/queries";
import { useI18n } from "../../src/ui/i18n/context";

/** Campaigns of the user's, and for an account the days on which it posted. */
export function useChartNotes({ key, type }: { key: EntityKey; type: EntityType }): readonly ChartNote[] {
  const { t } = useI18n();
  const campaigns = useNotes("campaign").data;
  const posts = usePosts(key).data;
  return useMemo(
    () => [
      ...(campaigns ?? []).flatMap(({ value: { name = "", from, to } }): ChartNote[] =>
        from && to ? [{ kind: "campaign", from, to, text: name }] : [],
      ),
      ...(type === "account" ? (posts?.rows ?? []) : []).flatMap(({ publishedAt, name }): ChartNote[] => {
        const day = publishedAt?.slice(0, 10);
        return day ? [{ kind: "post", from: day, to: day, text: name ?? t("name_unknown") }] : [];
      }),
    ],
    [campaigns, posts, type, t],
  );
}
