import type { ReactNode } from "react";
import type { ReviewWeek } from "../../src/operations/reviews/week";
import { useI18n } from "../../src/ui/i18n/context";
import { complianceLines, complianceSums } from "./report-words";

/** How many risks and rejections fit on one page of A4. */
const LINES = 4;

/** What was sent for review in the week, what came of it, and what drafts were warned of most. */
export function CompliancePart({ week }: { week: ReviewWeek | null }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  if (!week) return <p className="soft">{t("report_no_compliance")}</p>;
  const lines = complianceLines(week, i18n);
  return (
    <>
      <p>{complianceSums(week, i18n).join(t("list_comma"))}</p>
      <ul>
        {lines.slice(0, LINES).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {lines.length > LINES && <p className="soft">{t("report_more", { n: lines.length - LINES })}</p>}
    </>
  );
}
