import { memo, type ReactNode } from "react";
import { CONTENT_TYPES } from "../../src/metrics/content";
import type { PostMark, PostMetric, PostRow } from "../../src/metrics/posts";
import { Icon } from "../../src/ui/components/icon";
import { Select } from "../../src/ui/components/select";
import { useI18n } from "../../src/ui/i18n/context";
import { PostCellView } from "./post-cell-view";

const OPEN = "open";

/** One post. Kept as it is while another is opened or the list is only put in another order. */
export const PostRowView = memo(function PostRowView(props: {
  row: PostRow;
  metrics: readonly PostMetric[];
  isOpen: boolean;
  onToggle: (key: string) => void;
  onMark: (key: string, fields: PostMark, before: PostMark) => void;
}): ReactNode {
  const { row, metrics, isOpen, onToggle, onMark } = props;
  const { t, language } = useI18n();
  const name = row.name ?? t("name_unknown");
  const typeName = (type: string | null): string =>
    type === null
      ? t("post_type_open")
      : language === "en"
        ? (CONTENT_TYPES.find((each) => each.type === type)?.en ?? type)
        : type;
  const before: PostMark = {
    type: row.typeBy === "user" ? row.type : null,
    vertical: row.vertical,
    original: row.original,
  };
  const mark = (fields: PostMark): void => onMark(row.key, { ...before, ...fields }, before);
  return (
    <>
      <tr>
        <th scope="row" className="post-name">
          <span className="post-title">{name}</span>
          <button
            type="button"
            className="post-type text-button"
            aria-expanded={isOpen}
            aria-label={t("post_mark", { name, type: typeName(row.type) })}
            onClick={() => onToggle(row.key)}
          >
            {typeName(row.type)}
            {row.typeBy === "rule" && <span className="soft"> {t("post_type_guess")}</span>}
            {row.typeBy === "user" && <Icon name="check" />}
          </button>
        </th>
        <td className="nowrap soft">{row.publishedAt?.slice(0, 16).replace("T", " ") ?? ""}</td>
        {metrics.map((metric) => (
          <td key={metric} className="number">
            <PostCellView cell={row.cells[metric]} />
          </td>
        ))}
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={metrics.length + 2}>
            <div className="post-marks">
              <Select
                label={t("post_type")}
                value={before.type ?? OPEN}
                options={[
                  { value: OPEN, label: t("post_type_by_rule") },
                  ...CONTENT_TYPES.map(({ type }) => ({ value: type, label: typeName(type) })),
                ]}
                onChange={(type) => mark({ type: type === OPEN ? null : type })}
              />
              {(["vertical", "original"] as const).map((each) => (
                <Select
                  key={each}
                  label={t(`post_${each}`)}
                  value={row[each] === null ? OPEN : row[each] ? "yes" : "no"}
                  options={[
                    { value: OPEN, label: t("post_type_open") },
                    { value: "yes", label: t("yes") },
                    { value: "no", label: t("no") },
                  ]}
                  onChange={(value) => mark({ [each]: value === OPEN ? null : value === "yes" })}
                />
              ))}
              {row.link && (
                <a href={row.link} target="_blank" rel="noreferrer">
                  {t("post_open")}
                </a>
              )}
            </div>
          </td>
        </tr>
      )}
    </>
  );
});
