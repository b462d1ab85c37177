import { type ReactNode, useState } from "react";
import { weeksUntil } from "../../src/competitors/week-board";
import { shanghaiDay } from "../../src/metrics/calendar";
import { Select } from "../../src/ui/components/select";
import { type ContentWatch, contentWatch } from "../../src/ui/data/rivals/trends";
import { useI18n } from "../../src/ui/i18n/context";
import { CoverageLine } from "./coverage-line";
import { intervalText } from "./interval-text";
import { ShareBar } from "./structure-table";
import { useRivalQuery } from "./use-rival-query";

const BACK = ["2", "4", "8", "13"] as const;

/** Categories, forms of content and words of titles, this week against some weeks ago. */
export default function ContentView(): ReactNode {
  const { t } = useI18n();
  const [back, setBack] = useState<(typeof BACK)[number]>("4");
  const weeks = weeksUntil(shanghaiDay(Date.now()), Number(back) + 1);
  const { data } = useRivalQuery("content", [weeks], (ledger) => contentWatch(ledger, weeks));
  return (
    <>
      <CoverageLine />
      <div className="controls">
        <Select
          label={t("content_against")}
          value={back}
          options={BACK.map((value) => ({ value, label: t("content_weeks", { n: value }) }))}
          onChange={setBack}
        />
      </div>
      {data && (
        <>
          <Categories of={data.categories} />
          <Forms of={data.forms} />
          <Words of={data.words} />
        </>
      )}
    </>
  );
}

function Section(props: { title: string; hint: string; isEmpty: boolean; children: ReactNode }): ReactNode {
  const { t } = useI18n();
  return (
    <>
      <h3>{props.title}</h3>
      <p className="soft">{props.hint}</p>
      {props.isEmpty ? (
        <p className="empty soft">{t("content_none")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        <section className="scroll" aria-label={props.title} tabIndex={0}>
          {props.children}
        </section>
      )}
    </>
  );
}

function Categories({ of }: { of: ContentWatch["categories"] }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <Section title={t("categories")} hint={t("categories_hint")} isEmpty={of.length === 0}>
      <table className="log">
        <thead>
          <tr>
            <th scope="col">{t("category_name")}</th>
            <th scope="col" className="number">
              {t("category_sellers")}
            </th>
            <th scope="col" className="number">
              {t("category_before")}
            </th>
            <th scope="col" className="number">
              {t("category_now")}
            </th>
            <th scope="col" className="number">
              {t("category_growth")}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ category, sellers, before, now, growth }) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              <td className="number">{sellers}</td>
              <td className="number">{intervalText(before, "fen", i18n)}</td>
              <td className="number">{intervalText(now, "fen", i18n)}</td>
              <td className="number">{growth ? intervalText(growth, "ratio", i18n) : t("category_unknown")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Forms({ of }: { of: ContentWatch["forms"] }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const known = of.flatMap(({ rival, share }) => (share ? [{ rival, share }] : []));
  return (
    <Section title={t("forms")} hint={t("forms_hint")} isEmpty={known.length === 0}>
      <table className="log">
        <thead>
          <tr>
            <th scope="col">{t("week_seller")}</th>
            <th scope="col" className="number">
              {t("forms_lives")}
            </th>
            <th scope="col" className="number">
              {t("forms_videos")}
            </th>
            <th scope="col">{t("forms_share")}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ rival, share }) => (
            <tr key={rival.id}>
              <th scope="row">{rival.name}</th>
              <td className="number">{intervalText(share.lives, "count", i18n)}</td>
              <td className="number">{intervalText(share.videos, "count", i18n)}</td>
              <td>
                <ShareBar share={share.liveShare} />
                {intervalText(share.liveShare, "ratio", i18n)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Words({ of }: { of: ContentWatch["words"] }): ReactNode {
  const { t } = useI18n();
  const share = (value: number | null): string => (value === null ? "—" : `${Math.round(value * 1000) / 10}%`);
  const moved = (is: number | null, was: number | null): string => {
    if (is === null || was === null) return t("words_no_before");
    const points = Math.round((is - was) * 1000) / 10;
    return `${points > 0 ? "+" : points < 0 ? "−" : ""}${t("delta_points", { n: Math.abs(points) })}`;
  };
  return (
    <Section title={t("words")} hint={t("words_hint")} isEmpty={of.length === 0}>
      <table className="log">
        <thead>
          <tr>
            <th scope="col">{t("words_word")}</th>
            <th scope="col" className="number">
              {t("words_theirs")}
            </th>
            <th scope="col" className="number">
              {t("words_moved")}
            </th>
            <th scope="col" className="number">
              {t("words_ours")}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ word, ours, theirs, theirsBefore }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              <td className="number">{share(theirs)}</td>
              <td className="number">{moved(theirs, theirsBefore)}</td>
              <td className="number">{share(ours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
