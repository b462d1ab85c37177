import type { ReactNode } from "react";
import { useSource } from "../data/source";
import type { StoreState } from "../data/store-state";
import { useI18n } from "../i18n/context";
import { FailureText } from "./failure-text";
import { Icon } from "./icon";

/** One line: the gravest thing that is to be said of the store. */
export function StoreTrouble({ state }: { state: StoreState }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const open = (section: "data" | "cloud"): ReactNode => (
    <button type="button" className="text-button" onClick={() => source.openOptions(section)}>
      {t(`store_open_${section}`)}
    </button>
  );
  if (state.newer || state.full) {
    return (
      <div className="notice" role="alert">
        <Icon name="warn" />
        <p>
          {t(state.newer ? "store_newer" : "store_full")} {!state.newer && open("data")}
        </p>
      </div>
    );
  }
  return state.failure ? <FailureText failure={state.failure} next={state.next} more={open("cloud")} /> : null;
}
