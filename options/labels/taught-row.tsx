import type { ReactNode } from "react";
import type { Note } from "../../src/ledger/notes";
import { findMetric } from "../../src/metrics/registry";
import { useI18n } from "../../src/ui/i18n/context";

/** What a label was said to stand for, and the way back. */
export function TaughtRow({ note, onForget }: { note: Note<"label">; onForget: () => void }): ReactNode {
  const { t, language } = useI18n();
  const { metric = "", hint = "" } = note.value;
  const name = findMetric(metric)?.name[language === "en" ? "en" : "zh"] ?? metric;
  return (
    <li className="setting">
      <p>
        {note.id} <span className="soft">→</span> {name}
        {hint && <span className="soft"> ({hint})</span>}
      </p>
      <button
        type="button"
        className="button"
        aria-label={t("labels_forget_one", { label: note.id })}
        onClick={onForget}
      >
        {t("import_undo")}
      </button>
    </li>
  );
}
