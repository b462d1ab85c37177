import { type FormEvent, type ReactNode, useState } from "react";
import { useI18n } from "../../src/ui/i18n/context";
import { type useLockView, useRefusal } from "../../src/ui/lock/use-lock-view";
import { PASSPHRASE_MIN } from "../../src/vault/keyring";
import { PassphraseField } from "../vault/vault-field";
import { MinutesSelect } from "./minutes-select";

/** Says what forgetting the passphrase means before it can be turned on. */
export function TurnOn({ lock }: { lock: ReturnType<typeof useLockView> }): ReactNode {
  const { t } = useI18n();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [minutes, setMinutes] = useState(15);
  const [knows, setKnows] = useState(false);
  const refusal = useRefusal(lock.view);
  const differs = second !== "" && first !== second;
  const isReady = first.length >= PASSPHRASE_MIN && first === second && knows && !lock.isBusy;
  const turnOn = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) void lock.act({ act: "on", passphrase: first, minutes });
  };
  return (
    <form className="vault-form" onSubmit={turnOn}>
      <ul className="lock-facts">
        <li>{t("lock_fact_sealed")}</li>
        <li>{t("lock_fact_capture")}</li>
        <li>{t("lock_fact_bucket")}</li>
        <li>{t("lock_fact_disk")}</li>
      </ul>
      <PassphraseField label={t("passphrase_new", { least: PASSPHRASE_MIN })} value={first} onChange={setFirst} />
      <PassphraseField label={t("passphrase_again")} value={second} onChange={setSecond} />
      <MinutesSelect value={minutes} onChange={setMinutes} />
      <label className="vault-choice lock-knows">
        <input type="checkbox" checked={knows} onChange={(event) => setKnows(event.target.checked)} />
        {t("lock_knows")}
      </label>
      <button type="submit" className="button button-main" disabled={!isReady}>
        {t("lock_turn_on")}
      </button>
      <p role="status" className="vault-failed">
        {differs ? t("cloud_fault_again") : refusal || lock.failure}
      </p>
    </form>
  );
}
