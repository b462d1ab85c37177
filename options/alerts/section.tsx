import { type ReactNode, useState } from "react";
import { type AlertSettings, DEFAULT_ALERTS } from "../../src/metrics/alerts";
import { Select } from "../../src/ui/components/select";
import { useNotes } from "../../src/ui/data/queries";
import { useSource } from "../../src/ui/data/source";
import { useI18n } from "../../src/ui/i18n/context";
import { SwitchRow } from "../switch-row";
import { usePutNotes } from "../use-put-notes";

const KINDS = ["target", "anomaly", "stale"] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const NO_DIGEST = "none";

/** What is told by a notification, and when. All off until turned on; the permission is asked then. */
export default function AlertsSection(): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const notes = useNotes("alerts").data;
  const { put, failure } = usePutNotes();
  const [isRefused, setRefused] = useState(false);
  if (!notes) return null;
  const settings: AlertSettings = { ...DEFAULT_ALERTS, ...notes[0]?.value };
  const save = (fields: Partial<AlertSettings>): Promise<boolean> => put([{ kind: "alerts", id: "all", fields }]);
  const turn = async (kind: (typeof KINDS)[number], on: boolean): Promise<void> => {
    const may = !on || (await source.askToNotify());
    setRefused(!may);
    if (may) await save({ [kind]: on });
  };
  const hours = HOURS.map((value) => ({ value, label: t("hour", { h: value.padStart(2, "0") }) }));
  return (
    <>
      <p className="soft">{t("alerts_hint")}</p>
      <section className="group">
        {KINDS.map((kind) => (
          <SwitchRow
            key={kind}
            name={t(`alerts_${kind}`)}
            hint={t(`alerts_${kind}_hint`)}
            checked={settings[kind]}
            onChange={(on) => void turn(kind, on)}
          />
        ))}
      </section>
      <section className="group selects">
        <Select
          label={t("alerts_quiet_from")}
          value={String(settings.quietFrom)}
          options={hours}
          onChange={(hour) => void save({ quietFrom: Number(hour) })}
        />
        <Select
          label={t("alerts_quiet_to")}
          value={String(settings.quietTo)}
          options={hours}
          onChange={(hour) => void save({ quietTo: Number(hour) })}
        />
        <Select
          label={t("alerts_digest")}
          value={settings.digest === null ? NO_DIGEST : String(settings.digest)}
          options={[{ value: NO_DIGEST, label: t("alerts_digest_none") }, ...hours]}
          onChange={(hour) => void save({ digest: hour === NO_DIGEST ? null : Number(hour) })}
        />
      </section>
      <p role="alert" className={isRefused || failure ? "notice" : ""}>
        {isRefused ? t("alerts_refused") : failure}
      </p>
    </>
  );
}
