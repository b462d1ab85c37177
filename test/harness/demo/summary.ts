import registry from "../../../assets/metrics.json";
import type { Finding } from "../../../src/compliance/finding";
import type { Value } from "../../../src/console/observation";
import type { SiteReport } from "../read-site";

export interface DemoReport extends SiteReport {
  readonly findings: readonly Omit<Finding, "exemption">[];
  /** Paths from the project's folder. */
  readonly screenshots: readonly string[];
}

/** The demo's report for a person: what was read, what changed, what is wrong with the draft, who was asked. */
export function summary({ visits, deltas, competitors, findings, outside, errors, screenshots }: DemoReport): string {
  const changes = competitors.flatMap(({ name, changes }) => changes.map((change) => ({ name, change })));
  return [
    "Read",
    ...visits.map(({ page, state, period, readings, url }) =>
      row(
        [page, 14],
        [state, 6],
        [`${readings.length} readings`, 14],
        [period ? `${period.from} – ${period.to}` : "", 24],
        [new URL(url).host + new URL(url).pathname, 0],
      ),
    ),
    "",
    `Changes (${deltas.length}, of the account and the shop)`,
    ...deltas
      .filter(({ entity }) => entity.type === "account" || entity.type === "shop")
      .map(({ metric, current, previous, direction, period, against, reason, relative }) =>
        row(
          [nameOf(metric), 14],
          [`${show(previous, metric)} → ${show(current, metric)}`, 30],
          [
            relative === null
              ? `${direction} (${reason ?? "no base"})`
              : `${direction} ${(relative * 100).toFixed(1)}%`,
            18,
          ],
          [`${period.to} against ${against.period.to}`, 0],
        ),
      ),
    "",
    `Competitors (${competitors.length} seen, ${changes.length} changes)`,
    ...changes.map(({ name, change }) =>
      row(
        [name, 14],
        [change.metric ? nameOf(change.metric) : change.kind, 14],
        [`${show(change.from, change.metric)} → ${show(change.to, change.metric)}`, 34],
        [change.certainty, 0],
      ),
    ),
    "",
    `Draft (${findings.length} findings)`,
    ...findings.map(({ text, severity, category, basis }) =>
      row(
        [text, 20],
        [severity, 10],
        [category, 24],
        [basis.map(({ law, article }) => `${law} ${article}`).join("; "), 0],
      ),
    ),
    "",
    ...(errors.length > 0 ? ["Errors of the extension", ...errors.map((error) => `  ${error}`), ""] : []),
    `screenshots: ${screenshots.length} in build/demo`,
    `outside requests: ${outside.length}`,
    ...outside.map((url) => `  ${url}`),
  ].join("\n");
}

const METRICS = new Map(registry.metrics.map((metric) => [metric.id, metric]));
const nameOf = (metric: string): string => METRICS.get(metric)?.name.zh ?? metric;

function show(value: Value | null, metric: string | undefined): string {
  if (value === null) return "–";
  const unit = METRICS.get(metric ?? "")?.unit;
  const one = (number: number) =>
    unit === "fen"
      ? `￥${(number / 100).toLocaleString("en-US")}`
      : unit === "ratio"
        ? `${(number * 100).toFixed(2)}%`
        : number.toLocaleString("en-US");
  if (value.precision === "range")
    return `${value.min === null ? "" : one(value.min)}~${value.max === null ? "" : one(value.max)}`;
  const text = typeof value.value === "number" ? one(value.value) : value.value;
  return value.precision === "rounded" ? `≈${text}` : text;
}

/** Cells padded to their width; a Chinese character is two wide. */
const row = (...cells: readonly (readonly [text: string, width: number])[]): string =>
  `  ${cells
    .map(([text, width]) => text + " ".repeat(Math.max(1, width - wide(text))))
    .join(" ")
    .trimEnd()}`;
const wide = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
