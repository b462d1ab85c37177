import type { ReactNode } from "react";
import { StoreTrouble } from "../src/ui/components/store-trouble";
import type { StoreState } from "../src/ui/data/store-state";

/** What the user must know of the store, above everything. */
export default function StoreLine({ state }: { state: StoreState }): ReactNode {
  return <StoreTrouble state={state} />;
}
