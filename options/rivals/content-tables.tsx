import type { ReactNode } from "react";
import { type DataColumn, type DataRow, DataTable } from "../../src/ui/components/data-table";
import type { ContentWatch } from "../../src/ui/data/rivals/trends";
import { useI18n } from "../../src/ui/i18n/context";
import { Estimates } from "./estimates";
import { growthText, intervalText } from "./interval-text";
import { ShareCell } from "./share-cell";

/** Sales by category of the watched, before and now. */
export function Categories({ of }: { of: ContentWatch["categories"] }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <Part
      title={t("categories")}
      hint={t("categories_hint")}
      columns={[
        { title: t("category_name") },
        { title: t("category_growth"), number: true },
        { title: t("category_now"), number: true },
        { title: t("category_before"), number: true },
        { title: t("category_sellers"), number: true },
      ]}
      rows={of.map(({ category, sellers, before, now, growth, estimates }) => ({
        key: category,
        cells: [
          <>
            {category}
            <Estimates by={estimates} />
          </>,
          growth ? growthText(growth, i18n) : t("category_unknown"),
          intervalText(now, "fen", i18n),
          intervalText(before, "fen", i18n),
          sellers,
        ],
      }))}
    />
  );
}

/** New lives and videos of each of the watched. */
export function Forms({ of }: { of: ContentWatch["forms"] }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <Part
      title={t("forms")}
      hint={t("forms_hint")}
      columns={[
        { title: t("week_seller") },
        { title: t("forms_lives"), number: true },
        { title: t("forms_videos"), number: true },
        { title: t("forms_share") },
      ]}
      rows={of.flatMap(({ rival, share }): DataRow[] =>
        share
          ? [
              {
                key: rival.id,
                cells: [
                  rival.name || t("name_unknown"),
                  intervalText(share.lives, "count", i18n),
                  intervalText(share.videos, "count", i18n),
                  <ShareCell key="share" share={share.liveShare} />,
                ],
              },
            ]
          : [],
      )}
    />
  );
}

/** Words of titles, theirs and ours. */
export function Words({ of }: { of: ContentWatch["words"] }): ReactNode {
  const { t } = useI18n();
  const share = (value: number | null): string => (value === null ? "—" : `${Math.round(value * 1000) / 10}%`);
  const moved = (is: number | null, was: number | null): ReactNode => {
    if (is === null || was === null) return <span className="soft">{t("words_no_before")}</span>;
    const points = Math.round((is - was) * 1000) / 10;
    if (points === 0) return <span className="soft">{t("words_same")}</span>;
    return `${points > 0 ? "+" : "−"}${t("delta_points", { n: Math.abs(points) })}`;
  };
  return (
    <Part
      title={t("words")}
      hint={t("words_hint")}
      columns={[
        { title: t("words_word") },
        { title: t("words_moved"), number: true },
        { title: t("words_theirs"), number: true },
        { title: t("words_ours"), number: true },
      ]}
      rows={of.map(({ word, ours, theirs, theirsBefore }) => ({
        key: word,
        cells: [word, moved(theirs, theirsBefore), share(theirs), share(ours)],
      }))}
    />
  );
}

function Part(props: {
  title: string;
  hint: string;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
}): ReactNode {
  const { t } = useI18n();
  const { title, hint, columns, rows } = props;
  return (
    <>
      <h3>{title}</h3>
      <p className="soft">{hint}</p>
      {rows.length === 0 ? (
        <p className="empty soft">{t("content_none")}</p>
      ) : (
        <DataTable name={title} columns={columns} rows={rows} />
      )}
    </>
  );
}
