import { type ChangeEvent, type ReactNode, useRef, useState } from "react";
import type { Checker } from "../../../src/compliance/checker";
import { Select } from "../../../src/ui/components/select";
import { RulesOff } from "../../../src/ui/desk/rules-off";
import type { Scope } from "../../../src/ui/desk/scope-selects";
import { useI18n } from "../../../src/ui/i18n/context";
import { TableError } from "../../../src/ui/tables/read/table-error";
import { saveFile } from "../../../src/ui/tables/save-file";
import { BatchResult } from "./batch-result";
import { batchTable } from "./batch-table";
import { type CheckedLine, checkLines } from "./check-lines";
import { type BatchFile, copyColumn, readLines } from "./read-lines";

interface Running {
  readonly stop: AbortController;
  readonly done: number;
}

/** A whole file of copy: checked line by line, with progress and a way to stop, and given back with what was found. */
export function BatchBox({ checker, scope }: { checker: Checker | null; scope: Scope }): ReactNode {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<BatchFile | null>(null);
  const [column, setColumn] = useState(0);
  const [running, setRunning] = useState<Running | null>(null);
  const [result, setResult] = useState<readonly CheckedLine[] | null>(null);
  const [failure, setFailure] = useState("");

  const open = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    event.target.value = "";
    if (!chosen) return;
    setResult(null);
    setFailure("");
    try {
      const read = await readLines(chosen);
      setFile(read);
      setColumn(copyColumn(read));
    } catch (error) {
      setFile(null);
      const { code, detail } = error instanceof TableError ? error : { code: "not_a_table" as const, detail: null };
      setFailure(t(`batch_error_${code}`, { detail: detail ?? "" }));
    }
  };
  const run = async (): Promise<void> => {
    if (!file || !checker) return;
    const stop = new AbortController();
    const progress = (done: number): void => setRunning({ stop, done });
    setResult(null);
    progress(0);
    try {
      setResult(await checkLines(checker, file, column, scope, { signal: stop.signal, progress }));
    } catch (error) {
      setFailure(stop.signal.aborted ? t("batch_stopped") : String(error));
    } finally {
      setRunning(null);
    }
  };
  const save = async (): Promise<void> => {
    if (!file || !result) return;
    const { writeXlsx } = await import("../../../src/ui/tables/xlsx");
    const name = file.name.replace(/\.[^.]*$/, "");
    saveFile(`${name}-${t("section_copy")}.xlsx`, await writeXlsx([batchTable(file.columns, result, t)]));
  };
  return (
    <>
      <h3>{t("batch")}</h3>
      <p className="soft">{t("batch_hint")}</p>
      <p className="actions pack-actions">
        <button type="button" className="button" disabled={running !== null} onClick={() => input.current?.click()}>
          {t("batch_open")}
        </button>
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx,.txt,.docx"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t("batch_open")}
          onChange={(event) => void open(event)}
        />
      </p>
      {file && (
        <div className="copy-scope">
          <p>{t("batch_file", { name: file.name, n: file.lines.length.toLocaleString("en-US") })}</p>
          {file.columns.length > 1 && (
            <Select
              label={t("batch_column")}
              value={String(column)}
              options={file.columns.map((title, at) => ({ value: String(at), label: title || String(at + 1) }))}
              onChange={(at) => setColumn(Number(at))}
            />
          )}
          {!running && (
            <button type="button" className="button button-main" disabled={!checker} onClick={() => void run()}>
              {t("batch_run")}
            </button>
          )}
        </div>
      )}
      {file && running && (
        <div className="copy-scope">
          <progress max={file.lines.length} value={running.done} aria-label={t("batch")} />
          <span>{t("batch_progress", { done: running.done.toLocaleString("en-US"), all: file.lines.length })}</span>
          <button type="button" className="button" onClick={() => running.stop.abort()}>
            {t("cancel")}
          </button>
        </div>
      )}
      <p role="alert" className="fault">
        {failure}
      </p>
      {result && <BatchResult lines={result} onSave={() => void save()} />}
      {result && checker && <RulesOff rules={checker.switchedOff().map(({ rule }) => rule)} />}
    </>
  );
}
