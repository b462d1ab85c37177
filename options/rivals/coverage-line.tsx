import type { ReactNode } from "react";
import { Icon } from "../../src/ui/components/icon";
import { useI18n } from "../../src/ui/i18n/context";
import { useWeekBoard } from "./use-week-board";

/** How far a comparison can be trusted: how many of the watched were seen this week. */
export function CoverageLine(): ReactNode {
  const { t } = useI18n();
  const board = useWeekBoard().data;
  if (!board) return null;
  const { seen, of } = board;
  return (
    <p className={seen < of ? "coverage-line care" : "coverage-line"}>
      <Icon name={seen < of ? "clock" : "check"} />
      {t("coverage_line", { seen, all: of })}
      {seen < of && <a href="#rivals/week">{t("coverage_go")}</a>}
    </p>
  );
}
