import { pairCards } from "./cards";
import { claim, findGrids } from "./grid";
import { meaningFor } from "./labels";
import type { Layout } from "./layout";
import type { EntityType, ObservedEntity } from "./observation";
import { parsePeriod } from "./periods";
import { readGrid } from "./read-grid";
import { isOfMetricRows, readMetricRows } from "./read-metric-rows";
import type { Report } from "./report";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

/** A few letters begin many names. */
const TELLING = 5;

/**
 * A drawer over a list that names one of its items tells more of that item: what the list itself does not say of it is
 * read. A dialog that names none of them, or several, stays closed to the reader.
 */
export function* readDrawer(layout: Layout, report: Report, type: EntityType, own: Pairs): Generator<void, void, void> {
  const laidOver = layout.tokens.filter(({ area }) => area === "dialog");
  const [first] = laidOver;
  if (!first) return;
  const items = report.entities.filter((entity) => entity.type === type && !entity.owner);
  const named = new Set(laidOver.flatMap((token) => items.filter((item) => isNamedBy(item, token))));
  const [item, another] = named;
  if (!item || another) return;
  for (const token of laidOver) token.area = "page";
  const known = new Set(report.drafts.filter(({ entity }) => report.entities[entity] === item).map((d) => d.metric));
  const before = report.drafts.length;
  yield* readTables(layout, report, item, first.i);
  report.drop((draft, k) => k >= before && !draft.period && known.has(draft.metric));
  const { pairs } = yield* pairCards(layout, first.i, (laidOver.at(-1) as Token).i + 1, own);
  for (const token of laidOver) layout.claimed.add(token.i);
  // What the list's page says of its days is not said of the item.
  const says = laidOver.some((token) => parsePeriod(token.text));
  for (const { hit, shown, value, period = says ? undefined : null } of pairs)
    if (!known.has(meaningFor(hit, type)?.metric ?? "")) report.add(item, hit, shown, value.i, period);
}

/** Its tables: the item's days, its figures as rows of metrics or as a row of their own; parts of it are not read. */
function* readTables(layout: Layout, report: Report, self: ObservedEntity, from: number): Generator<void, void, void> {
  for (const grid of yield* findGrids(layout, from)) {
    if (isOfMetricRows(grid)) readMetricRows(grid, report, self, null);
    else if (grid.columns.some(({ header }) => header?.label))
      yield* readGrid(layout, grid, { report, self, span: null, row: null, owned: false });
    else continue;
    yield* claim(layout, grid);
  }
}

/** A title may go on in links of its own: #话题. */
const isNamedBy = ({ name }: ObservedEntity, { text }: Token): boolean =>
  name === text || (text.length >= TELLING && name?.startsWith(text) === true);
