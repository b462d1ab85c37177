import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { EntityRecord } from "../../src/ledger/model";
import { periodDays } from "../../src/metrics/calendar";
import { CAMPAIGN_GUIDES, type Campaign, type CampaignKind } from "../../src/metrics/campaigns";
import { Select } from "../../src/ui/components/select";
import { useI18n } from "../../src/ui/i18n/context";

const ALL = "all";
/** Longest campaign, days: beyond it there is no before to hold it against. */
const LONGEST = 92;

export type CampaignFields = Omit<Campaign, "id">;

/** What a campaign is: name, days, kind, shop and plan. Says what is wrong at the field that it is wrong with. */
export function CampaignForm(props: {
  start: CampaignFields;
  shops: readonly EntityRecord[];
  isNew: boolean;
  onSave: (fields: CampaignFields) => void;
  onCancel: () => void;
}): ReactNode {
  const { shops, isNew, onSave, onCancel } = props;
  const { t, language } = useI18n();
  const id = useId();
  const [fields, setFields] = useState(props.start);
  const [lift, setLift] = useState(props.start.lift === null ? "" : String(Math.round(props.start.lift * 1000) / 10));
  const [wrong, setWrong] = useState("");
  const set = (patch: Partial<CampaignFields>): void => setFields((before) => ({ ...before, ...patch }));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const planned = lift.trim() === "" ? null : Number(lift.replace(/[%％\s]/g, "")) / 100;
    const { from, to } = fields;
    const problem =
      fields.name.trim() === ""
        ? t("campaign_no_name")
        : from === "" || to === "" || from > to
          ? t("campaign_bad_days")
          : periodDays(fields) > LONGEST
            ? t("campaign_too_long", { n: LONGEST })
            : planned !== null && !(planned >= 0 && planned <= 100)
              ? t("campaign_bad_lift")
              : "";
    setWrong(problem);
    if (problem === "") onSave({ ...fields, name: fields.name.trim(), lift: planned });
  };
  return (
    <form className="campaign-form" onSubmit={save} aria-label={t(isNew ? "campaign_add" : "campaign_edit")}>
      <label>
        {t("campaign_name")}
        <input className="field" value={fields.name} onChange={(event) => set({ name: event.target.value })} />
      </label>
      <label>
        {t("campaign_from")}
        <input
          className="field"
          type="date"
          value={fields.from}
          onChange={(event) => set({ from: event.target.value })}
        />
      </label>
      <label>
        {t("campaign_to")}
        <input className="field" type="date" value={fields.to} onChange={(event) => set({ to: event.target.value })} />
      </label>
      <Select
        label={t("campaign_kind")}
        value={fields.kind}
        options={CAMPAIGN_GUIDES.map(({ kind, name }) => ({
          value: kind as string,
          label: name[language === "en" ? "en" : "zh"],
        }))}
        onChange={(kind) => set({ kind: kind as CampaignKind })}
      />
      <label>
        {t("campaign_lift")}
        <input
          className="field"
          inputMode="decimal"
          value={lift}
          aria-describedby={`${id}-wrong`}
          onChange={(event) => setLift(event.target.value)}
        />
      </label>
      {shops.length > 1 && (
        <Select
          label={t("entity_shop")}
          value={fields.house ?? ALL}
          options={[
            { value: ALL, label: t("campaign_all_shops") },
            ...shops.map(({ key, name }) => ({ value: key, label: name ?? t("name_unknown") })),
          ]}
          onChange={(house) => set({ house: house === ALL ? null : house })}
        />
      )}
      <p id={`${id}-wrong`} role="alert" className={wrong ? "notice wide" : "wide"}>
        {wrong}
      </p>
      <p className="actions wide">
        <button type="submit" className="button button-main">
          {t("campaign_save")}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("campaign_cancel")}
        </button>
      </p>
    </form>
  );
}
