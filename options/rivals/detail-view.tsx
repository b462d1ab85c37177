import type { ReactNode } from "react";
import { ChangeLine } from "../../src/ui/components/change-line";
import { Empty } from "../../src/ui/components/empty";
import { Icon } from "../../src/ui/components/icon";
import { changesOf } from "../../src/ui/data/rivals/changes";
import { detailOf } from "../../src/ui/data/rivals/detail";
import { known } from "../../src/ui/data/rivals/files";
import { useI18n } from "../../src/ui/i18n/context";
import { reasonOf } from "../../src/ui/i18n/messages";
import { DetailNumbers } from "./detail-numbers";
import { ThingTable } from "./thing-table";
import { useRivalQuery } from "./use-rival-query";

/** Everything that is known of one competitor: what changed, and each number with its page and time. */
export default function DetailView({ of }: { of: string }): ReactNode {
  const { t } = useI18n();
  const { data, error } = useRivalQuery("one", [of], async (ledger) => {
    const rival = known(await ledger.rivals()).find(({ keys }) => keys.includes(of));
    return rival ? detailOf(ledger, rival) : null;
  });
  if (error) return <p role="alert">{t("trouble", { reason: reasonOf(error, t) })}</p>;
  if (data === undefined) return null;
  if (data === null)
    return (
      <Empty title={t("detail_gone")}>
        <p>
          <a href="#watch">{t("rivals_to_list")}</a>
        </p>
      </Empty>
    );
  const { rival } = data;
  return (
    <>
      <p>
        <a href="#rivals/week">← {t("detail_back")}</a>
      </p>
      <h3 className="detail-name">
        {rival.name || t("name_unknown")}
        {rival.group && <span className="tag">{rival.group}</span>}
        {rival.link && (
          <a className="link-line" href={rival.link} target="_blank" rel="noreferrer">
            {t("watch_open")}
            <Icon name="external" />
          </a>
        )}
      </h3>
      <p className="soft">{t("detail_days", { n: data.days.length, last: data.days.at(-1) ?? "" })}</p>
      {rival.formerNames.length > 0 && (
        <p className="soft">{t("watch_former", { names: rival.formerNames.join(t("list_comma")) })}</p>
      )}
      {rival.remark && <p className="soft pre">{rival.remark}</p>}
      <LastChanges of={of} />
      <DetailNumbers of={data} />
      <ThingTable title={t("detail_goods", { n: data.goods.length })} things={data.goods} kind="product" />
      {data.goods.length > 0 && !data.complete && <p className="soft after-table">{t("list_partial_hint")}</p>}
      <ThingTable title={t("detail_lives", { n: data.lives.length })} things={data.lives} kind="live" />
      <ThingTable title={t("detail_videos", { n: data.videos.length })} things={data.videos} kind="video" />
    </>
  );
}

const SHOWN = 5;

/** The biggest changes between the two days on which it was seen last. */
function LastChanges({ of }: { of: string }): ReactNode {
  const { t } = useI18n();
  const { data } = useRivalQuery("changes", ["seen"], (ledger) => changesOf(ledger, "seen"));
  const found = data?.find(({ rival }) => rival.keys.includes(of));
  if (!found || found.changes.length === 0) return null;
  const { changes, span } = found;
  return (
    <>
      <h3>{t("rivals_view_changes")}</h3>
      <p className="soft">{t("change_between", { from: span.from.slice(5), to: span.to.slice(5) })}</p>
      <ul className="plain-changes">
        {changes.slice(0, SHOWN).map((change) => (
          <li key={change.id}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
      {changes.length > SHOWN && (
        <p>
          <a href="#rivals/changes">{t("changes_all", { n: changes.length })}</a>
        </p>
      )}
    </>
  );
}
