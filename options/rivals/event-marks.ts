import type { TimelineEvent } from "../../src/ui/data/rivals/changes";

/** A shape for each kind of event, around its middle; kinds stand in this order. */
export const MARKS: Record<TimelineEvent["kind"], string> = {
  form: "M-5 4.5L0-5.5L5 4.5z",
  metric: "M-4 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0",
  pace: "M-4-4h8v8h-8z",
  goods_new: "M-1.5-5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z",
  goods_gone: "M-5-1.5h10v3h-10z",
  price: "M0-5L5 0L0 5L-5 0z",
};
