import type { ReactNode } from "react";
import { shanghaiDay } from "../../src/metrics/calendar";
import { useOwners } from "../../src/ui/data/queries";
import { useI18n } from "../../src/ui/i18n/context";
import { ChooseFile } from "./choose-file";
import { Done } from "./done";
import { failureOf } from "./failure";
import { FormFields } from "./form-fields";
import { History } from "./history";
import "./import.css";
import { MappingTable } from "./mapping-table";
import { PlanView } from "./plan-view";
import { ProgressBar } from "./progress-bar";
import { useImport } from "./use-import";

/** A table from the user's disk: what it is, what its columns mean, what it would bring; then kept, or not. */
export default function ImportSection(): ReactNode {
  const { t } = useI18n();
  const owners = useOwners().data;
  const today = shanghaiDay(Date.now());
  const { state, choose, change, chooseTable, keep, cancel, again } = useImport(owners ?? [], today);
  const { step, opened, form, planned, stored, file, part, failure, kept } = state;
  if (!owners) return null;
  return (
    <div className="import">
      {step === "choose" && <ChooseFile onFile={(chosen) => void choose(chosen)} />}
      {step === "reading" && <ProgressBar label={t("import_reading", { file })} part={part} onCancel={cancel} />}
      {(step === "map" || step === "sending") && opened && form && (
        <>
          <p className="soft">
            {t("import_file", { file, rows: opened.tables[form.table]?.rows ?? 0 })}
            {opened.encoding && ` · ${opened.encoding.toUpperCase()}`}
          </p>
          <fieldset disabled={step === "sending"}>
            <FormFields
              form={form}
              opened={opened}
              owners={owners}
              today={today}
              onChange={change}
              onTable={(table) => void chooseTable(table)}
            />
            <MappingTable form={form} table={opened.tables[form.table]} onChange={change} />
          </fieldset>
          {step === "map" && (
            <PlanView
              form={form}
              planned={planned}
              stored={stored}
              part={part}
              onChange={change}
              onKeep={() => void keep()}
              onCancel={again}
            />
          )}
          {step === "sending" && <ProgressBar label={t("import_sending")} part={part} onCancel={cancel} />}
        </>
      )}
      {step === "done" && <Done kept={kept} onAgain={again} />}
      <p role="alert" className="failure">
        {failure && failureOf(failure, t)}
      </p>
      <History />
    </div>
  );
}
