import type { ReactNode } from "react";
import { useI18n } from "../../src/ui/i18n/context";
import type { Planned } from "../../src/ui/imports/worker-protocol";

const SHOWN = 50;

/** Lines that would be left out, each with its number, column and reason. */
export function Problems({ planned }: { planned: Pick<Planned, "problems" | "badLines"> }): ReactNode {
  const { t } = useI18n();
  return (
    <ul className="problems">
      {planned.problems.slice(0, SHOWN).map(({ line, column, code, text, first }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line may have several of one kind
        <li key={at}>
          <span className="line">{t("import_line", { line })}</span>
          <span>
            {column}
            {text !== "" && <code>{text}</code>}
          </span>
          <span className="soft">{t(`import_problem_${code}`, { first: first ?? "" })}</span>
        </li>
      ))}
      {planned.problems.length > SHOWN && (
        <li className="soft">{t("import_more_problems", { n: planned.badLines })}</li>
      )}
    </ul>
  );
}
