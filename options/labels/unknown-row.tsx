import { type ReactNode, useState } from "react";
import type { NoteKinds } from "../../src/ledger/note-kinds";
import { Select } from "../../src/ui/components/select";
import { useI18n } from "../../src/ui/i18n/context";
import { HINTS } from "../../src/ui/imports/units";
import { MetricSelect } from "./metric-select";
import type { UnknownLabel } from "./unknown-labels";

/** A label, where it was seen, and what the user takes it for. */
export function UnknownRow(props: { unknown: UnknownLabel; onTeach: (fields: NoteKinds["label"]) => void }): ReactNode {
  const { unknown, onTeach } = props;
  const { label, pages } = unknown;
  const { t } = useI18n();
  const [metric, setMetric] = useState("");
  const [hint, setHint] = useState<string>("");
  return (
    <li className="setting teach">
      <div>
        <p>{label}</p>
        <p className="soft">
          {pages.map(([page, count]) => t("labels_seen", { page: t(`page_${page}`), n: count })).join(t("list_comma"))}
        </p>
      </div>
      <p className="actions">
        <MetricSelect label={t("labels_means", { label })} value={metric} onChange={setMetric} />
        <Select
          label={t("import_unit")}
          hideLabel
          value={hint}
          options={HINTS.map((value) => ({ value: value as string, label: value || t("labels_unit_none") }))}
          onChange={setHint}
        />
        <button type="button" className="button" disabled={metric === ""} onClick={() => onTeach({ metric, hint })}>
          {t("labels_teach")}
        </button>
      </p>
    </li>
  );
}
