import type { ReactNode } from "react";
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
    <div className="scroll">
      <table className="log chart-table">
        <caption className="visually-hidden">{spec.title}</caption>
        <thead>
          <tr>
            <th scope="col">{spec.xName}</th>
            {spec.series.map(({ name }) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
            {notes.length > 0 && <th scope="col">{t("chart_note")}</th>}
          </tr>
        </thead>
        <tbody>
          {places.map(({ key, text, place }) => (
            <tr key={key}>
              <th scope="row">{text}</th>
              {spec.series.map(({ name, unit, values }) => {
                const value = values[place];
                const shown = value ? format.value(value, unit) : null;
                return (
                  <td key={name} className="number" title={shown?.full}>
                    {shown?.text ?? t("value_none")}
                  </td>
                );
              })}
              {notes.length > 0 && <td>{notesAt(key, notes)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
