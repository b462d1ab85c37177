import { type ReactNode, useEffect, useState } from "react";
import { onChanged } from "../../src/messaging/changed";
import { FailureText } from "../../src/ui/components/failure-text";
import { useSource } from "../../src/ui/data/source";
import { useI18n } from "../../src/ui/i18n/context";
import { failureText } from "../../src/ui/i18n/messages";
import type { CloudAct, CloudPlan, CloudState } from "../../src/vault/cloud-plan";
import { percent, sizeText } from "../vault/size-text";

/** How the last backup went, what failed and why, and when it is tried next. */
export function CloudStatus({ plan, state }: { plan: CloudPlan; state: CloudState }): ReactNode {
  const { t, format } = useI18n();
  const source = useSource();
  const part = useProgress();
  const [busy, setBusy] = useState<CloudAct | null>(null);
  const [failure, setFailure] = useState("");
  const act = async (which: CloudAct): Promise<void> => {
    setBusy(which);
    setFailure("");
    const answer = await source.send("cloud", { act: which });
    setBusy(null);
    if (!answer.ok) setFailure(failureText(answer.error, t));
  };
  const { backup, failures, next } = state;
  return (
    <section className="group cloud-status" aria-live="polite">
      <p className="cloud-big">{backup ? format.when(backup.at) : t("cloud_never")}</p>
      <p className="soft">
        {backup ? t("cloud_last", { size: sizeText(backup.bytes), bucket: plan.bucket }) : t("cloud_never_hint")}
        {next !== null && failures.length === 0 && ` ${t("cloud_next", { when: format.when(next) })}`}
      </p>
      {failures.map((failure) => (
        <FailureText key={failure.act} failure={failure} next={next} />
      ))}
      <p className="actions">
        <button type="button" className="button" disabled={busy !== null} onClick={() => void act("backup")}>
          {busy === "backup" ? t("cloud_backing_up", { part: percent(part) }) : t("cloud_backup_now")}
        </button>
        {plan.sync && (
          <button type="button" className="button" disabled={busy !== null} onClick={() => void act("sync")}>
            {busy === "sync" ? t("cloud_syncing") : t("cloud_sync_now")}
          </button>
        )}
      </p>
      {failure && <p role="alert">{failure}</p>}
    </section>
  );
}

/** How far the backup on its way is, 0 to 1. */
function useProgress(): number {
  const [part, setPart] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    onChanged(({ what, part: done }) => what === "cloud" && setPart(done ?? 0), stop.signal);
    return () => stop.abort();
  }, []);
  return part;
}
