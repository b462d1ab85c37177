import type { ReactNode } from "react";
import { Icon } from "../../src/ui/components/icon";
import type { MarketWeek } from "../../src/ui/data/rivals/market";
import { useI18n } from "../../src/ui/i18n/context";
import { Estimates } from "./estimates";
import { useWeekBoard } from "./use-week-board";

/** How far a comparison of last known numbers can be trusted: how many of the watched were seen this week. */
export function CoverageLine(): ReactNode {
  const { t } = useI18n();
  const board = useWeekBoard().data;
  if (!board) return null;
  const { seen, of } = board;
  return <Line isWhole={seen === of} text={t("coverage_line", { seen, all: of })} />;
}

/** How far a comparison of a week's goods can be trusted: of how many any were seen, and which are estimates. */
export function MarketCoverage({ market: { week, sellers } }: { market: MarketWeek }): ReactNode {
  const { t } = useI18n();
  const rivals = sellers.filter(({ rival }) => rival !== null);
  const seen = rivals.filter(({ goods }) => goods.goods.length > 0).length;
  const text = t("coverage_market", { week: week.slice(5), seen, all: rivals.length });
  return (
    <Line isWhole={seen === rivals.length} text={text}>
      <Estimates by={[...new Set(sellers.flatMap(({ goods }) => goods.estimates))]} />
    </Line>
  );
}

function Line(props: { isWhole: boolean; text: string; children?: ReactNode }): ReactNode {
  const { t } = useI18n();
  const { isWhole, text, children } = props;
  return (
    <p className={isWhole ? "coverage-line" : "coverage-line care"}>
      <Icon name={isWhole ? "check" : "clock"} />
      {text}
      {children}
      {!isWhole && <a href="#rivals/week">{t("coverage_go")}</a>}
    </p>
  );
}
