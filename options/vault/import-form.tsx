import { type FormEvent, type ReactNode, useState } from "react";
import type { Connection } from "../../src/ledger/connection";
import { acceptsNote } from "../../src/messaging/accepts-note";
import { useI18n } from "../../src/ui/i18n/context";
import { type Checked, checkArchive } from "../../src/vault/archive-work";
import { Keyring } from "../../src/vault/keyring";
import { percent } from "./size-text";
import { TakeIn } from "./take-in";
import { useWork } from "./use-work";
import { PassphraseField } from "./vault-field";
import { WorkLine } from "./work-line";

/** A file is checked first and says what it would add; only then it is taken in. */
export function ImportForm({ connection }: { connection: Connection }): ReactNode {
  const { t } = useI18n();
  const work = useWork();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [checked, setChecked] = useState<Checked | null>(null);
  const check = (event: FormEvent): void => {
    event.preventDefault();
    if (file === null) return;
    setChecked(null);
    void work.run(async (tell, signal) => {
      const onPart = (part: number): void => tell(t("archive_checking", { part: percent(part) }));
      const ring = passphrase === "" ? null : await Keyring.of(passphrase);
      setChecked(await checkArchive(connection, file, ring, { accepts: acceptsNote, onPart, signal }));
      return "";
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
      {checked && <TakeIn connection={connection} checked={checked} work={work} onTaken={() => setChecked(null)} />}
      <WorkLine work={work} />
    </form>
  );
}
