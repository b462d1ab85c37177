import type { ReactNode } from "react";
import type { EntityRecord } from "../../src/ledger/model";
import { Select } from "../../src/ui/components/select";
import { useI18n } from "../../src/ui/i18n/context";
import type { Opened } from "../../src/ui/imports/worker-protocol";
import { SwitchRow } from "../switch-row";
import type { Form } from "./form";
import { TextField } from "./text-field";

/** What a file does not say itself: whose it is, where it is from, which days it speaks of. */
export function FormFields(props: {
  form: Form;
  opened: Opened;
  owners: readonly EntityRecord[];
  today: string;
  onChange: (form: Form) => void;
  onTable: (table: number) => void;
}): ReactNode {
  const { form, opened, owners, today, onChange, onTable } = props;
  const { t } = useI18n();
  const set = (patch: Partial<Form>): void => onChange({ ...form, ...patch });
  const isGoods = !["talent", "account", "shop"].includes(form.mapping.subject);
  const hasOwner = form.mapping.columns.some(({ as }) => as === "owner");
  return (
    <section className="group selects">
      {opened.tables.length > 1 && (
        <Select
          label={t("import_sheet")}
          value={String(form.table)}
          options={opened.tables.map(({ name }, at) => ({ value: String(at), label: name }))}
          onChange={(at) => onTable(Number(at))}
        />
      )}
      <TextField
        label={t("import_source")}
        value={form.source}
        required
        hint={t("import_source_hint")}
        onChange={(source) => set({ source })}
      />
      <SwitchRow
        name={t("import_estimate")}
        hint={t("import_estimate_hint")}
        checked={form.estimate}
        onChange={(estimate) => set({ estimate })}
      />
      <Select
        label={t("import_whose")}
        value={form.whose}
        options={[
          ...owners.map(({ key, type, name }) => ({ value: key, label: name ?? t(`entity_${type}`) })),
          { value: "new_account", label: t("import_new_account") },
          { value: "new_shop", label: t("import_new_shop") },
          { value: "others", label: t("import_others") },
        ]}
        onChange={(whose) => set({ whose })}
      />
      {form.whose.startsWith("new_") && (
        <TextField label={t("import_name")} value={form.name} required onChange={(name) => set({ name })} />
      )}
      {form.whose === "others" && isGoods && !hasOwner && (
        <TextField
          label={t("import_owner")}
          value={form.owner}
          hint={t("import_owner_hint")}
          onChange={(owner) => set({ owner })}
        />
      )}
      <TextField
        label={t("import_day")}
        type="date"
        max={today}
        value={form.day}
        hint={t("import_day_hint")}
        onChange={(day) => set({ day })}
      />
      <div className="select-row">
        <span>{t("import_period")}</span>
        <span className="dates">
          <input
            className="field"
            type="date"
            max={today}
            aria-label={t("import_from")}
            value={form.from}
            onChange={(event) => set({ from: event.target.value })}
          />
          <input
            className="field"
            type="date"
            max={today}
            aria-label={t("import_to")}
            value={form.to}
            onChange={(event) => set({ to: event.target.value })}
          />
        </span>
      </div>
    </section>
  );
}
