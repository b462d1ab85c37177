import type { ObservedEntity } from "../../console/observation";
import { seen } from "../../console/plain-text";
import { isStanding } from "../../console/report";
import type { BroughtReading } from "../../ledger/brought";
import { findMetric, type Metric } from "../../metrics/registry";
import type { RawRow } from "../tables/read/raw-table";
import { type CellProblem, cellValue } from "./cell-value";
import type { FileFacts, Mapping } from "./mapping";
import { entityOf, periodOf, type RowProblem } from "./row-facts";

/** What is wrong in a line; `text` is the cell as it stands, cut short. `first`: the line that said it otherwise. */
export interface Problem {
  readonly line: number;
  readonly column: string | null;
  readonly code: CellProblem | RowProblem | "conflict";
  readonly text: string;
  readonly first?: number;
}

/** A dry run: what an import would keep. Lines with a problem are not in it. */
export interface Plan {
  readonly rows: number;
  /** Rows without any number. */
  readonly empty: number;
  /** Values said a second time. */
  readonly duplicates: number;
  readonly badLines: number;
  /** The first {@link PROBLEMS_MAX}. */
  readonly problems: readonly Problem[];
  readonly entities: readonly ObservedEntity[];
  readonly readings: readonly BroughtReading[];
  /** Beside {@link readings}: the line that says each. */
  readonly lines: readonly number[];
}

const PROBLEMS_MAX = 500;
const TEXT_MAX = 60;

/** Reads the rows under the headers by a mapping; tells the part done between 0 and 1. Pure: it may run in a worker. */
export function planImport(
  headers: readonly string[],
  rows: readonly RawRow[],
  mapping: Mapping,
  facts: FileFacts,
  progress: (part: number) => void = () => {},
): Plan {
  const plan = new Planner(headers, mapping, facts);
  rows.forEach((row, at) => {
    plan.add(row);
    if (at % 2_000 === 1_999) progress(at / rows.length);
  });
  return plan.done(rows.length);
}

interface Occurrence {
  readonly value: string;
  readonly line: number;
}

class Planner {
  readonly #entities = new Map<string, number>();
  readonly #list: ObservedEntity[] = [];
  readonly #occurrences = new Map<string, Occurrence>();
  readonly #readings: BroughtReading[] = [];
  readonly #lines: number[] = [];
  readonly #problems: Problem[] = [];
  readonly #metrics: readonly { readonly at: number; readonly metric: Metric; readonly hint: string }[];
  #badLines = 0;
  #empty = 0;
  #duplicates = 0;

  constructor(
    private readonly headers: readonly string[],
    private readonly mapping: Mapping,
    private readonly facts: FileFacts,
  ) {
    this.#metrics = mapping.columns.flatMap((use, at) => {
      const metric = use.as === "metric" ? findMetric(use.metric) : null;
      return metric && use.as === "metric" ? [{ at, metric, hint: use.hint }] : [];
    });
  }

  add({ line, cells }: RawRow): void {
    const problems: Problem[] = [];
    const wrong = (code: Problem["code"], at: number | null, first?: number): void => {
      const text = at === null ? "" : seen(cells[at] ?? "").slice(0, TEXT_MAX);
      const column = at === null ? null : (this.headers[at] ?? null);
      problems.push({ line, column, code, text, ...(first === undefined ? {} : { first }) });
    };
    const entity = entityOf(cells, this.mapping, this.facts, wrong);
    const time = periodOf(cells, this.mapping, this.facts, wrong);
    const key = JSON.stringify(entity);
    const index = this.#entities.get(key) ?? this.#list.length;
    let again = 0;
    const own: { reading: BroughtReading; key: string; value: string }[] = [];
    for (const { at, metric, hint } of this.#metrics) {
      const value = cellValue(cells[at] ?? "", metric, hint);
      if (value === null) continue;
      if (typeof value === "string") {
        wrong(value, at);
        continue;
      }
      const spoken = isStanding(metric.id) ? { period: null, day: time.period?.to ?? time.day } : time;
      const reading = { entity: index, metric: metric.id, value, ...spoken };
      const readingKey = `${index} ${metric.id} ${spoken.period ? `${spoken.period.from} ${spoken.period.to}` : spoken.day}`;
      const before = this.#occurrences.get(readingKey);
      const text = JSON.stringify(value);
      if (before === undefined) own.push({ reading, key: readingKey, value: text });
      else if (before.value === text) again += 1;
      else wrong("conflict", at, before.line);
    }
    if (problems.length > 0) {
      this.#badLines += 1;
      this.#problems.push(...problems.slice(0, PROBLEMS_MAX - this.#problems.length));
      return;
    }
    this.#duplicates += again;
    // A row that says what another has said is no row without figures.
    if (own.length === 0 && again === 0) this.#empty += 1;
    if (own.length === 0 || entity === null) return;
    if (!this.#entities.has(key)) this.#entities.set(key, this.#list.push(entity) - 1);
    for (const { reading, key: readingKey, value } of own) {
      this.#occurrences.set(readingKey, { value, line });
      this.#readings.push(reading);
      this.#lines.push(line);
    }
  }

  done(rows: number): Plan {
    return {
      rows,
      empty: this.#empty,
      duplicates: this.#duplicates,
      badLines: this.#badLines,
      problems: this.#problems,
      entities: this.#list,
      readings: this.#readings,
      lines: this.#lines,
    };
  }
}
