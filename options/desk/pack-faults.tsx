import type { ReactNode } from "react";
import type { PackFault } from "../../src/compliance/own/read-pack";
import { useI18n } from "../../src/ui/i18n/context";

/** What is wrong with a pack file, by line; nothing of it was taken. */
export function PackFaults({ faults }: { faults: readonly PackFault[] }): ReactNode {
  const { t } = useI18n();
  return (
    <div role="alert">
      {faults.length > 0 && (
        <div className="notice faults">
          <div>
            <p className="strong">{t("pack_refused")}</p>
            <ul>
              {faults.map(({ line, kind, where, what }) => (
                <li key={`${line} ${kind} ${where}`}>
                  {t("pack_fault_line", { line }) + t(`pack_fault_${kind}`, { where, what })}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
