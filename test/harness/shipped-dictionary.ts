import dictionary from "../../assets/metrics.json";
import { dictionaryOf } from "../../src/console/labels";
import type { EntityType, Unit } from "../../src/console/observation";

/** The dictionary that the extension ships, as a page is handed it. */
export const shippedDictionary = dictionaryOf(
  dictionary.metrics.map(({ id, unit, entities, labels }) => ({
    metric: id,
    unit: unit as Unit,
    entities: entities as EntityType[],
    labels,
  })),
);
