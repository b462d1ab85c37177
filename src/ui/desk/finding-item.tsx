import { type ReactNode, useRef, useState } from "react";
import type { Finding } from "../../compliance/finding";
import { shanghaiDay } from "../../metrics/calendar";
import { ruleAge } from "../../operations/pack-age";
import { CopyButton } from "../components/copy-button";
import { useI18n } from "../i18n/context";
import { AllowForm } from "./allow-form";
import { cite, Laws } from "./laws";
import type { PlacedRule } from "./rule-book";
import { SliceLine } from "./slice-line";

/** What can be done about a finding where it stands; null: not here. */
export interface FindingActions {
  readonly show: ((finding: Finding) => void) | null;
  readonly ignore: ((finding: Finding) => void) | null;
  readonly allow: ((phrase: string) => void) | null;
}

interface Props {
  readonly finding: Finding;
  readonly text: string;
  readonly placed: PlacedRule | null;
  readonly actions: FindingActions;
}

/** One risk: the words in their place, what to do first, what kind it is, the law under it, what to have at hand. */
export function FindingItem({ finding, text, placed, actions }: Props): ReactNode {
  const { t } = useI18n();
  const [allowing, setAllowing] = useState(false);
  const allowButton = useRef<HTMLButtonElement>(null);
  const closeAllow = (): void => {
    setAllowing(false);
    allowButton.current?.focus();
  };
  const allowPhrase = (phrase: string): void => {
    closeAllow();
    if (allowButton.current) focusBeside(allowButton.current);
    allow?.(phrase);
  };
  const { show, ignore, allow } = actions;
  const evidence = finding.severity === "evidence" ? (placed?.rule.evidence ?? []) : [];
  const asked = finding.suggestions.find(({ kind }) => kind === "attach_evidence");
  const proof = evidence.join(t("list_comma"));
  const age = placed && ruleAge(placed.rule, placed.pack, shanghaiDay(Date.now()));
  return (
    <li className="finding">
      <SliceLine finding={finding} text={text} onShow={show && (() => show(finding))} />
      {finding.suggestions.map((suggestion) => (
        <div key={suggestion.kind + suggestion.text} className="suggestion">
          <p>
            <span className="soft">{t(`suggestion_${suggestion.kind}`)}</span> {suggestion.text}
            {suggestion === asked && proof !== "" && ` · ${proof}`}
          </p>
          {(suggestion.kind === "rewrite" || suggestion.kind === "add_label") && <CopyButton text={suggestion.text} />}
        </div>
      ))}
      {!asked && proof !== "" && (
        <p>
          <span className="soft">{t("suggestion_attach_evidence")}</span> {proof}
        </p>
      )}
      <p>
        <span className="strong">{t(`category_${finding.category}`)}</span>
        {finding.evasion && (
          <span className="soft"> · {t("finding_evasion", { how: t(`evasion_${finding.evasion}`) })}</span>
        )}
      </p>
      <Laws citations={finding.basis} rule={placed?.rule ?? null} />
      {finding.exemption && <p className="soft">{t("finding_exemption", { clause: cite(finding.exemption) })}</p>}
      {age && <p className="severity-evidence">{t(`finding_${age.why}`, { day: age.day })}</p>}
      {(ignore || allow) && (
        <p className="finding-actions">
          {ignore && (
            <button
              type="button"
              className="text-button"
              onClick={(event) => {
                focusBeside(event.currentTarget);
                ignore(finding);
              }}
            >
              {t("finding_ignore")}
            </button>
          )}
          {allow && finding.text !== "" && (
            <button
              type="button"
              className="text-button"
              ref={allowButton}
              aria-expanded={allowing}
              onClick={() => setAllowing((on) => !on)}
            >
              {t("finding_allow")}
            </button>
          )}
        </p>
      )}
      {allow && allowing && <AllowForm hit={finding.text} onAllow={allowPhrase} onClose={closeAllow} />}
    </li>
  );
}

/** Who works by keyboard goes on at the finding behind, or before: the one that is let pass leaves with its button. */
function focusBeside(button: HTMLElement): void {
  const all = [...document.querySelectorAll(".finding")];
  const at = all.findIndex((each) => each.contains(button));
  (all[at + 1] ?? all[at - 1])?.querySelector<HTMLElement>(".finding-actions button")?.focus();
}
