import { type ReactNode, useState } from "react";
import { ConsoleLink } from "../src/ui/components/console-links";
import { Empty } from "../src/ui/components/empty";
import { matches } from "../src/ui/components/find-field";
import { Trouble } from "../src/ui/components/trouble";
import { useCompetitors } from "../src/ui/data/queries";
import { useSource } from "../src/ui/data/source";
import { useI18n } from "../src/ui/i18n/context";
import { failureText } from "../src/ui/i18n/failure";
import { CompetitorItem } from "./competitor-item";
import { Coverage } from "./coverage";

export function CompetitorsTab({ find }: { find: string }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const { data: board, error, refetch } = useCompetitors();
  const [refusal, setRefusal] = useState("");
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!board) return null;
  const { rows } = board;
  if (rows.length === 0)
    return (
      <Empty title={t("competitors_empty")}>
        <p className="soft">{t("competitors_empty_hint")}</p>
        <p className="links">
          <ConsoleLink host="store.weixin.qq.com" />
        </p>
      </Empty>
    );
  const setStar = async (key: string, on: boolean): Promise<void> => {
    const { star, unstar } = await import("../src/competitors/watch-list");
    const rivals = await source.rivals();
    const notes = on ? star(rivals, key, Date.now()) : unstar(rivals, key);
    const answer = await source.send("put_notes", { notes });
    setRefusal(answer.ok ? "" : failureText(answer.error, t));
  };
  const shown = rows.filter((row) => matches(find, row.name));
  const others = shown.filter((row) => !row.watched);
  return (
    <>
      <Coverage board={board} />
      <p role="alert" className={refusal ? "notice" : ""}>
        {refusal}
      </p>
      {find !== "" && shown.length === 0 && <p className="empty soft">{t("find_nothing", { text: find })}</p>}
      <h2 className="visually-hidden">{t("competitors_watched")}</h2>
      <ul className="rows">
        {shown
          .filter((row) => row.watched)
          .map((row) => (
            <CompetitorItem key={row.key} row={row} onStar={setStar} />
          ))}
      </ul>
      {others.length > 0 && (
        <section>
          <h2 className="section-name">{t("competitors_seen", { n: others.length })}</h2>
          <ul className="rows">
            {others.map((row) => (
              <CompetitorItem key={row.key} row={row} onStar={setStar} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
