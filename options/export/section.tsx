import { type ReactNode, useRef, useState } from "react";
import "../import/import.css";
import type { ExportWhat } from "../../src/ledger/exported";
import { shanghaiDay } from "../../src/metrics/calendar";
import { REGISTRY } from "../../src/metrics/registry";
import { Select } from "../../src/ui/components/select";
import { useOwners } from "../../src/ui/data/queries";
import { useSource } from "../../src/ui/data/source";
import { useI18n } from "../../src/ui/i18n/context";
import { reasonOf } from "../../src/ui/i18n/messages";
import { saveFile } from "../../src/ui/tables/save-file";
import { holdPage } from "../hold-page";
import { TextField } from "../import/text-field";
import { type ExportFormat, writeExport } from "./write-export";

const FORMATS = ["xlsx", "csv", "ndjson"] as const;

/** Readings, or the values that hold day by day, as a file for a spreadsheet or another system. */
export default function ExportSection(): ReactNode {
  const { t, language } = useI18n();
  const source = useSource();
  const owners = useOwners().data ?? [];
  const [what, setWhat] = useState<ExportWhat>("days");
  const [format, setFormat] = useState<ExportFormat>("xlsx");
  const [range, setRange] = useState({ from: "", to: "" });
  const [account, setAccount] = useState("");
  const [metric, setMetric] = useState("");
  const [rows, setRows] = useState<number | null>(null);
  const [status, setStatus] = useState("");
  const stop = useRef<AbortController | null>(null);
  const today = shanghaiDay(Date.now());

  const start = async (): Promise<void> => {
    const cancel = new AbortController();
    stop.current = cancel;
    holdPage(cancel, true);
    setRows(0);
    setStatus("");
    const filter = {
      ...(range.from ? { from: range.from } : {}),
      ...(range.to ? { to: range.to } : {}),
      ...(account ? { account } : {}),
      ...(metric ? { metrics: [metric] } : {}),
    };
    let count = 0;
    const progress = (done: number): void => {
      count = done;
      setRows(done);
    };
    try {
      const blob = await writeExport(format, source.exported(what, filter), { signal: cancel.signal, progress });
      if (count > 0) saveFile(`${what}-${today}.${format}`, blob);
      setStatus(count > 0 ? t("export_done", { n: count.toLocaleString("en-US") }) : t("export_empty"));
    } catch (error) {
      setStatus(cancel.signal.aborted ? t("export_cancelled") : t("action_failed", { reason: reasonOf(error, t) }));
    } finally {
      holdPage(cancel, false);
      setRows(null);
    }
  };

  return (
    <div className="import">
      <fieldset disabled={rows !== null}>
        <section className="group selects">
          <Select
            label={t("export_what")}
            value={what}
            options={(["days", "readings"] as const).map((value) => ({ value, label: t(`export_what_${value}`) }))}
            onChange={setWhat}
          />
          <Select
            label={t("export_format")}
            value={format}
            options={FORMATS.map((value) => ({ value, label: t(`export_format_${value}`) }))}
            onChange={setFormat}
          />
          <TextField
            label={t("export_from")}
            type="date"
            max={today}
            value={range.from}
            onChange={(from) => setRange({ ...range, from })}
          />
          <TextField
            label={t("export_to")}
            type="date"
            max={today}
            value={range.to}
            onChange={(to) => setRange({ ...range, to })}
          />
          <Select
            label={t("export_account")}
            value={account}
            options={[
              { value: "", label: t("export_all") },
              ...owners.map(({ key, type, name }) => ({ value: key, label: name ?? t(`entity_${type}`) })),
            ]}
            onChange={setAccount}
          />
          <Select
            label={t("export_metric")}
            value={metric}
            options={[
              { value: "", label: t("export_all") },
              ...REGISTRY.map(({ id, name }) => ({ value: id, label: name[language === "en" ? "en" : "zh"] })),
            ]}
            onChange={setMetric}
          />
        </section>
      </fieldset>
      <p className="actions after">
        <button type="button" className="button button-main" disabled={rows !== null} onClick={() => void start()}>
          {t("export_start")}
        </button>
        {rows !== null && (
          <button type="button" className="button" onClick={() => stop.current?.abort()}>
            {t("cancel")}
          </button>
        )}
      </p>
      <p role="status">{rows === null ? status : t("export_running", { n: rows.toLocaleString("en-US") })}</p>
      <p className="soft">{t("export_hint")}</p>
    </div>
  );
}
