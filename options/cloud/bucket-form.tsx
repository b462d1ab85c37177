import { type FormEvent, type ReactNode, useState } from "react";
import { askToReach, stopReaching } from "../../src/browser/reach";
import { Select } from "../../src/ui/components/select";
import { useSource } from "../../src/ui/data/source";
import { useI18n } from "../../src/ui/i18n/context";
import { type CloudPlan, EVERY } from "../../src/vault/cloud-plan";
import { cosOrigin } from "../../src/vault/cos-address";
import { PASSPHRASE_MIN } from "../../src/vault/keyring";
import type { VaultStore } from "../../src/vault/vault-store";
import { SwitchRow } from "../switch-row";
import { useWork } from "../vault/use-work";
import { PassphraseField, TextField } from "../vault/vault-field";
import { WorkLine } from "../vault/work-line";
import { type BucketDraft, draftOf, faultOf, planFrom } from "./bucket-draft";
import { openStore, saveDraft, tryStore, turnOff } from "./set-up";

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** Where the bucket is, how it is opened, and when. Saving asks the browser for its host, and tries it. */
export function BucketForm(props: { vault: VaultStore; plan: CloudPlan | null; hasSecrets: boolean }): ReactNode {
  const { vault, plan, hasSecrets } = props;
  const { t } = useI18n();
  const source = useSource();
  const work = useWork();
  const [draft, setDraft] = useState<BucketDraft>(() => draftOf(plan));
  const [tried, setTried] = useState(false);
  const fault = faultOf(draft, hasSecrets);
  const set =
    <K extends keyof BucketDraft>(name: K) =>
    (value: BucketDraft[K]): void =>
      setDraft((before) => ({ ...before, [name]: value }));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (fault !== null) return;
    // The browser shows its question only straight after the click: it comes before anything that takes time.
    const asked = askToReach(cosOrigin(planFrom(draft)));
    void work.run(async (tell) => {
      if (!(await asked)) throw new Error(t("cloud_error_no_permission"));
      const saved = await saveDraft(vault, draft);
      setDraft(draftOf(saved));
      setTried(false);
      tell(t("cloud_testing"));
      try {
        await tryStore(await openStore(vault, saved));
      } finally {
        await source.send("cloud", { act: "arm" });
      }
      return t("cloud_saved");
    });
  };
  const remove = (): void => {
    void work.run(async () => {
      if (plan) await stopReaching(cosOrigin(plan));
      await turnOff(vault);
      setDraft(draftOf(null));
      await source.send("cloud", { act: "arm" });
      return t("cloud_removed");
    });
  };
  const kept = hasSecrets ? t("cloud_kept") : "";
  return (
    <form onSubmit={save} className="vault-form">
      <h3>{t("cloud_bucket_title")}</h3>
      <div className="cloud-pair">
        <TextField label={t("cloud_bucket")} value={draft.bucket} onChange={set("bucket")} hint="backup-1250000000" />
        <TextField label={t("cloud_region")} value={draft.region} onChange={set("region")} hint="ap-guangzhou" />
        <TextField label="SecretId" value={draft.secretId} onChange={set("secretId")} hint={kept} />
        <PassphraseField label="SecretKey" hint={kept} value={draft.secretKey} onChange={set("secretKey")} />
        <PassphraseField
          label={t("passphrase_new", { least: PASSPHRASE_MIN })}
          hint={kept}
          value={draft.passphrase}
          onChange={set("passphrase")}
        />
        <PassphraseField label={t("passphrase_again")} value={draft.again} onChange={set("again")} />
      </div>
      <p className="soft">{t("cloud_passphrase_hint")}</p>
      <div className="group selects cloud-group">
        <Select
          label={t("cloud_every")}
          value={draft.every}
          options={EVERY.map((value) => ({ value, label: t(`cloud_every_${value}`) }))}
          onChange={set("every")}
        />
        {draft.every !== "off" && (
          <Select
            label={t("cloud_hour")}
            value={String(draft.hour)}
            options={HOURS.map((value) => ({ value, label: t("hour", { h: value.padStart(2, "0") }) }))}
            onChange={(hour) => set("hour")(Number(hour))}
          />
        )}
        <SwitchRow name={t("cloud_sync")} hint={t("cloud_sync_hint")} checked={draft.sync} onChange={set("sync")} />
      </div>
      <p className="actions">
        <button type="submit" className="button button-main" disabled={work.progress !== null}>
          {t("cloud_save")}
        </button>
        {plan && (
          <button type="button" className="button" disabled={work.progress !== null} onClick={remove}>
            {t("cloud_remove")}
          </button>
        )}
      </p>
      {tried && fault && (
        <p className="vault-failed" role="alert">
          {t(`cloud_fault_${fault}`, { least: PASSPHRASE_MIN })}
        </p>
      )}
      <WorkLine work={work} />
    </form>
  );
}
