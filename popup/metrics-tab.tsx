import type { ReactNode } from "react";
import { ConsoleLinks } from "../src/ui/components/console-links";
import { Empty } from "../src/ui/components/empty";
import { matches } from "../src/ui/components/find-field";
import { Trouble } from "../src/ui/components/trouble";
import { useBoard } from "../src/ui/data/queries";
import { useI18n } from "../src/ui/i18n/context";
import { MetricCard } from "./metric-card";
import { MissingLine } from "./missing-line";

export function MetricsTab(props: { account: string | null; isMixed: boolean; find: string }): ReactNode {
  const { account, isMixed, find } = props;
  const { t, language } = useI18n();
  const { data: board, error, refetch } = useBoard(account);
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!board) return null;
  if (board.cards.length === 0)
    return (
      <Empty title={t("metrics_empty")}>
        <p className="soft">{t("metrics_empty_hint")}</p>
        <ConsoleLinks />
      </Empty>
    );
  const name = language === "en" ? "en" : "zh";
  const cards = board.cards.filter((card) => matches(find, card.name.zh, card.name.en, card.entity.name));
  return (
    <>
      {cards.length === 0 && <p className="empty soft">{t("find_nothing", { text: find })}</p>}
      <ul className="cards">
        {cards.map((card) => (
          <MetricCard key={card.id} card={card} name={card.name[name]} showsOwner={isMixed} />
        ))}
      </ul>
      {find === "" && <MissingLine missing={board.missing} />}
    </>
  );
}
