import type { ReactNode } from "react";
import { askToNotify } from "../../src/browser/notify";
import type { RivalKinds } from "../../src/ledger/rival-kinds";
import { Select } from "../../src/ui/components/select";
import { useNotes } from "../../src/ui/data/queries";
import { StatusLine } from "../../src/ui/desk/status-line";
import { useI18n } from "../../src/ui/i18n/context";
import { SwitchRow } from "../switch-row";
import { useWrite } from "./use-write";

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** When the browser reminds of those not seen yet. */
export function Reminder(): ReactNode {
  const { t } = useI18n();
  const notes = useNotes("rival_reminder").data;
  const { write, status, showStatus } = useWrite();
  if (!notes) return null;
  const { on = false, weekday = 1, hour = 10 } = notes[0]?.value ?? {};
  const save = (fields: Partial<RivalKinds["rival_reminder"]>): void => {
    void write([{ kind: "rival_reminder", id: "week", fields: { on, weekday, hour, ...fields } }], t("watch_saved"));
  };
  const turn = async (wanted: boolean): Promise<void> => {
    if (wanted && !(await askToNotify())) showStatus(t("reminder_denied"));
    else save({ on: wanted });
  };
  return (
    <>
      <h3>{t("reminder")}</h3>
      <section className="group selects">
        <SwitchRow name={t("reminder_on")} hint={t("reminder_hint")} checked={on} onChange={(to) => void turn(to)} />
        <Select
          label={t("reminder_day")}
          value={String(weekday) as (typeof WEEKDAYS)[number]}
          options={WEEKDAYS.map((value) => ({ value, label: t(`weekday_${value}`) }))}
          onChange={(value) => save({ weekday: Number(value) })}
        />
        <Select
          label={t("reminder_hour")}
          value={String(hour)}
          options={HOURS.map((value) => ({ value, label: `${value.padStart(2, "0")}:00` }))}
          onChange={(value) => save({ hour: Number(value) })}
        />
      </section>
      <StatusLine status={status} />
    </>
  );
}
