import { type ReactNode, useDeferredValue, useMemo } from "react";
import type { Checker } from "../../src/compliance/checker";
import type { Finding } from "../../src/compliance/finding";
import { DRAFT_MAX } from "../../src/console/draft-max";
import { useSettings } from "../../src/ui/data/queries";
import { FindingList } from "../../src/ui/desk/finding-list";
import { RulesOff } from "../../src/ui/desk/rules-off";
import { type Scope, ScopeSelects } from "../../src/ui/desk/scope-selects";
import { SendReview } from "../../src/ui/desk/send-review";
import { StatusLine } from "../../src/ui/desk/status-line";
import { useChecker } from "../../src/ui/desk/use-checker";
import { useDecisions } from "../../src/ui/desk/use-decisions";
import { useI18n } from "../../src/ui/i18n/context";
import { useOutliving } from "../use-outliving";
import { BatchBox } from "./batch/batch-box";

/** Findings shown at once; a text with more has other worries. */
const SHOWN = 200;

const check = (checker: Checker | null, text: string, scope: Scope): readonly Finding[] =>
  checker && text.trim() !== "" ? checker.check({ text, ...scope }) : [];

/** Known once a text has been checked. */
const offIn = (checker: Checker | null): readonly string[] => checker?.switchedOff().map(({ rule }) => rule) ?? [];

/** A box for any text: a live script, a group post, an answer for customer service. */
export default function CopySection(): ReactNode {
  const { t } = useI18n();
  const settings = useSettings().data;
  const checker = useChecker();
  const { status, allow } = useDecisions();
  const [chosen, setChosen] = useOutliving<Scope | null>("copy-scope", null);
  const [text, setText] = useOutliving("copy-text", "");
  // What is typed stays ahead of what is checked: an old result is never shown over a newer text.
  const checked = useDeferredValue(text);
  const scope = chosen ?? settings?.draft ?? null;
  const findings = useMemo(() => (scope ? check(checker, checked, scope) : []), [checker, checked, scope]);
  if (!scope) return null;
  const isStale = checked !== text;
  const isEmpty = text.trim() === "";
  return (
    <>
      <p className="soft">{t("copy_hint")}</p>
      <section className="copy-scope">
        <ScopeSelects scope={scope} onChange={(next) => setChosen(() => next)} />
      </section>
      <label className="strong copy-name" htmlFor="copy-text">
        {t("copy_text")}
      </label>
      <textarea
        id="copy-text"
        className="field copy-text"
        rows={10}
        maxLength={DRAFT_MAX}
        value={text}
        placeholder={t("copy_placeholder")}
        onChange={(event) => setText(() => event.target.value)}
      />
      <p className="soft copy-count">
        {t("copy_count", { n: text.length.toLocaleString("en-US") })}
        {text.length >= DRAFT_MAX && ` ${t("copy_too_long")}`}
      </p>
      <StatusLine status={status} />
      <RulesOff rules={offIn(checker)} />
      <div aria-busy={isStale} className={isStale ? "stale-list" : ""}>
        {!isEmpty && !isStale && checker && findings.length === 0 && (
          <p className="empty strong">
            {t("draft_clean")} <span className="soft">{t("draft_clean_hint")}</span>
          </p>
        )}
        <FindingList
          findings={findings.slice(0, SHOWN)}
          text={checked}
          actions={{ show: (finding) => select(finding), ignore: null, allow }}
        />
        {findings.length > SHOWN && <p className="soft">{t("copy_more", { n: findings.length - SHOWN })}</p>}
      </div>
      {!isEmpty && (
        <>
          <details className="more">
            <summary>{t("review_send")}</summary>
            <SendReview draft={{ text, ...scope }} to={null} tab={null} ignored={[]} />
          </details>
          <p className="soft">{t("disclaimer")}</p>
        </>
      )}
      <BatchBox checker={checker} scope={scope} />
    </>
  );
}

function select({ start, end }: Finding): void {
  const box = document.querySelector<HTMLTextAreaElement>("#copy-text");
  // Focus after the selection: only then does the box scroll to it.
  box?.blur();
  box?.setSelectionRange(start, end);
  box?.focus();
}
