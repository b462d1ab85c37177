import { type FormEvent, type ReactNode, useState } from "react";
import type { Connection } from "../../src/ledger/connection";
import { announce } from "../../src/messaging/changed";
import { useI18n } from "../../src/ui/i18n/context";
import { type Checked, checkArchive, importArchive } from "../../src/vault/archive-work";
import { acceptsNote } from "./accepts-note";
import { PassphraseField } from "./passphrase-field";
import { useWork } from "./use-work";
import { WorkLine } from "./work-line";

const percent = (part: number): string => `${Math.floor(part * 100)}%`;

/** A file is checked first and says what it would add; only then it is taken in. */
export function ImportForm({ connection }: { connection: Connection }): ReactNode {
  const { t } = useI18n();
  const work = useWork();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [checked, setChecked] = useState<Checked | null>(null);
  const [mode, setMode] = useState<"merge" | "replace">("merge");
  const check = (event: FormEvent): void => {
    event.preventDefault();
    if (file === null) return;
    setChecked(null);
    void work.run(async (tell, signal) => {
      const onPart = (part: number): void => tell(t("archive_checking", { part: percent(part) }));
      setChecked(await checkArchive(connection, file, passphrase, { accepts: acceptsNote, onPart, signal }));
      return "";
    });
  };
  const take = (found: Checked): void => {
    void work.run(async (tell, signal) => {
      const onPart = (part: number): void => tell(t("archive_taking", { part: percent(part) }));
      const { readings, snapshots } = await importArchive(connection, found, mode, onPart, signal);
      announce({ what: "everything" });
      setChecked(null);
      return t("archive_taken", { readings, snapshots });
    });
  };
  return (
    <form onSubmit={check} className="vault-form">
      <h3>{t("archive_import")}</h3>
      <label className="vault-field">
        <span>{t("archive_file")}</span>
        <input
          type="file"
          accept=".ccarchive"
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            setChecked(null);
          }}
        />
      </label>
      <PassphraseField label={t("passphrase_of_file")} value={passphrase} onChange={setPassphrase} />
      <button type="submit" className="button" disabled={file === null || work.progress !== null}>
        {t("archive_check")}
      </button>
      {checked && (
        <fieldset className="group vault-found">
          <legend>{t("archive_found")}</legend>
          <p>{t("archive_adds", { ...checked.survey })}</p>
          {checked.refused > 0 && <p>{t("archive_refused", { notes: checked.refused })}</p>}
          {(["merge", "replace"] as const).map((each) => (
            <label key={each} className="vault-choice">
              <input type="radio" name="mode" checked={mode === each} onChange={() => setMode(each)} />
              {t(`archive_${each}`)}
            </label>
          ))}
          <button
            type="button"
            className={mode === "replace" ? "button button-danger" : "button"}
            disabled={work.progress !== null}
            onClick={() => take(checked)}
          >
            {t("archive_take")}
          </button>
        </fieldset>
      )}
      <WorkLine work={work} />
    </form>
  );
}
