import { type FormEvent, type ReactNode, useState } from "react";
import { condensable, condense } from "../../src/ledger/condense";
import type { Connection } from "../../src/ledger/connection";
import { announce } from "../../src/messaging/changed";
import { Select } from "../../src/ui/components/select";
import { useI18n } from "../../src/ui/i18n/context";
import { saveFile } from "../../src/ui/tables/save-file";
import { checkArchive, exportArchive } from "../../src/vault/archive-work";
import { detailDay, MONTHS } from "../../src/vault/keep-detail";
import { Keyring } from "../../src/vault/keyring";
import { fileName } from "../vault/file-name";
import { isAgreed, NewPassphrase, type Typed } from "../vault/new-passphrase";
import { percent, sizeText } from "../vault/size-text";
import { useWork } from "../vault/use-work";
import { WorkLine } from "../vault/work-line";

/** In one step: all of the store into a sealed file, the file read back, and only then what is old is condensed. */
export function PruneForm({ connection }: { connection: Connection }): ReactNode {
  const { t } = useI18n();
  const work = useWork();
  const [months, setMonths] = useState<number>(MONTHS[0]);
  const [typed, setTyped] = useState<Typed>(["", ""]);
  const [found, setFound] = useState<{ readings: number; snapshots: number } | null>(null);
  const isReady = isAgreed(typed);
  const before = (): number => detailDay(Date.now(), months);
  const look = (): void => {
    void work.run(async (tell, signal) => {
      const onProgress = (part: number): void => tell(t("prune_looking", { part: percent(part) }));
      setFound(await condensable((await connection.open()).db, before(), { onProgress, signal }));
      return "";
    });
  };
  const act = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    void work.run(async (tell, signal) => {
      const tellSize = (bytes: number): void => tell(t("archive_writing", { size: sizeText(bytes) }));
      const file = await exportArchive(connection, typed[0], tellSize, signal);
      const onPart = (part: number): void => tell(t("archive_checking", { part: percent(part) }));
      await checkArchive(connection, file, await Keyring.of(typed[0]), { accepts: () => true, onPart, signal });
      saveFile(fileName(), file);
      const onProgress = (part: number): void => tell(t("prune_working", { part: percent(part) }));
      const { readings, snapshots } = await condense(await connection.writable(), before(), { onProgress, signal });
      announce({ what: "captures" });
      setFound(null);
      return t("prune_done", { readings, snapshots, file: fileName() });
    });
  };
  return (
    <form className="vault-form" onSubmit={act}>
      <h3>{t("prune_title")}</h3>
      <p className="soft">{t("prune_hint")}</p>
      <div className="actions">
        <Select
          label={t("prune_older")}
          value={String(months)}
          options={MONTHS.map((each) => ({ value: String(each), label: t("keep_months", { n: each }) }))}
          onChange={(value) => {
            setMonths(Number(value));
            setFound(null);
          }}
        />
        <button type="button" className="button" disabled={work.progress !== null} onClick={look}>
          {t("prune_look")}
        </button>
      </div>
      {found && <p>{t(found.readings === 0 ? "prune_nothing" : "prune_found", found)}</p>}
      {found && found.readings > 0 && (
        <>
          <NewPassphrase typed={typed} onChange={setTyped} />
          <button type="submit" className="button button-danger" disabled={!isReady || work.progress !== null}>
            {t("prune_act")}
          </button>
        </>
      )}
      <WorkLine work={work} />
    </form>
  );
}
