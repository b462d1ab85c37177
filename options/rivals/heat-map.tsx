import type { ReactNode } from "react";
import type { Interval } from "../../src/metrics/interval";
import { useI18n } from "../../src/ui/i18n/context";
import { Figure, type FigureTable } from "./figure";
import { intervalText, middle } from "./interval-text";

const CELL = { width: 76, height: 34 };
const HEAD = { width: 132, height: 56 };
const NAME = 10;

const short = (name: string, most: number): string => {
  const characters = [...name];
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : name;
};

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
    <Figure title={title} {...(props.hint ? { hint: props.hint } : {})} table={table}>
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
            y={HEAD.height - 10}
            textAnchor="middle"
          >
            <title>{name}</title>
            {short(name, 5)}
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
              {short(name, NAME)}
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
const stepOf = (value: Interval): number => Math.min(4, Math.floor(middle(value) * 5));

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
