import type { Observation } from "./observation";
import { addressKept, type Place } from "./page";

/** All that is said of a page which is not read: where it is. */
export function offLimits({ page }: Place, address: string): Observation {
  return {
    page,
    state: "off",
    url: addressKept(address),
    account: null,
    period: null,
    entities: [],
    readings: [],
    unknownLabels: [],
    failed: [],
    complete: false,
  };
}
