import { type FormEvent, type ReactNode, useState } from "react";
import { useI18n } from "../../src/ui/i18n/context";
import { type useLockView, useRefusal } from "../../src/ui/lock/use-lock-view";
import { PASSPHRASE_MIN } from "../../src/vault/keyring";
import type { LockView } from "../../src/vault/lock/lock-view";
import { PassphraseField } from "../vault/vault-field";
import { MinutesSelect } from "./minutes-select";

/** A lock that is on and open: lock it now, when it locks itself, another passphrase, or no lock. */
export function LockOpen({ lock, view }: { lock: ReturnType<typeof useLockView>; view: LockView }): ReactNode {
  const { t } = useI18n();
  const [passphrase, setPassphrase] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [status, setStatus] = useState("");
  const refusal = useRefusal(view);
  const isBlocked = lock.isBusy || passphrase === "" || view.waitMs > 0;
  const isNew = next.length >= PASSPHRASE_MIN && next === again;
  const change = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await lock.act({ act: "change", passphrase, next });
    if (answer?.refused !== null) return;
    for (const clear of [setPassphrase, setNext, setAgain]) clear("");
    setStatus(t("lock_changed"));
  };
  return (
    <>
      <section className="vault-form">
        <p className="strong">{t("lock_is_on")}</p>
        <button type="button" className="button button-main" onClick={() => void lock.act({ act: "lock" })}>
          {t("lock_now")}
        </button>
        <MinutesSelect value={view.minutes} onChange={(minutes) => void lock.act({ act: "minutes", minutes })} />
      </section>
      <form className="vault-form" onSubmit={(event) => void change(event)}>
        <h3>{t("lock_change")}</h3>
        <PassphraseField label={t("lock_current")} value={passphrase} onChange={setPassphrase} />
        <PassphraseField label={t("passphrase_new", { least: PASSPHRASE_MIN })} value={next} onChange={setNext} />
        <PassphraseField label={t("passphrase_again")} value={again} onChange={setAgain} />
        <p className="actions">
          <button type="submit" className="button" disabled={isBlocked || !isNew}>
            {t("lock_change_act")}
          </button>
          <button
            type="button"
            className="button button-danger"
            disabled={isBlocked}
            onClick={() => void lock.act({ act: "off", passphrase })}
          >
            {t("lock_turn_off")}
          </button>
        </p>
        <p className="soft">{t("lock_off_hint")}</p>
        <p role="status" className={refusal || lock.failure ? "vault-failed" : ""}>
          {refusal || lock.failure || status}
        </p>
      </form>
    </>
  );
}
