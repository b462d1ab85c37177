import type { ReactNode } from "react";
import { DataTable } from "../components/data-table";
import { useI18n } from "../i18n/context";
import type { ChartSpec } from "./spec";
import { notesAt } from "./twin";

/** The same numbers in words, the newest place first where places are days. */
export function ChartTable({ spec }: { spec: ChartSpec }): ReactNode {
  const { t, format } = useI18n();
  const { notes = [] } = spec;
  const places = spec.x.map(({ key, text }, place) => ({ key, text, place }));
  if (spec.kind === "line") places.reverse();
  return (
    <DataTable
      name={spec.title}
      columns={[
        { title: spec.xName },
        ...spec.series.map(({ name }) => ({ title: name, number: true })),
        ...(notes.length > 0 ? [{ title: t("chart_note") }] : []),
      ]}
      rows={places.map(({ key, text, place }) => ({
        key,
        cells: [
          text,
          ...spec.series.map(({ name, unit, values }) => {
            const value = values[place];
            const shown = value ? format.value(value, unit) : null;
            return (
              <span key={name} title={shown?.full}>
                {shown?.text ?? t("value_none")}
              </span>
            );
          }),
          ...(notes.length > 0 ? [notesAt(key, notes)] : []),
        ],
      }))}
    />
  );
}
