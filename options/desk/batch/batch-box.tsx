import { type ReactNode, useState } from "react";
import type { Checker } from "../../../src/compliance/checker";
import { focusOnMount, useFocusReturn } from "../../../src/ui/components/focus";
import { Select } from "../../../src/ui/components/select";
import { RulesOff } from "../../../src/ui/desk/rules-off";
import type { Scope } from "../../../src/ui/desk/scope-selects";
import { useI18n } from "../../../src/ui/i18n/context";
import { TableError } from "../../../src/ui/tables/read/table-error";
import { saveFile } from "../../../src/ui/tables/save-file";
import { FileButton } from "../../file-button";
import { holdPage } from "../../hold-page";
import { BatchResult } from "./batch-result";
import { batchTable } from "./batch-table";
import { type CheckedLine, checkLines } from "./check-lines";
import { ColumnChecks } from "./column-checks";
import { type BatchFile, copyColumns, copySheet, readLines } from "./read-lines";

interface Running {
  readonly stop: AbortController;
  readonly done: number;
}
/** Lines as they were checked; no longer shown once anything is asked otherwise. */
interface Checked {
  readonly lines: readonly CheckedLine[];
  readonly checker: Checker;
  readonly asked: string;
}

const grouped = (n: number): string => n.toLocaleString("en-US");

/** A whole file of copy: checked line by line, with progress and a way to stop, and given back with what was found. */
export function BatchBox({ checker, scope }: { checker: Checker | null; scope: Scope }): ReactNode {
  const { t } = useI18n();
  const [reading, setReading] = useState("");
  const [file, setFile] = useState<BatchFile | null>(null);
  const [at, setAt] = useState(0);
  const [columns, setColumns] = useState<readonly number[]>([]);
  const [running, setRunning] = useState<Running | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [failure, setFailure] = useState("");
  const sheet = file?.sheets[at];
  const asked = [scope.goods, scope.channel, scope.account, at, columns.join("+")].join();
  const result = checked?.checker === checker && checked?.asked === asked ? checked.lines : null;

  // The buttons to start and to cancel take each other's place, and the keyboard's place with it.
  const runButton = useFocusReturn(running !== null);

  const open = async (chosen: File): Promise<void> => {
    setChecked(null);
    setFailure("");
    setFile(null);
    setReading(chosen.name);
    try {
      const read = await readLines(chosen);
      setFile(read);
      chooseSheet(read, copySheet(read));
    } catch (error) {
      const { code, line, detail } = error instanceof TableError ? error : new TableError("not_a_table");
      setFailure(t(`batch_error_${code}`, { line: line ?? "", detail: detail === null ? "" : grouped(detail) }));
    } finally {
      setReading("");
    }
  };
  const chooseSheet = ({ sheets }: BatchFile, next: number): void => {
    setAt(next);
    setColumns(sheets[next] ? copyColumns(sheets[next]) : []);
  };
  const run = async (): Promise<void> => {
    if (!sheet || !checker) return;
    const stop = new AbortController();
    const progress = (done: number): void => setRunning({ stop, done });
    setChecked(null);
    setFailure("");
    progress(0);
    holdPage(stop, true);
    try {
      const lines = await checkLines(checker, sheet, columns, scope, { signal: stop.signal, progress });
      setChecked({ lines, checker, asked });
    } catch (error) {
      setFailure(stop.signal.aborted ? t("batch_stopped") : String(error));
    } finally {
      holdPage(stop, false);
      setRunning(null);
    }
  };
  const save = async (): Promise<void> => {
    if (!file || !sheet || !result) return;
    const { writeXlsx } = await import("../../../src/ui/tables/xlsx");
    const name = file.name.replace(/\.[^.]*$/, "");
    saveFile(`${name}-${t("section_copy")}.xlsx`, await writeXlsx([batchTable(sheet.columns, columns, result, t)]));
  };
  return (
    <>
      <h3>{t("batch")}</h3>
      <p className="soft">{t("batch_hint")}</p>
      <p className="actions pack-actions">
        <FileButton
          label={t("batch_open")}
          accept=".csv,.xlsx,.txt,.docx"
          disabled={running !== null || reading !== ""}
          onFile={(chosen) => void open(chosen)}
        />
      </p>
      <p role="status" className="soft">
        {reading && t("import_reading", { file: reading })}
        {checked && !result && t("batch_asked_anew")}
      </p>
      {file && sheet && (
        <div className="copy-scope">
          <p>{t("batch_file", { name: file.name, n: grouped(sheet.lines.length) })}</p>
          {file.sheets.length > 1 && (
            <Select
              label={t("import_sheet")}
              value={String(at)}
              options={file.sheets.map(({ name }, n) => ({ value: String(n), label: name }))}
              onChange={(next) => chooseSheet(file, Number(next))}
            />
          )}
          {sheet.columns.length > 1 && <ColumnChecks columns={sheet.columns} chosen={columns} onChange={setColumns} />}
          {!running && (
            <button
              type="button"
              ref={runButton}
              className="button button-main"
              disabled={!checker || columns.length === 0}
              onClick={() => void run()}
            >
              {t("batch_run")}
            </button>
          )}
        </div>
      )}
      {sheet && running && (
        <div className="copy-scope">
          <progress max={sheet.lines.length} value={running.done} aria-label={t("batch")} />
          <span>{t("batch_progress", { done: grouped(running.done), all: grouped(sheet.lines.length) })}</span>
          <button type="button" className="button" ref={focusOnMount} onClick={() => running.stop.abort()}>
            {t("cancel")}
          </button>
        </div>
      )}
      <p role="alert" className="fault">
        {failure}
      </p>
      {result && sheet && <BatchResult columns={sheet.columns} lines={result} onSave={() => void save()} />}
      {result && checker && <RulesOff rules={checker.switchedOff().map(({ rule }) => rule)} />}
    </>
  );
}
