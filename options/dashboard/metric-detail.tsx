import { type ReactNode, useMemo, useState } from "react";
import { addDays } from "../../src/metrics/calendar";
import type { DashboardEntry } from "../../src/metrics/dashboard";
import { boundsOf, findMetric } from "../../src/metrics/registry";
import { Chart } from "../../src/ui/charts/chart";
import type { ChartSpec } from "../../src/ui/charts/spec";
import { useNotes } from "../../src/ui/data/queries";
import { useI18n } from "../../src/ui/i18n/context";
import { usePutNotes } from "../use-put-notes";
import { ComparisonTable } from "./comparison-table";
import { Corrections } from "./corrections";
import { NumberField } from "./number-field";
import { SnapshotDialog } from "./snapshot-dialog";
import { useChartNotes } from "./use-chart-notes";

/** All that is known of one number: its line with what happened, what it is held against, its target, where it is from. */
export function MetricDetail({ entry }: { entry: DashboardEntry }): ReactNode {
  const { card, comparisons } = entry;
  const { t, format, language } = useI18n();
  const side = language === "en" ? "en" : "zh";
  const [opened, setOpened] = useState<string | null>(null);
  const notes = useChartNotes(card.entity);
  const spec = useMemo(() => specOf(entry, card.name[side], t("column_day"), notes), [entry, card, side, t, notes]);
  const own = useNotes("target").data?.find(({ id }) => id === card.metric)?.value.value ?? null;
  const { put, failure } = usePutNotes();
  const metric = findMetric(card.metric);
  const bounds = metric ? boundsOf(metric) : { min: null, max: null };
  const accepts = (value: number): boolean =>
    Number.isFinite(value) &&
    (bounds.min === null || value >= bounds.min) &&
    (bounds.max === null || value <= bounds.max);
  const looks = [
    { name: card.name, page: card.page, at: card.at, snapshot: card.snapshot, value: card.value, unit: card.unit },
    ...card.inputs.map((each) => ({ ...each, unit: findMetric(each.metric)?.unit ?? card.unit })),
  ];
  return (
    <div className="metric-detail">
      {spec.x.length > 1 && <Chart spec={spec} />}
      <div className="detail-columns">
        <ComparisonTable comparisons={comparisons} unit={card.unit} name={card.name[side]} />
        <div className="detail-side">
          <NumberField
            label={t("target_own_label")}
            unit={card.unit}
            value={own}
            usual={own === null && card.target?.section ? card.target.value : null}
            accepts={accepts}
            onSave={(value) =>
              void put([{ kind: "target", id: card.metric, fields: value === null ? null : { value } }])
            }
          />
          <p role="alert" className={failure ? "notice" : ""}>
            {failure}
          </p>
          <h4>{t("where_from")}</h4>
          <ul className="looks">
            {looks.map(({ name, page, at, snapshot, value, unit }, index) => (
              <li key={`${name.zh}${snapshot}`}>
                {(index === 0 && card.inputs.length > 0) || (
                  <button type="button" className="text-button" onClick={() => setOpened(snapshot)}>
                    {t("look_open", { page: t(`page_${page}`), when: format.when(at) })}
                  </button>
                )}
                <span className="soft">
                  {name[side]} {format.value(value, unit).full}
                </span>
              </li>
            ))}
          </ul>
          <Corrections card={card} onOpen={setOpened} />
        </div>
      </div>
      <SnapshotDialog id={opened} onClose={() => setOpened(null)} />
    </div>
  );
}

/** A line over calendar days, so that a day nobody looked at is a gap. */
function specOf(
  { card }: DashboardEntry,
  title: string,
  xName: string,
  notes: NonNullable<ChartSpec["notes"]>,
): ChartSpec {
  const points = new Map(card.series.map((point) => [point.day, point.value]));
  const [first, last] = [card.series[0]?.day, card.series.at(-1)?.day];
  const days: string[] = [];
  for (let day = first; day !== undefined && last !== undefined && day <= last; day = addDays(day, 1)) days.push(day);
  return {
    kind: "line",
    title: card.entity.name ? `${title} · ${card.entity.name}` : title,
    xName,
    x: days.map((key) => ({ key, text: key.slice(5) })),
    series: [{ name: title, unit: card.unit, values: days.map((day) => points.get(day) ?? null) }],
    notes,
    ...(card.target ? { target: { value: card.target.value, text: card.target.section || "★" } } : {}),
  };
}
