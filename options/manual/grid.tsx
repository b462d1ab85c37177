import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import type { Period } from "../../src/console/observation";
import type { Metric } from "../../src/metrics/registry";
import { useI18n } from "../../src/ui/i18n/context";
import { cellKey, type GridProblem, paste, type Typed } from "./grid-values";
import type { Held } from "./held-values";

/** A cell for each metric and period. Arrows up and down and Enter walk through a column; a paste fills on from its cell. */
export function Grid(props: {
  metrics: readonly Metric[];
  columns: readonly Period[];
  typed: Typed;
  held: Held;
  problems: readonly GridProblem[];
  onType: (typed: Typed, outside: number) => void;
}): ReactNode {
  const { metrics, columns, typed, held, problems, onType } = props;
  const { t, format, language } = useI18n();
  const side = language === "en" ? "en" : "zh";
  const unitOf = ({ unit }: Metric): string =>
    unit === "second" || unit === "fen" || unit === "ratio" ? t(`manual_in_${unit}`) : "";
  const size = { rows: metrics.length, columns: columns.length };
  const region = useRef<HTMLElement>(null);
  const first = columns[0]?.from;
  // The newest period is the one to type in; where not all fit, the oldest are scrolled out, not it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns, another place to begin at
  useLayoutEffect(() => {
    if (region.current) region.current.scrollLeft = region.current.scrollWidth;
  }, [first]);
  const type = (key: string, text: string): void => {
    const next = new Map(typed);
    if (text === "") next.delete(key);
    else next.set(key, text);
    onType(next, 0);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section ref={region} className="scroll" aria-label={t("section_manual")} tabIndex={0}>
      <table className="log grid">
        <thead>
          <tr>
            <th scope="col">{t("column_metric")}</th>
            {columns.map((period) => (
              <th key={period.from} scope="col" className="number">
                {format.period(period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {metrics.map((metric, row) => (
            <tr key={metric.id}>
              <th scope="row">
                {metric.name[side]} <span className="soft">{unitOf(metric)}</span>
              </th>
              {columns.map((period, column) => {
                const key = cellKey(row, column);
                const known = held.get(key);
                const problem = problems.find((each) => each.row === row && each.column === column);
                return (
                  <td key={period.from}>
                    <input
                      className="field"
                      inputMode="decimal"
                      data-cell={key}
                      aria-label={`${metric.name[side]} ${format.period(period)}`}
                      aria-invalid={problem ? true : undefined}
                      title={problem && t(`import_problem_${problem.code}`)}
                      placeholder={known && format.value(known.value, known.unit).text}
                      value={typed.get(key) ?? ""}
                      onChange={(event) => type(key, event.target.value)}
                      onKeyDown={(event) => walk(event, row, column)}
                      onPaste={(event) => {
                        const text = event.clipboardData.getData("text/plain");
                        if (!/[\t\n]/.test(text)) return;
                        event.preventDefault();
                        const pasted = paste(typed, text, { row, column }, size);
                        onType(pasted.typed, pasted.outside);
                      }}
                    />
                    {problem && <p className="problem">{t(`import_problem_${problem.code}`)}</p>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function walk(event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void {
  const down = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
  if (down === undefined) return;
  event.preventDefault();
  const table = event.currentTarget.closest("table");
  table?.querySelector<HTMLInputElement>(`[data-cell="${cellKey(row + down, column)}"]`)?.focus();
}
