import type { StoreState } from "./store-state";

/** Whether there is anything to say of the store. */
export const isTroubled = ({ newer, full, failure }: StoreState): boolean => newer || full || failure !== null;
