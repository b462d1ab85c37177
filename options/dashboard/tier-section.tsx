import type { ReactNode } from "react";
import type { DashboardEntry, Tier } from "../../src/metrics/dashboard";
import { useI18n } from "../../src/ui/i18n/context";
import { shapeOf, useKeptShape } from "./kept-shape";
import { MetricTile } from "./metric-tile";

/**
 * A tier: its heading, tiles and what stands below them. While only the houses' own numbers are there (`isWhole` false),
 * the room that all of it took last time is kept free, so that nothing moves when the rest comes.
 */
export function TierSection(props: {
  house: string;
  tier: Tier;
  entries: readonly DashboardEntry[];
  isWhole: boolean;
  /** Some of it is hidden or unfolded: no shape to remember. */
  isChanged: boolean;
  above: ReactNode;
  below: ReactNode;
  open: string | null;
  onOpen: (id: string | null) => void;
}): ReactNode {
  const { house, tier, entries, isWhole, isChanged, above, below, open, onOpen } = props;
  const { t } = useI18n();
  const tiles = entries.map(({ card }) => card.metric);
  const section = useKeptShape(house, tier, tiles, isWhole && !isChanged);
  const shape = isWhole || isChanged ? null : shapeOf(house, tier);
  const byMetric = new Map(entries.map((entry) => [entry.card.metric, entry]));
  const order = shape ? [...new Set([...shape.tiles, ...tiles])] : tiles;
  return (
    <section
      ref={section}
      className="tier"
      style={shape ? { minHeight: shape.height } : undefined}
      aria-busy={!isWhole}
    >
      <h3>{t(`tier_${tier}`)}</h3>
      {above}
      <ul className="tiles">
        {order.map((metric) => {
          const entry = byMetric.get(metric);
          return entry ? (
            <MetricTile
              key={metric}
              entry={entry}
              isOpen={entry.card.id === open}
              onOpen={() => onOpen(entry.card.id === open ? null : entry.card.id)}
            />
          ) : (
            <li key={metric} className="tile tile-waiting" aria-hidden="true" />
          );
        })}
      </ul>
      {below}
    </section>
  );
}
