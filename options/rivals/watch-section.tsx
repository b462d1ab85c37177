import type { ReactNode } from "react";
import { doubles } from "../../src/competitors/watch-list";
import type { Rival } from "../../src/ledger/rivals";
import { groupBy } from "../../src/metrics/group-by";
import { ConsoleLink } from "../../src/ui/components/console-links";
import { Empty } from "../../src/ui/components/empty";
import { useNotes, useRivals } from "../../src/ui/data/queries";
import { StatusLine } from "../../src/ui/desk/status-line";
import { useI18n } from "../../src/ui/i18n/context";
import { AddNames } from "./add-names";
import { type RivalActions, rivalActions } from "./rival-actions";
import { RivalRow } from "./rival-row";
import { useWrite } from "./use-write";

/** The watch list: who is on it, in which group and order, and how to add, merge, rename and archive. */
function WatchSection(): ReactNode {
  const { t } = useI18n();
  const rivals = useRivals().data;
  const { write, status, showStatus } = useWrite();
  if (!rivals) return null;
  const actions = rivalActions(rivals, write, t);
  const live = rivals.filter(({ archived }) => !archived);
  const archived = rivals.filter((rival) => rival.archived);
  const groups = groupBy(live, ({ group }) => group ?? "");
  const names = [...groups.keys()].filter((group) => group !== "");
  return (
    <>
      <p className="soft">
        {t("watch_count", { n: live.length })} · {t("watch_hint")}
      </p>
      <AddNames rivals={rivals} onWrite={write} onStatus={showStatus} />
      <StatusLine status={status} />
      <Doubles rivals={rivals} actions={actions} onKeep={(id) => void write([dismissed(id)], t("watch_saved"))} />
      {live.length === 0 && (
        <Empty title={t("watch_empty")}>
          <p className="soft">{t("watch_empty_hint")}</p>
          <p className="links">
            <ConsoleLink host="store.weixin.qq.com" />
          </p>
        </Empty>
      )}
      {[...groups].map(([group, members]) => (
        <section key={group}>
          {names.length > 0 && <h3>{group || t("watch_group_none")}</h3>}
          <ol className="group">
            {members.map((rival) => (
              <RivalRow
                key={rival.id}
                rival={rival}
                rivals={rivals}
                groups={names}
                isFirst={rival === live[0]}
                isLast={rival === live.at(-1)}
                actions={actions}
              />
            ))}
          </ol>
        </section>
      ))}
      {archived.length > 0 && <Archived rivals={archived} actions={actions} />}
    </>
  );
}

const doubleId = (one: Rival, other: Rival): string => `double ${one.id} ${other.id}`;
const dismissed = (id: string) => ({ kind: "rival_dismissed", id, fields: { at: Date.now() } }) as const;

function Doubles(props: { rivals: readonly Rival[]; actions: RivalActions; onKeep: (id: string) => void }): ReactNode {
  const { t } = useI18n();
  const kept = new Set(useNotes("rival_dismissed").data?.map(({ id }) => id));
  const pairs = doubles(props.rivals).filter(([one, other]) => !kept.has(doubleId(one, other)));
  return pairs.map(([one, other]) => (
    <div key={doubleId(one, other)} className="notice double">
      <p>{t("watch_double", { one: one.name, other: other.name })}</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => props.actions.merge(one.id, other)}>
          {t("watch_double_merge")}
        </button>
        <button type="button" className="button" onClick={() => props.onKeep(doubleId(one, other))}>
          {t("watch_double_keep")}
        </button>
      </div>
    </div>
  ));
}

function Archived({ rivals, actions }: { rivals: readonly Rival[]; actions: RivalActions }): ReactNode {
  const { t } = useI18n();
  return (
    <details className="archived">
      <summary>{t("watch_archived_list", { n: rivals.length })}</summary>
      <ul className="group">
        {rivals.map((rival) => (
          <li key={rival.id} className="setting">
            <p>{rival.name || t("name_unknown")}</p>
            <div className="actions">
              <button type="button" className="button" onClick={() => actions.restore(rival)}>
                {t("watch_restore")}
              </button>
              <button type="button" className="button button-danger" onClick={() => actions.remove(rival)}>
                {t("watch_remove")}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

export default WatchSection;
