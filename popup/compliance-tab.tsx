import type { ReactNode } from "react";
import { showInPage } from "../src/browser/show-port";
import type { Finding } from "../src/compliance/finding";
import { DRAFT_MAX } from "../src/console/draft-max";
import type { StoredDraft } from "../src/ledger/model";
import { ConsoleLinks } from "../src/ui/components/console-links";
import { Empty } from "../src/ui/components/empty";
import { matches } from "../src/ui/components/find-field";
import { Trouble } from "../src/ui/components/trouble";
import { useDraft } from "../src/ui/data/queries";
import { useSource } from "../src/ui/data/source";
import { FindingList } from "../src/ui/desk/finding-list";
import { RulesOff } from "../src/ui/desk/rules-off";
import { StatusLine } from "../src/ui/desk/status-line";
import { useDecisions } from "../src/ui/desk/use-decisions";
import { WordForm } from "../src/ui/desk/word-form";
import { useI18n } from "../src/ui/i18n/context";
import { IgnoredList } from "./ignored-list";
import { ReviewLine } from "./review-line";
import { ScopeForm } from "./scope-form";

export default function ComplianceTab({ tab, find }: { tab: number | null; find: string }): ReactNode {
  const { t } = useI18n();
  const { data: draft, isPending, error, refetch } = useDraft(tab);
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (isPending) return null;
  if (!draft)
    return (
      <Empty title={t("draft_none")}>
        <p className="soft">{t("draft_none_hint")}</p>
        <ConsoleLinks />
        <OtherText />
      </Empty>
    );
  return <DraftFindings draft={draft} find={find} />;
}

/** The way to what is not written in the console: a live script, a group post, a whole file. */
function OtherText(): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  return (
    <p>
      <button type="button" className="text-button" onClick={() => source.openOptions("copy")}>
        {t("copy_open")}
      </button>
    </p>
  );
}

function DraftFindings({ draft, find }: { draft: StoredDraft; find: string }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const { status, showStatus, ignore, restore, allow, addWord } = useDecisions();
  const empty = draft.text.trim() === "";
  const found = draft.findings.filter((finding) =>
    matches(find, finding.text, t(`category_${finding.category}`), ...finding.basis.map((each) => each.law)),
  );
  const { tab } = draft;
  const show = async (finding: Finding): Promise<void> => {
    if (!(await showInPage(tab, finding))) showStatus(t("finding_gone"));
  };
  return (
    <>
      <ScopeForm draft={draft} />
      <ReviewLine draft={draft} />
      <StatusLine status={status} />
      <RulesOff rules={draft.switchedOff ?? []} />
      {draft.text.length >= DRAFT_MAX && (
        <p className="notice">{t("draft_too_long", { n: DRAFT_MAX.toLocaleString("en-US") })}</p>
      )}
      {draft.findings.length === 0 && (
        <Empty title={t(empty ? "draft_empty" : "draft_clean")}>
          <p className="soft">{t(empty ? "draft_empty_hint" : "draft_clean_hint")}</p>
        </Empty>
      )}
      {draft.findings.length > 0 && found.length === 0 && (
        <p className="empty soft">{t("find_nothing", { text: find })}</p>
      )}
      <FindingList
        findings={found}
        text={draft.text}
        actions={{ show: (finding) => void show(finding), allow, ignore: (finding) => ignore(tab, finding) }}
      />
      <IgnoredList draft={draft} onRestore={(finding) => restore(tab, finding)} />
      <details className="more">
        <summary>{t("word_add")}</summary>
        <WordForm onAdd={addWord} />
        <p>
          <button type="button" className="text-button" onClick={() => source.openOptions("rules")}>
            {t("words_manage")}
          </button>
        </p>
      </details>
      <div className="more">
        <OtherText />
      </div>
      <p className="disclaimer soft">{t("disclaimer")}</p>
    </>
  );
}
