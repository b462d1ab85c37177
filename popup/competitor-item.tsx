import { lazy, type ReactNode, Suspense, useId, useState } from "react";
import { ChangeLine } from "../src/ui/components/change-line";
import type { WatchRow } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";
import { StarRow } from "./star-row";
import { UnfoldButton } from "./unfold-button";

const CompetitorDetail = lazy(() => import("./competitor-detail"));

/** One watched competitor: star, name, its biggest change; everything else when unfolded. */
export function CompetitorItem(props: {
  row: WatchRow;
  onStar: (key: string | null, id: string, on: boolean) => Promise<void>;
}): ReactNode {
  const { row, onStar } = props;
  const { rival } = row;
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const id = useId();
  const name = rival.name || t("name_unknown");
  const [first, ...rest] = row.changes;
  const seen = row.lastDay === null ? "" : t("seen_when", { when: row.lastDay.slice(5) });
  return (
    <StarRow name={name} link={rival.link} starred onStar={() => onStar(rival.key, rival.id, false)}>
      {first && <ChangeLine change={first} />}
      <p className="soft">
        {rival.state !== "seen" && t(`rival_${rival.state}`)}
        {!first && rival.state === "seen" && `${t("change_none")} · `}
        {seen}
        {rest.length > 0 && ` · ${t("change_more", { n: rest.length })}`}
      </p>
      <div id={id} hidden={!open}>
        {open && (
          <Suspense>
            <CompetitorDetail row={row} />
          </Suspense>
        )}
      </div>
      <UnfoldButton className="row-more" name={name} controls={id} open={open} onToggle={() => setOpen(!open)} />
    </StarRow>
  );
}
