import { type FormEvent, type ReactNode, useState } from "react";
import type { Connection } from "../../src/ledger/connection";
import { useI18n } from "../../src/ui/i18n/context";
import { saveFile } from "../../src/ui/tables/save-file";
import { exportArchive } from "../../src/vault/archive-work";
import { fileName } from "./file-name";
import { isAgreed, NewPassphrase, type Typed } from "./new-passphrase";
import { sizeText } from "./size-text";
import { useWork } from "./use-work";
import { WorkLine } from "./work-line";

/** Sealed with a passphrase typed twice, unless the user says that anyone may read it. */
export function ExportForm({ connection }: { connection: Connection }): ReactNode {
  const { t } = useI18n();
  const work = useWork();
  const [plain, setPlain] = useState(false);
  const [typed, setTyped] = useState<Typed>(["", ""]);
  const isReady = plain || isAgreed(typed);
  const act = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    void work.run(async (tell, signal) => {
      const tellSize = (bytes: number): void => tell(t("archive_writing", { size: sizeText(bytes) }));
      const file = await exportArchive(connection, plain ? "" : typed[0], tellSize, signal);
      saveFile(fileName(), file);
      return t("archive_written", { size: sizeText(file.size) });
    });
  };
  return (
    <form onSubmit={act} className="vault-form">
      <h3>{t("archive_export")}</h3>
      {!plain && (
        <>
          <NewPassphrase typed={typed} onChange={setTyped} />
          <p className="soft">{t("passphrase_hint")}</p>
        </>
      )}
      <label className="vault-choice">
        <input type="checkbox" checked={plain} onChange={(event) => setPlain(event.target.checked)} />
        {t("archive_plain")}
      </label>
      <button type="submit" className="button" disabled={!isReady || work.progress !== null}>
        {t("archive_export_act")}
      </button>
      <WorkLine work={work} />
    </form>
  );
}
