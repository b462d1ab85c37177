import type { ReactNode } from "react";
import { useI18n } from "../../src/ui/i18n/context";
import { PASSPHRASE_MIN } from "../../src/vault/keyring";
import { PassphraseField } from "./vault-field";

/** What is typed the first and the second time. */
export type Typed = readonly [first: string, second: string];

export const isAgreed = ([first, second]: Typed): boolean => first.length >= PASSPHRASE_MIN && first === second;

/** A new passphrase, typed twice; says when the two differ, so that a button that waits for them is no riddle. */
export function NewPassphrase({ typed, onChange }: { typed: Typed; onChange: (typed: Typed) => void }): ReactNode {
  const { t } = useI18n();
  const [first, second] = typed;
  return (
    <>
      <PassphraseField
        label={t("passphrase_new", { least: PASSPHRASE_MIN })}
        value={first}
        onChange={(next) => onChange([next, second])}
      />
      <PassphraseField label={t("passphrase_again")} value={second} onChange={(next) => onChange([first, next])} />
      <p role="status" className="vault-failed vault-differs">
        {second !== "" && first !== second && t("cloud_fault_again")}
      </p>
    </>
  );
}
