import type { ReactNode } from "react";
import type { FileFault } from "../src/compliance/own/lined-file";
import { useI18n } from "../src/ui/i18n/context";

/** What is wrong with a file, by line; nothing of it was taken. `title`: what stayed as it was. */
export function FileFaults({ title, faults }: { title: string; faults: readonly FileFault[] }): ReactNode {
  const { t } = useI18n();
  return (
    <div role="alert">
      {faults.length > 0 && (
        <div className="notice faults">
          <div>
            <p className="strong">{title}</p>
            <ul>
              {faults.map(({ line, kind, where, what }) => (
                <li key={`${line} ${kind} ${where}`}>
                  {t("file_fault_line", { line }) + t(`file_fault_${kind}`, { where, what })}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
