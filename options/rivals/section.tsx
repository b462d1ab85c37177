import { lazy, type ReactNode, Suspense } from "react";
import { Empty } from "../../src/ui/components/empty";
import { useRivals } from "../../src/ui/data/queries";
import { useI18n } from "../../src/ui/i18n/context";
import { ExportWeek } from "./export-week";
import { useRoute, VIEWS } from "./use-route";
import { WeekView } from "./week-view";

const BODY = {
  week: WeekView,
  changes: lazy(() => import("./changes-view")),
  goods: lazy(() => import("./goods-view")),
  matrix: lazy(() => import("./matrix-view")),
  trends: lazy(() => import("./trends-view")),
  content: lazy(() => import("./content-view")),
  one: lazy(() => import("./detail-view")),
};

/** Competitors: who was seen this week, what changed, goods, comparisons, trends, and each in detail. */
export default function RivalsSection(): ReactNode {
  const { t } = useI18n();
  const { view, of } = useRoute();
  const rivals = useRivals().data;
  if (!rivals) return null;
  if (rivals.every(({ archived }) => archived))
    return (
      <Empty title={t("watch_empty")}>
        <p className="soft">{t("watch_empty_hint")}</p>
        <p>
          <a href="#watch">{t("rivals_to_list")}</a>
        </p>
      </Empty>
    );
  const Body = BODY[view];
  return (
    <>
      <nav className="views" aria-label={t("rivals_views")}>
        {VIEWS.map((each) => (
          <a key={each} href={`#rivals/${each}`} aria-current={each === view ? "page" : undefined}>
            {t(`rivals_view_${each}`)}
          </a>
        ))}
        <ExportWeek />
      </nav>
      <Suspense>
        <Body of={of} />
      </Suspense>
    </>
  );
}
