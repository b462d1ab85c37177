import { pairCards } from "./cards";
import { meaningFor } from "./labels";
import type { Layout } from "./layout";
import type { EntityType, ObservedEntity } from "./observation";
import { parsePeriod } from "./periods";
import type { Report } from "./report";
import type { Token } from "./tokens";
import type { Pairs } from "./understand";

/** A few letters begin many names. */
const TELLING = 5;

/**
 * A drawer over a list that names one of its items tells more of that item: what the list itself does not say of it is
 * read. A dialog that names none of them, or several, stays closed to the reader.
 */
export function readDrawer(layout: Layout, report: Report, type: EntityType, own: Pairs): void {
  const laidOver = layout.tokens.filter(({ area }) => area === "dialog");
  const [first] = laidOver;
  if (!first) return;
  const items = report.entities.filter((entity) => entity.type === type && !entity.owner);
  const named = new Set(laidOver.flatMap((token) => items.filter((item) => isNamedBy(item, token))));
  const [item, another] = named;
  if (!item || another) return;
  for (const token of laidOver) token.area = "page";
  const known = new Set(report.drafts.filter(({ entity }) => report.entities[entity] === item).map((d) => d.metric));
  const { pairs } = pairCards(layout, first.i, (laidOver.at(-1) as Token).i + 1, own);
  for (const token of laidOver) layout.claimed.add(token.i);
  // What the list's page says of its days is not said of the item.
  const says = laidOver.some((token) => parsePeriod(token.text));
  for (const { hit, shown, value, period = says ? undefined : null } of pairs)
    if (!known.has(meaningFor(hit, type)?.metric ?? "")) report.add(item, hit, shown, value.i, period);
}

/** A title may go on in links of its own: #话题. */
const isNamedBy = ({ name }: ObservedEntity, { text }: Token): boolean =>
  name === text || (text.length >= TELLING && name?.startsWith(text) === true);
