import type { ReactNode } from "react";
import type { Interval } from "../../src/metrics/interval";
import { useI18n } from "../../src/ui/i18n/context";
import { Figure, type FigureTable } from "./figure";
import { intervalText, middle } from "./interval-text";
import { short } from "./short";

/** Twelve columns and their names fit beside the navigation. */
const CELL = { width: 58, height: 32 };
const HEAD = { width: 108, height: 28 };
/** How much of a name there is room for: Chinese characters; others are half as wide. */
const NAME = { row: 7.5, column: 4 };

/** Shares as squares: the number in each, one colour from light to dark behind it, a striped edge for an interval. */
export function HeatMap(props: {
  title: string;
  hint?: string;
  rows: readonly string[];
  columns: readonly string[];
  /** By row and column; null where nothing can be said. */
  values: readonly (readonly (Interval | null)[])[];
  chosen?: readonly [number, number] | null;
  onChoose?: (row: number, column: number) => void;
}): ReactNode {
  const { title, rows, columns, values, chosen, onChoose } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const width = HEAD.width + columns.length * CELL.width;
  const height = HEAD.height + rows.length * CELL.height;
  const table: FigureTable = {
    name: title,
    columns: [
      { title: t("heat_row"), kind: "text" },
      { title: t("heat_column"), kind: "text" },
      { title: t("heat_low"), kind: "ratio" },
      { title: t("heat_high"), kind: "ratio" },
    ],
    rows: rows.flatMap((row, y) =>
      columns.flatMap((column, x) => {
        const value = values[y]?.[x] ?? null;
        return value === null ? [] : [[row, column, value.low, value.high]];
      }),
    ),
  };
  return (
    <Figure title={title} hint={<Legend hint={props.hint} />} table={table}>
      <svg
        className="heat"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t("chart_picture", { title })}
      >
        {columns.map((name, x) => (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: two accounts may have one name
            key={x}
            className="heat-name"
            x={HEAD.width + (x + 0.5) * CELL.width}
            y={HEAD.height - 9}
            textAnchor="middle"
          >
            <title>{name}</title>
            {short(name, NAME.column)}
          </text>
        ))}
        {rows.map((name, y) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two accounts may have one name
          <g key={y} transform={`translate(0 ${HEAD.height + y * CELL.height})`}>
            <text
              className="heat-name"
              x={HEAD.width - 10}
              y={CELL.height / 2}
              textAnchor="end"
              dominantBaseline="central"
            >
              <title>{name}</title>
              {short(name, NAME.row)}
            </text>
            {columns.map((column, x) => (
              <HeatCell
                // biome-ignore lint/suspicious/noArrayIndexKey: two accounts may have one name
                key={x}
                x={HEAD.width + x * CELL.width}
                value={values[y]?.[x] ?? null}
                says={`${name} × ${column} ${intervalText(values[y]?.[x] ?? null, "ratio", i18n)}`}
                text={intervalText(values[y]?.[x] ?? null, "ratio", i18n)}
                isChosen={chosen?.[0] === y && chosen[1] === x}
                onChoose={onChoose && values[y]?.[x] ? () => onChoose(y, x) : null}
              />
            ))}
          </g>
        ))}
      </svg>
    </Figure>
  );
}

/** Five steps, so that the number in front keeps its contrast. */
const STEPS = 5;
const stepOf = (value: Interval): number => Math.min(STEPS - 1, Math.floor(middle(value) * STEPS));

function Legend({ hint }: { hint: string | undefined }): ReactNode {
  return (
    <span className="heat-legend">
      <span>{hint}</span>
      <svg viewBox="0 0 210 14" width={210} height={14} role="img" aria-label="0%–100%">
        <text className="heat-name" x={22} y={7} textAnchor="end" dominantBaseline="central">
          0%
        </text>
        {Array.from({ length: STEPS }, (_, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps in order
          <rect key={step} className={`heat-${step}`} x={28 + step * 28} y={1} width={26} height={12} rx={2} />
        ))}
        <text className="heat-name" x={170} y={7} dominantBaseline="central">
          100%
        </text>
      </svg>
    </span>
  );
}

function HeatCell(props: {
  x: number;
  value: Interval | null;
  says: string;
  text: string;
  isChosen: boolean;
  onChoose: (() => void) | null;
}): ReactNode {
  const { x, value, onChoose } = props;
  const isOpen = value !== null && value.low !== value.high;
  const step = value === null ? "none" : stepOf(value);
  const body = (
    <>
      <title>{props.says}</title>
      <rect
        className={`heat-cell heat-${step}${props.isChosen ? " heat-chosen" : ""}`}
        width={CELL.width - 2}
        height={CELL.height - 2}
        rx={3}
      />
      {isOpen && (
        <line
          className={`heat-open heat-ink-${step}`}
          x1={6 + value.low * (CELL.width - 14)}
          x2={6 + Math.min(1, value.high) * (CELL.width - 14)}
          y1={CELL.height - 7}
          y2={CELL.height - 7}
        />
      )}
      <text
        className={`heat-text heat-ink-${step}`}
        x={CELL.width / 2 - 1}
        y={CELL.height / 2 - (isOpen ? 3 : 1)}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {props.text}
      </text>
    </>
  );
  if (!onChoose) return <g transform={`translate(${x} 0)`}>{body}</g>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in an svg
    <g
      className="heat-button"
      transform={`translate(${x} 0)`}
      role="button"
      tabIndex={0}
      aria-label={props.says}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onChoose();
      }}
    >
      {body}
    </g>
  );
}
