import { type ReactNode, useId, useState } from "react";
import { Icon } from "../src/ui/components/icon";
import type { CompetitorRow } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";
import { ChangeLine } from "./change-line";
import { CompetitorDetail } from "./competitor-detail";

/** One competitor: star, name, its biggest change; everything else when unfolded. */
export function CompetitorItem(props: {
  row: CompetitorRow;
  onStar: (key: string, on: boolean) => Promise<void>;
}): ReactNode {
  const { row, onStar } = props;
  const { t, format } = useI18n();
  const [open, setOpen] = useState(false);
  const id = useId();
  const name = row.name || t("name_unknown");
  const [first, ...rest] = row.changes;
  return (
    <li className="row">
      <button
        type="button"
        className="icon-button"
        aria-pressed={row.watched}
        aria-label={t("watch_star", { name })}
        title={t(row.watched ? "watch_off" : "watch_on")}
        onClick={() => void onStar(row.key, !row.watched)}
      >
        <Icon name="star" filled={row.watched} />
      </button>
      <div className="row-body">
        <h3 className="row-name">
          {row.link ? (
            <a href={row.link} target="_blank" rel="noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
        </h3>
        {first ? <ChangeLine change={first} /> : <p className="soft">{t("change_none")}</p>}
        <p className="soft">
          {t("seen_when", { when: format.when(row.lastSeen) })}
          {rest.length > 0 && ` · ${t("change_more", { n: rest.length })}`}
        </p>
        <div id={id} hidden={!open}>
          {open && <CompetitorDetail row={row} />}
        </div>
      </div>
      <button
        type="button"
        className="icon-button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={t("card_detail", { name })}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" />
      </button>
    </li>
  );
}
