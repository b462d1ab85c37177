import { findAssumption } from "../../src/metrics/assumptions";
import { derivationOf } from "../../src/metrics/derivations";
import { INPUTS, PLAYBOOK, type PlaybookRow, type Target } from "../../src/metrics/playbook";
import { boundsOf, findMetric, METRICS, type Metric } from "../../src/metrics/registry";
import { sourcesOf } from "../../src/metrics/sources";

const HEAD = `# Metrics

Made from assets/metrics.json, assets/playbook.json and src/metrics by \`npm run docs\`; a test holds it current.
Units: fen is money in 分, a ratio lies between 0 and 1, a score is a plain number whose name says what it counts.
A target is a guide of the playbook (手册目标), not a rule of the platform; the user's own takes its place.
`;

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

/** What the registry holds for each row of the playbook, and what it holds besides, as Markdown. */
export function metricTable(): string {
  const asked = new Set([...PLAYBOOK, ...INPUTS].map(({ metric }) => metric));
  const others = METRICS.filter(({ id }) => !asked.has(id));
  return [
    HEAD,
    "## What the playbook asks for\n",
    table(
      ["row", "metric", "name", "of", "unit", "bounds", "from", "how", "target", "good"],
      PLAYBOOK.map((row) => [row.row, `\`${row.metric}\``, `${row.name.zh} ${row.name.en}`, ...about(row)]),
    ),
    "\n## What only formulas ask for\n",
    table(
      ["metric", "name", "of", "unit", "serves"],
      INPUTS.map(({ metric, name, unit, entities, serves }) => [
        `\`${metric}\``,
        `${name.zh} ${name.en}`,
        entities.join(", "),
        unit,
        `\`${serves}\``,
      ]),
    ),
    "\n## What pages show besides\n",
    table(
      ["metric", "name", "of", "unit", "pages"],
      others.map(({ id, name, entities, unit, pages }) => [
        `\`${id}\``,
        `${name.zh} ${name.en}`,
        entities.join(", "),
        unit,
        pages.join(", "),
      ]),
    ),
    "",
  ].join("\n");
}

function about(row: PlaybookRow): string[] {
  const metric = findMetric(row.metric);
  if (!metric) throw new Error(`${row.metric} has no place in the registry`);
  const sources = sourcesOf(row.metric);
  return [
    metric.entities.join(", "),
    metric.unit,
    boundsText(metric),
    sources.join(", "),
    how(metric, row),
    targetText(row.target) + (row.content ? ` (${row.content})` : ""),
    metric.good ?? "",
  ];
}

function how(metric: Metric, row: PlaybookRow): string {
  const derived = derivationOf(metric.id);
  const needs = [
    ...(derived?.inputs ?? []),
    ...(derived?.assumptions ?? []).map((id) => `${findAssumption(id)?.name.zh}`),
    ...(derived?.mark ? [`mark on posts: ${derived.mark}`] : []),
  ];
  return [
    ...(metric.pages.length > 0 ? [`pages ${metric.pages.join(", ")}`] : []),
    ...(row.formula ? [row.formula] : []),
    ...(needs.length > 0 ? [`needs ${needs.join(", ")}`] : []),
  ].join("; ");
}

function boundsText(metric: Metric): string {
  const { min, max } = boundsOf(metric);
  return min === null && max === null ? "any" : `${min ?? "−∞"} … ${max ?? "∞"}`;
}

function targetText(target: Target | null): string {
  if (!target) return "";
  if ("shares" in target) return target.shares.map(({ content, value }) => `${content} ${value}`).join(" / ");
  return `${target.op} ${"metric" in target ? target.metric : target.value}`;
}
