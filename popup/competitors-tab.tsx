import { type ReactNode, useState } from "react";
import { ConsoleLink } from "../src/ui/components/console-links";
import { Empty } from "../src/ui/components/empty";
import { matches } from "../src/ui/components/find-field";
import { Trouble } from "../src/ui/components/trouble";
import { useCompetitors, useSellersSeen } from "../src/ui/data/queries";
import { useSource } from "../src/ui/data/source";
import { useI18n } from "../src/ui/i18n/context";
import { failureText } from "../src/ui/i18n/messages";
import { CompetitorItem } from "./competitor-item";
import { Coverage } from "./coverage";
import { StarRow } from "./star-row";

/** Others that were seen, beside the watched ones. */
const OTHERS = 20;

export function CompetitorsTab({ find }: { find: string }): ReactNode {
  const { t, format } = useI18n();
  const source = useSource();
  const { data: board, error, refetch } = useCompetitors();
  const others = useSellersSeen(OTHERS).data ?? [];
  const [refusal, setRefusal] = useState("");
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!board) return null;
  const { rows } = board;
  if (rows.length === 0 && others.length === 0)
    return (
      <Empty title={t("competitors_empty")}>
        <p className="soft">{t("competitors_empty_hint")}</p>
        <p className="links">
          <ConsoleLink host="store.weixin.qq.com" />
        </p>
      </Empty>
    );
  const setStar = async (key: string | null, id: string, on: boolean): Promise<void> => {
    const { star, unstar, takeOff } = await import("../src/competitors/watch-list");
    const rivals = await source.rivals();
    const off = key === null ? rivals.filter((rival) => rival.id === id).map(takeOff) : unstar(rivals, key);
    const notes = on && key !== null ? star(rivals, key, Date.now()) : off;
    const answer = await source.send("put_notes", { notes });
    setRefusal(answer.ok ? "" : failureText(answer.error, t));
  };
  const watched = rows.filter(({ rival }) => matches(find, rival.name, rival.group, rival.remark));
  const seen = others.filter((other) => matches(find, other.name ?? other.id));
  return (
    <>
      <Coverage board={board} />
      <p role="alert" className={refusal ? "notice" : ""}>
        {refusal}
      </p>
      {find !== "" && watched.length + seen.length === 0 && (
        <p className="empty soft">{t("find_nothing", { text: find })}</p>
      )}
      <h2 className="visually-hidden">{t("competitors_watched")}</h2>
      <ul className="rows">
        {watched.map((row) => (
          <CompetitorItem key={row.rival.id} row={row} onStar={setStar} />
        ))}
      </ul>
      {seen.length > 0 && (
        <section>
          <h2 className="section-name">{t("competitors_seen", { n: seen.length })}</h2>
          <ul className="rows">
            {seen.map((other) => (
              <StarRow
                key={other.key}
                name={other.name ?? other.id ?? t("name_unknown")}
                link={other.link}
                starred={false}
                onStar={() => setStar(other.key, other.key, true)}
              >
                <p className="soft">{t("seen_when", { when: format.when(other.lastSeen) })}</p>
              </StarRow>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
