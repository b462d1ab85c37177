import { type ReactNode, useState } from "react";
import type { Rival } from "../../src/ledger/rivals";
import { Icon } from "../../src/ui/components/icon";
import { useI18n } from "../../src/ui/i18n/context";
import type { RivalActions } from "./rival-actions";
import { RivalForm } from "./rival-form";

/** One entry of the watch list: who it is, its place, and its words when unfolded. */
export function RivalRow(props: {
  rival: Rival;
  rivals: readonly Rival[];
  groups: readonly string[];
  isFirst: boolean;
  isLast: boolean;
  actions: RivalActions;
}): ReactNode {
  const { rival, actions } = props;
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const name = rival.name || t("name_unknown");
  const others = props.rivals.filter(({ id, archived }) => id !== rival.id && !archived);
  return (
    <li className="rival-row">
      <div className="setting">
        <div>
          <p className="rival-name">
            {rival.link ? (
              <a href={rival.link} target="_blank" rel="noreferrer">
                {name}
              </a>
            ) : (
              name
            )}
          </p>
          <RivalState rival={rival} onChoose={(key) => actions.choose(rival, key)} />
          {rival.remark && <p className="soft pre">{rival.remark}</p>}
        </div>
        <div className="actions">
          <button
            type="button"
            className="icon-button"
            disabled={props.isFirst}
            aria-label={t("watch_up", { name })}
            onClick={() => actions.move(rival, -1)}
          >
            <Icon name="up" />
          </button>
          <button
            type="button"
            className="icon-button"
            disabled={props.isLast}
            aria-label={t("watch_down", { name })}
            onClick={() => actions.move(rival, 1)}
          >
            <Icon name="down" />
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={open}
            aria-label={t("watch_edit", { name })}
            onClick={() => setOpen(!open)}
          >
            {t("watch_unfold")}
          </button>
        </div>
      </div>
      {open && (
        <div className="rival-more">
          <RivalForm
            key={rival.id}
            rival={rival}
            groups={props.groups}
            others={others}
            onSave={(words) => actions.save(rival, words)}
            onMerge={(into) => actions.merge(into, rival)}
            onSplit={() => actions.split(rival)}
          />
          <div className="actions">
            <button type="button" className="button" onClick={() => actions.archive(rival)}>
              {t("watch_archive")}
            </button>
            <button type="button" className="button button-danger" onClick={() => actions.remove(rival)}>
              {t("watch_remove")}
            </button>
          </div>
        </div>
      )}
    </li>
  );
}

function RivalState({ rival, onChoose }: { rival: Rival; onChoose: (key: string) => void }): ReactNode {
  const { t } = useI18n();
  if (rival.state === "ambiguous")
    return (
      <div className="notice">
        <Icon name="warn" />
        <div>
          <p>{t("watch_state_ambiguous", { n: rival.candidates.length })}</p>
          <ul>
            {rival.candidates.map((each) => (
              <li key={each.key} className="choice">
                <span>
                  {each.name} <span className="soft">{each.id ?? each.key}</span>
                </span>
                <button type="button" className="button" onClick={() => onChoose(each.key)}>
                  {t("watch_this_one")}
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    );
  const parts = [
    rival.state === "unseen" ? t("watch_state_unseen") : rival.type ? t(`watch_state_${rival.type}`) : "",
    rival.formerNames.length > 0 ? t("watch_former", { names: rival.formerNames.join(t("list_comma")) }) : "",
  ].filter((part) => part !== "");
  return <p className="soft">{parts.join(" · ")}</p>;
}
