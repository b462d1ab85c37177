import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useState } from "react";
import { POST_METRICS, type PostMark, type PostTable, postMetricName } from "../../src/metrics/posts";
import { findMetric } from "../../src/metrics/registry";
import { useI18n } from "../../src/ui/i18n/context";
import { PostRowView } from "./post-row-view";
import type { Sort } from "./sort-posts";

/** The table: a column a metric, the middle of all posts on top. Arrow keys go from post to post, Enter opens its marks. */
export function PostTableView(props: {
  rows: PostTable["rows"];
  medians: PostTable["medians"];
  sort: Sort;
  onSort: (sort: Sort) => void;
  onMark: (key: string, fields: PostMark, before: PostMark) => void;
}): ReactNode {
  const { rows, medians, sort, onSort, onMark } = props;
  const { t, format, language } = useI18n();
  const [open, setOpen] = useState<string | null>(null);
  const toggle = useCallback((key: string) => setOpen((before) => (before === key ? null : key)), []);
  const metrics = useMemo(
    () => POST_METRICS.filter((metric) => rows.some(({ cells }) => cells[metric] !== undefined)),
    [rows],
  );
  const heads: readonly { by: Sort["by"]; name: string }[] = [
    { by: "name", name: t("post_title") },
    { by: "published", name: t("post_published") },
    ...metrics.map((by) => ({ by, name: postMetricName(by)[language === "en" ? "en" : "zh"] })),
  ];
  return (
    <div className="scroll">
      <table className="log posts" onKeyDown={moveFocus}>
        <thead>
          <tr>
            {heads.map(({ by, name }, index) => (
              <th
                key={by}
                scope="col"
                className={index > 1 ? "number" : ""}
                aria-sort={sort.by === by ? (sort.isDown ? "descending" : "ascending") : undefined}
              >
                <button
                  type="button"
                  className="sort-button"
                  onClick={() => onSort({ by, isDown: sort.by === by ? !sort.isDown : index > 0 })}
                >
                  {name}
                  <span aria-hidden="true">{sort.by === by ? (sort.isDown ? " ↓" : " ↑") : ""}</span>
                </button>
              </th>
            ))}
          </tr>
          <tr className="soft">
            <td colSpan={2}>{t("post_median")}</td>
            {metrics.map((metric) => {
              const middle = medians[metric];
              return (
                <td key={metric} className="number">
                  {middle ? format.value(middle, findMetric(metric)?.unit ?? "count").text : ""}
                </td>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PostRowView
              key={row.key}
              row={row}
              metrics={metrics}
              isOpen={row.key === open}
              onToggle={toggle}
              onMark={onMark}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches(".post-type")) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(".post-type")];
  all[all.indexOf(event.target) + step]?.focus();
}
