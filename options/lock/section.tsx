import type { ReactNode } from "react";
import { useI18n } from "../../src/ui/i18n/context";
import { useLockView } from "../../src/ui/lock/use-lock-view";
import { LockOpen } from "./lock-open";
import { TurnOn } from "./turn-on";
import "../vault/vault.css";
import "./lock.css";

/** The lock for a computer that others use too. */
export default function LockSection(): ReactNode {
  const { t } = useI18n();
  const lock = useLockView();
  if (lock.view === null) return <p role="alert">{lock.failure}</p>;
  return (
    <>
      <p className="soft lock-hint">{t("lock_hint")}</p>
      {lock.view.state === "open" ? <LockOpen lock={lock} view={lock.view} /> : <TurnOn lock={lock} />}
    </>
  );
}
