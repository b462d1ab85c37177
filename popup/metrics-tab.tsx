import { lazy, type ReactNode, Suspense, useState } from "react";
import { ConsoleLinks } from "../src/ui/components/console-links";
import { Empty } from "../src/ui/components/empty";
import { matches } from "../src/ui/components/find-field";
import { Trouble } from "../src/ui/components/trouble";
import { useBoard, useNotes } from "../src/ui/data/queries";
import { useSource } from "../src/ui/data/source";
import { useI18n } from "../src/ui/i18n/context";
import { MetricCard } from "./metric-card";
import { MissingLine } from "./missing-line";
import { inOrder, SHOWN } from "./pins";

const SinceLine = lazy(() => import("./since-line"));
const FunnelLine = lazy(() => import("./funnel-line"));

/** The user's six first, then the biggest certain changes; the rest is one click away. */
export function MetricsTab(props: { account: string | null; isMixed: boolean; find: string }): ReactNode {
  const { account, isMixed, find } = props;
  const { t, language } = useI18n();
  const source = useSource();
  const { data: board, error, refetch } = useBoard(account);
  const pins = useNotes("pins").data?.[0]?.value.metrics ?? [];
  const [showsAll, setShowsAll] = useState(false);
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
  const found = board.cards.filter((card) => matches(find, card.name.zh, card.name.en, card.entity.name));
  const ordered = inOrder(found, pins);
  const cards = showsAll || find !== "" ? ordered : ordered.slice(0, SHOWN);
  const pin = (metric: string): void => {
    const metrics = pins.includes(metric) ? pins.filter((each) => each !== metric) : [...pins, metric].slice(-SHOWN);
    void source.send("put_notes", { notes: [{ kind: "pins", id: "popup", fields: { metrics } }] });
  };
  return (
    <>
      {find === "" && (
        <Suspense>
          <SinceLine cards={board.cards} />
          {board.funnels.length > 0 && <FunnelLine funnels={board.funnels} />}
        </Suspense>
      )}
      {found.length === 0 && <p className="empty soft">{t("find_nothing", { text: find })}</p>}
      <ul className="cards">
        {cards.map((card) => (
          <MetricCard
            key={card.id}
            card={card}
            name={card.name[name]}
            showsOwner={isMixed}
            isPinned={pins.includes(card.metric)}
            onPin={pin}
          />
        ))}
      </ul>
      <p className="links cards-foot">
        {cards.length < ordered.length && (
          <button type="button" className="text-button" onClick={() => setShowsAll(true)}>
            {t("cards_rest", { n: ordered.length - cards.length })}
          </button>
        )}
        <button type="button" className="text-button" onClick={() => source.openOptions("dashboard")}>
          {t("open_dashboard")}
        </button>
      </p>
      {find === "" && <MissingLine missing={board.missing} />}
    </>
  );
}
