import type { ReactNode } from "react";
import { useI18n } from "../../src/ui/i18n/context";
import type { StoredCount } from "../../src/ui/imports/count-stored";
import type { Planned } from "../../src/ui/imports/worker-protocol";
import { type Form, missingIn } from "./form";
import { Problems } from "./problems";

/** The dry run: what would be kept, what would not and why, and the button that keeps it. */
export function PlanView(props: {
  form: Form;
  planned: Planned | null;
  stored: StoredCount | null;
  part: number;
  onChange: (form: Form) => void;
  onKeep: () => void;
  onCancel: () => void;
}): ReactNode {
  const { form, planned, stored, part, onChange, onKeep, onCancel } = props;
  const { t } = useI18n();
  const missing = missingIn(form);
  // Without a competitor to give the goods to, every line would be told to be wrong.
  const counted = missing === "owner" ? null : planned;
  const isBad = (counted?.badLines ?? 0) > 0;
  const isReady = planned !== null && planned.readingCount > 0 && missing === null && (!isBad || form.skipBad);
  return (
    <section aria-live="polite">
      <h3>{t("import_plan")}</h3>
      {!planned && (
        <p className="soft">
          {t("import_planning")} <progress max={1} value={part} aria-label={t("import_planning")} />
        </p>
      )}
      {counted && (
        <>
          <dl className="counts">
            <Count name={t("import_readings")} n={counted.readingCount} />
            <Count name={t("import_things")} n={counted.entityCount} />
            <Count name={t("import_duplicates")} n={counted.duplicates} />
            {stored && <Count name={t("import_stored")} n={stored.rows} />}
            {stored && stored.other > 0 && <Count name={t("import_stored_other")} n={stored.other} />}
            <Count name={t("import_empty")} n={counted.empty} />
            <Count name={t("import_bad")} n={counted.badLines} bad={isBad} />
          </dl>
          {stored && stored.rows + stored.other > 0 && <p className="soft">{t("import_stored_hint")}</p>}
          {isBad && <Problems planned={counted} />}
          {isBad && (
            <label className="check">
              <input
                type="checkbox"
                checked={form.skipBad}
                onChange={(event) => onChange({ ...form, skipBad: event.target.checked })}
              />
              {t("import_skip", { n: counted.badLines })}
            </label>
          )}
          {counted.readingCount === 0 && <p className="notice">{t("import_nothing")}</p>}
        </>
      )}
      {missing && <p className="notice">{t(`import_missing_${missing}`)}</p>}
      <p className="actions">
        <button type="button" className="button button-main" disabled={!isReady} onClick={onKeep}>
          {t("import_keep", { n: counted?.readingCount ?? 0 })}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t("cancel")}
        </button>
      </p>
    </section>
  );
}

function Count({ name, n, bad = false }: { name: string; n: number; bad?: boolean }): ReactNode {
  return (
    <div data-bad={bad || undefined}>
      <dt className="soft">{name}</dt>
      <dd>{n.toLocaleString("en-US")}</dd>
    </div>
  );
}
