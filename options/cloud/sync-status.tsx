import type { ReactNode } from "react";
import { useNotes } from "../../src/ui/data/queries";
import { useI18n } from "../../src/ui/i18n/context";
import type { SyncState } from "../../src/vault/cloud-plan";
import { usePutNotes } from "../use-put-notes";

/** The machines that share the bucket, and what came of it. */
export function SyncStatus({ state, device }: { state: SyncState | null; device: string }): ReactNode {
  const { t, format } = useI18n();
  const { put, failure } = usePutNotes();
  const names = new Map((useNotes("device").data ?? []).map(({ id, value }) => [id, value.name ?? ""]));
  const nameOf = (id: string): string => names.get(id) || t("sync_device", { id: id.slice(0, 8) });
  const rename = (name: string): void => {
    if (name.trim() !== (names.get(device) ?? ""))
      void put([{ kind: "device", id: device, fields: { name: name.trim() } }]);
  };
  return (
    <section className="group cloud-status">
      <h3>{t("sync_title")}</h3>
      {state === null ? (
        <p className="soft">{t("sync_never")}</p>
      ) : (
        <p>
          {t("sync_last", { when: format.when(state.at), written: state.written, taken: state.taken })}{" "}
          <span className="soft">{t("sync_merged", { ...state.merged })}</span>
        </p>
      )}
      <table className="cloud-table">
        <thead>
          <tr>
            <th scope="col">{t("sync_machine")}</th>
            <th scope="col">{t("sync_seen")}</th>
            <th scope="col" className="number">
              {t("sync_segments")}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <input
                className="field"
                type="text"
                maxLength={40}
                aria-label={t("sync_own_name")}
                placeholder={t("sync_own_name")}
                key={names.get(device) ?? ""}
                defaultValue={names.get(device) ?? ""}
                onBlur={(event) => rename(event.target.value)}
              />
            </td>
            <td>{t("sync_this")}</td>
            <td />
          </tr>
          {state?.devices.map((each) => (
            <tr key={each.device}>
              <td>{nameOf(each.device)}</td>
              <td>{format.when(each.at)}</td>
              <td className="number">{each.segments}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {state !== null && state.left.length > 0 && (
        <p className="vault-failed">
          {t("sync_left", { n: state.left.length, why: t(leftWord(state.left[0]?.[1] ?? "")) })}
        </p>
      )}
      {failure && <p role="alert">{failure}</p>}
    </section>
  );
}

const leftWord = (why: string) =>
  why === "wrong_passphrase" ? "sync_left_passphrase" : why === "newer" ? "sync_left_newer" : "sync_left_damaged";
