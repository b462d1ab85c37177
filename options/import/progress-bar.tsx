import { type ReactNode, useEffect, useState } from "react";
import { onChanged } from "../../src/messaging/changed";
import { focusOnMount } from "../../src/ui/components/focus";
import { useI18n } from "../../src/ui/i18n/context";

/** What runs, how far it is, and a way to give up. `part` 0 to 1. */
export function ProgressBar(props: { label: string; part: number; onCancel: () => void }): ReactNode {
  const { label, part, onCancel } = props;
  const { t } = useI18n();
  return (
    <div className="progress">
      <p role="status">{label}</p>
      <progress max={1} value={Math.max(part, useKeeping())} aria-label={label} />
      <button type="button" className="button" ref={focusOnMount} onClick={onCancel}>
        {t("cancel")}
      </button>
    </div>
  );
}

/** The second half of an import is its keeping, which the worker tells of. */
function useKeeping(): number {
  const [part, setPart] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    onChanged((changed) => changed.what === "importing" && setPart(0.5 + (changed.part ?? 0) / 2), stop.signal);
    return () => stop.abort();
  }, []);
  return part;
}
