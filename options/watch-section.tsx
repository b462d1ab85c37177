import { type ReactNode, useState } from "react";
import { type EntityKey, WATCH_LIMIT } from "../src/ledger/model";
import type { Answer, Kind } from "../src/messaging/protocol";
import { ConsoleLink } from "../src/ui/components/console-links";
import { Empty } from "../src/ui/components/empty";
import { Icon } from "../src/ui/components/icon";
import { useWatched } from "../src/ui/data/queries";
import { useSource } from "../src/ui/data/source";
import { useI18n } from "../src/ui/i18n/context";
import { failureText } from "../src/ui/i18n/failure";

/** The watched competitors in the user's order. */
export function WatchSection(): ReactNode {
  const { t, format } = useI18n();
  const source = useSource();
  const watched = useWatched().data;
  const [said, setSaid] = useState("");
  if (!watched) return null;
  const tell = (answer: Answer<Kind>, done: string): void => setSaid(answer.ok ? done : failureText(answer.error, t));
  const remove = async (entity: EntityKey, name: string): Promise<void> =>
    tell(await source.send("watch", { entity, on: false }), t("watch_removed", { name }));
  const moveUp = async (index: number): Promise<void> => {
    const order = watched.map((each) => each.key);
    const [moved] = order.splice(index, 1);
    if (moved === undefined) return;
    order.splice(index - 1, 0, moved);
    tell(await source.send("order_watched", { entities: order }), t("watch_moved"));
  };
  return (
    <>
      <p className="soft">{t("watch_used", { n: watched.length, limit: WATCH_LIMIT })}</p>
      <p role="status">{said}</p>
      {watched.length === 0 ? (
        <Empty title={t("watch_empty")}>
          <p className="soft">{t("watch_empty_hint")}</p>
          <p className="links">
            <ConsoleLink host="store.weixin.qq.com" />
          </p>
        </Empty>
      ) : (
        <ol className="group">
          {watched.map((each, index) => {
            const name = each.name ?? t("name_unknown");
            return (
              <li key={each.key} className="setting">
                <div>
                  <p>{name}</p>
                  <p className="soft">{t("seen_when", { when: format.when(each.lastSeen) })}</p>
                </div>
                <div className="actions">
                  <button
                    type="button"
                    className="icon-button"
                    disabled={index === 0}
                    aria-label={t("watch_up", { name })}
                    onClick={() => void moveUp(index)}
                  >
                    <Icon name="move_up" />
                  </button>
                  <button
                    type="button"
                    className="button"
                    aria-label={t("watch_remove_what", { name })}
                    onClick={() => void remove(each.key, name)}
                  >
                    {t("watch_remove")}
                  </button>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}
