import type { ReactNode } from "react";
import { findAssumption } from "../../src/metrics/assumptions";
import type { Gap } from "../../src/metrics/gaps";
import { ConsoleLink } from "../../src/ui/components/console-links";
import { HOST_OF_PAGE } from "../../src/ui/components/page-names";
import { type I18n, useI18n } from "../../src/ui/i18n/context";

/** What would give a metric its number, in one sentence; a page to open, a number to set, a mark to make, an import. */
function needs(gap: Gap, { t, language }: I18n): string {
  const side = language === "en" ? "en" : "zh";
  const pageOf = (pages: Gap["pages"]): string => t(`page_${pages[0] ?? "unknown"}`);
  const parts: string[] = [];
  if (gap.pages.length > 0) parts.push(t("gap_page", { page: pageOf(gap.pages) }));
  else {
    for (const { name, pages } of gap.inputs) {
      parts.push(
        pages.length > 0
          ? t("gap_input", { name: name[side], page: pageOf(pages) })
          : t("gap_input_brought", { name: name[side] }),
      );
    }
  }
  for (const id of gap.assumptions) parts.push(t("gap_assumption", { name: findAssumption(id)?.name[side] ?? id }));
  if (gap.mark) parts.push(t("gap_mark"));
  if (gap.canBring) parts.push(t("gap_bring"));
  return (parts.length > 0 ? parts : [t("gap_wait")]).join(t("list_or"));
}

export function GapList({ gaps, isFolded }: { gaps: readonly Gap[]; isFolded: boolean }): ReactNode {
  const i18n = useI18n();
  const { t, language } = i18n;
  if (gaps.length === 0) return null;
  const list = (
    <ul className="gaps">
      {gaps.map((gap) => {
        const page = gap.pages[0] ?? gap.inputs.flatMap(({ pages }) => pages)[0];
        return (
          <li key={gap.metric}>
            <span className="strong">{gap.name[language === "en" ? "en" : "zh"]}</span>
            <span className="soft">{needs(gap, i18n)}</span>
            {page && <ConsoleLink host={HOST_OF_PAGE[page]} />}
          </li>
        );
      })}
    </ul>
  );
  if (!isFolded) return list;
  return (
    <details>
      <summary>{t("gaps_folded", { n: gaps.length })}</summary>
      {list}
    </details>
  );
}
