import { type ReactNode, useState } from "react";
import type { ImportRecord } from "../../src/ledger/model";
import { useImports } from "../../src/ui/data/queries";
import { useSource } from "../../src/ui/data/source";
import { useI18n } from "../../src/ui/i18n/context";
import { failureText } from "../../src/ui/i18n/messages";

/** What was imported or typed in before, newest first, each with its undo. */
export function History({ kind }: { kind?: ImportRecord["source"]["kind"] }): ReactNode {
  const { t, format } = useI18n();
  const source = useSource();
  const imports = useImports().data?.filter((each) => kind === undefined || each.source.kind === kind);
  const [status, setStatus] = useState("");
  const [busy, setBusy] = useState<string | null>(null);
  const undo = async ({ id }: ImportRecord): Promise<void> => {
    setBusy(id);
    const answer = await source.send("undo_import", { batch: id });
    setBusy(null);
    setStatus(answer.ok ? t("import_undone_now", { n: answer.value.readings }) : failureText(answer.error, t));
  };
  if (!imports || imports.length === 0) return null;
  return (
    <section>
      <h3>{t("import_history")}</h3>
      <p role="status">{status}</p>
      <ul className="group history">
        {imports.map((each) => (
          <li key={each.id} className="setting" data-undone={each.undoneAt !== null || undefined}>
            <div>
              <p>
                {t(each.source.kind === "manual" ? "source_manual" : "source_import", { name: each.source.name })}
                {each.source.estimate && <span className="tag tag-estimate">{t("source_estimate")}</span>}
              </p>
              <p className="soft">
                {[
                  format.when(each.at),
                  ...(each.file ? [each.file] : []),
                  t("import_count", { n: each.readings }),
                ].join(" · ")}
              </p>
            </div>
            {each.undoneAt === null ? (
              <button type="button" className="button" disabled={busy !== null} onClick={() => void undo(each)}>
                {t(busy === each.id ? "import_undoing" : "import_undo")}
              </button>
            ) : (
              <span className="soft">{t("import_undone")}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
