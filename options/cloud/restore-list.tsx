import { type ReactNode, useState } from "react";
import type { Connection } from "../../src/ledger/connection";
import { acceptsNote } from "../../src/messaging/accepts-note";
import { useNotes } from "../../src/ui/data/queries";
import { useI18n } from "../../src/ui/i18n/context";
import { type Checked, checkArchive } from "../../src/vault/archive-work";
import { ALL_BACKUPS, madeAt } from "../../src/vault/backup";
import type { CloudPlan } from "../../src/vault/cloud-plan";
import { VaultError } from "../../src/vault/errors";
import { Keyring } from "../../src/vault/keyring";
import type { StoredObject } from "../../src/vault/object-store";
import { keptRing } from "../../src/vault/secrets";
import type { VaultStore } from "../../src/vault/vault-store";
import { percent, sizeText } from "../vault/size-text";
import { TakeIn } from "../vault/take-in";
import { useWork } from "../vault/use-work";
import { PassphraseField } from "../vault/vault-field";
import { WorkLine } from "../vault/work-line";
import { openStore } from "./set-up";

/** The backups in the bucket, of all machines; one that is chosen is read back and checked before anything is taken in. */
export function RestoreList(props: {
  connection: Connection;
  vault: VaultStore;
  plan: CloudPlan;
  device: string;
}): ReactNode {
  const { connection, vault, plan, device } = props;
  const { t, format } = useI18n();
  const work = useWork();
  const names = new Map((useNotes("device").data ?? []).map(({ id, value }) => [id, value.name ?? ""]));
  const [found, setFound] = useState<readonly StoredObject[] | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [checked, setChecked] = useState<{ readonly key: string; readonly found: Checked } | null>(null);
  const list = (): void => {
    void work.run(async () => {
      const all = await (await openStore(vault, plan)).list(ALL_BACKUPS);
      const backups = all.filter(({ key }) => madeAt(key) !== null);
      setFound(backups.sort((a, b) => (madeAt(b.key) ?? 0) - (madeAt(a.key) ?? 0)));
      return backups.length === 0 ? t("restore_none") : "";
    });
  };
  const check = (key: string): void => {
    setChecked(null);
    void work.run(async (tell, signal) => {
      tell(t("restore_fetching"));
      const file = await (await openStore(vault, plan)).get(key);
      if (file === null) throw new VaultError("cut", "the backup is gone");
      const onPart = (part: number): void => tell(t("archive_checking", { part: percent(part) }));
      const ring = passphrase === "" ? await keptRing(vault) : await Keyring.of(passphrase);
      const found = await checkArchive(connection, file, ring, { accepts: acceptsNote, onPart, signal });
      setChecked({ key, found });
      return "";
    });
  };
  const machineOf = (key: string): string => {
    const id = key.slice(ALL_BACKUPS.length).split("/")[0] ?? "";
    return id === device ? t("sync_this") : names.get(id) || t("sync_device", { id: id.slice(0, 8) });
  };
  const nameOf = (key: string): string => `${format.when(madeAt(key) ?? 0)} · ${machineOf(key)}`;
  return (
    <section className="vault-form">
      <h3>{t("restore_title")}</h3>
      <p className="soft">{t("restore_hint")}</p>
      <button type="button" className="button" disabled={work.progress !== null} onClick={list}>
        {t("restore_list")}
      </button>
      {found !== null && found.length > 0 && (
        <>
          <PassphraseField label={t("restore_passphrase")} value={passphrase} onChange={setPassphrase} />
          <table className="cloud-table" aria-label={t("restore_title")}>
            <tbody>
              {found.map(({ key, size }) => (
                <tr key={key}>
                  <td>{format.when(madeAt(key) ?? 0)}</td>
                  <td>{machineOf(key)}</td>
                  <td className="number">{sizeText(size)}</td>
                  <td>
                    <button
                      type="button"
                      className="text-button"
                      aria-label={`${t("restore_check")} ${nameOf(key)}`}
                      disabled={work.progress !== null}
                      onClick={() => check(key)}
                    >
                      {t("restore_check")}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {checked && (
        <TakeIn
          key={checked.key}
          connection={connection}
          checked={checked.found}
          name={nameOf(checked.key)}
          work={work}
          onTaken={() => setChecked(null)}
        />
      )}
      <WorkLine work={work} />
    </section>
  );
}
