import type { ReactNode } from "react";
import { groupBy } from "../src/metrics/group-by";
import { ConsoleLink } from "../src/ui/components/console-links";
import { HOST_OF_PAGE } from "../src/ui/components/page-names";
import type { MissingMetric } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";

/** What no page has shown yet, by the page that would show it. */
export function MissingLine({ missing }: { missing: readonly MissingMetric[] }): ReactNode {
  const { t, language } = useI18n();
  if (missing.length === 0) return null;
  const name = language === "en" ? "en" : "zh";
  const pages = [...groupBy(missing, (each) => each.pages[0] ?? "unknown")];
  const hosts = [...new Set(pages.map(([page]) => HOST_OF_PAGE[page]))];
  return (
    <section className="missing soft">
      {pages.map(([page, metrics]) => (
        <p key={page}>
          {t("missing", {
            names: metrics.map((each) => each.name[name]).join(t("list_comma")),
            page: t(`page_${page}`),
          })}
        </p>
      ))}
      <p className="links">
        {hosts.map((host) => (
          <ConsoleLink key={host} host={host} />
        ))}
      </p>
    </section>
  );
}
