import { type ReactNode, useState } from "react";
import type { WeekBoard, WeekRow } from "../../src/competitors/week-board";
import { Icon } from "../../src/ui/components/icon";
import { useI18n } from "../../src/ui/i18n/context";
import { Reminder } from "./reminder";
import { linkTo } from "./use-route";
import { useWeekBoard } from "./use-week-board";

/** Who was seen in which week, the next one to open, and the reminder. */
export function WeekView(): ReactNode {
  const { t } = useI18n();
  const board = useWeekBoard().data;
  if (!board) return null;
  return (
    <>
      <section className="week-head">
        <p className="week-big">
          {board.seen}
          <span className="soft"> / {board.of}</span>
        </p>
        <p>{t("week_seen", { week: board.week.replace("-", " ") })}</p>
        <div className="week-bar" aria-hidden="true">
          {board.rows.map(({ rival, seenThisWeek }) => (
            <span key={rival.id} className={seenThisWeek ? "seen" : ""} />
          ))}
        </div>
        <OpenNext board={board} />
      </section>
      <WeekTable board={board} />
      <Reminder />
    </>
  );
}

/** Walks the unseen one click at a time: nothing is opened but by the user. */
function OpenNext({ board }: { board: WeekBoard }): ReactNode {
  const { t } = useI18n();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const waiting = board.rows.filter(({ seenThisWeek }) => !seenThisWeek);
  const next = waiting.find(({ rival }) => rival.link !== null && !opened.includes(rival.id));
  const noLink = waiting.filter(({ rival }) => rival.link === null);
  if (waiting.length === 0) return <p className="soft">{t("week_all")}</p>;
  return (
    <>
      {next?.rival.link && (
        <p>
          <a
            className="button button-main"
            href={next.rival.link}
            target="_blank"
            rel="noreferrer"
            onClick={() => setOpened([...opened, next.rival.id])}
          >
            {t("week_next", { name: next.rival.name || t("name_unknown") })}
            <Icon name="external" />
          </a>
        </p>
      )}
      {!next && opened.length > 0 && (
        <p className="soft">
          {t("week_opened")}{" "}
          <button type="button" className="text-button" onClick={() => setOpened([])}>
            {t("week_again")}
          </button>
        </p>
      )}
      {noLink.length > 0 && (
        <p className="soft">
          {t("week_no_link", { names: noLink.map(({ rival }) => rival.name).join(t("list_comma")) })}
        </p>
      )}
    </>
  );
}

function WeekTable({ board }: { board: WeekBoard }): ReactNode {
  const { t } = useI18n();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll" aria-label={t("rivals_view_week")} tabIndex={0}>
      <table className="log week-table">
        <thead>
          <tr>
            <th scope="col">{t("week_seller")}</th>
            {board.weeks.map((week, at) => (
              <th key={week} scope="col" className={markOf(at, board.weeks.length)}>
                {week.slice(5)}
              </th>
            ))}
            <th scope="col">{t("week_last")}</th>
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <WeekTableRow key={row.rival.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How many weeks there is room for on a narrow screen. */
const LATE = 4;
const markOf = (at: number, weeks: number): string => (at < weeks - LATE ? "mark early" : "mark");

function WeekTableRow({ row: { rival, seen, lastDay } }: { row: WeekRow }): ReactNode {
  const { t } = useI18n();
  const name = rival.name || t("name_unknown");
  return (
    <tr>
      <th scope="row">
        {rival.key ? <a href={linkTo(rival.key)}>{name}</a> : name}
        {rival.group && <span className="tag">{rival.group}</span>}
      </th>
      {seen.map((isSeen, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: weeks in order
        <td key={at} className={`${markOf(at, seen.length)}${isSeen ? " seen" : ""}`}>
          {isSeen ? <Icon name="check" /> : <span aria-hidden="true">·</span>}
          <span className="visually-hidden">{t(isSeen ? "week_yes" : "week_no")}</span>
        </td>
      ))}
      <td className="nowrap soft" title={lastDay ?? undefined}>
        {lastDay?.slice(5) ?? t("watch_state_unseen")}
      </td>
    </tr>
  );
}
