import { type ReactNode, useRef, useState } from "react";
import type { Finding } from "../../src/compliance/finding";
import type { ReviewCase } from "../../src/operations/reviews/case";
import { focusOnMount } from "../../src/ui/components/focus";
import { FindingList } from "../../src/ui/desk/finding-list";
import { ReviewBadge } from "../../src/ui/desk/review-badge";
import { useI18n } from "../../src/ui/i18n/context";
import { EvidenceForm, OutcomeForm, StageForm } from "./review-forms";
import { ReviewTimeline } from "./review-timeline";

/** One case: what was sent, what the machine said, what people decided, and what can be done now. Prints as a page. */
export function ReviewDetail({ review, onBack }: { review: ReviewCase; onBack: () => void }): ReactNode {
  const { t } = useI18n();
  const { sent, state } = review;
  const { draft, findings, packs } = sent;
  const [recorded, setRecorded] = useState(false);
  const standing = useRef<HTMLParagraphElement>(null);
  // The form leaves with its step: who works by keyboard goes on at where the case stands now.
  const onTaken = (): void => {
    setRecorded(true);
    standing.current?.focus();
  };
  const ignored = findings.filter((finding) => finding.ignored).length;
  // The record keeps what was found; suggestions are for the one who writes.
  const shown: readonly Finding[] = findings.map((finding) => ({ ...finding, suggestions: [] }));
  return (
    <article className="review">
      <p className="actions screen-only">
        <button type="button" className="button" ref={focusOnMount} onClick={onBack}>
          {t("review_back")}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {t("review_print")}
        </button>
      </p>
      <h3>{sent.title}</h3>
      <p ref={standing} tabIndex={-1} role="status">
        <ReviewBadge state={state} /> {recorded && <span className="screen-only">{t("review_recorded")} </span>}
        <span className="soft">
          {[t(`goods_${draft.goods}`), t(`channel_${draft.channel}`), t(`account_${draft.account}`)].join(" · ")}
        </span>
      </p>
      <div className="screen-only">
        {(state === "human" || state === "legal") && (
          <StageForm key={state} review={review} stage={state} onTaken={onTaken} />
        )}
        {state === "evidence" && <EvidenceForm review={review} onTaken={onTaken} />}
      </div>
      <blockquote className="review-text">{draft.text}</blockquote>
      <h3>{t("review_machine", { n: findings.length })}</h3>
      {ignored > 0 && <p className="soft">{t("review_machine_ignored", { n: ignored })}</p>}
      <p className="soft">
        {t("review_packs", { packs: packs.map(({ id, version }) => `${id} ${version}`).join(" · ") })}
      </p>
      <FindingList findings={shown} text={draft.text} actions={{ show: null, ignore: null, allow: null }} />
      <h3>{t("review_history")}</h3>
      <ReviewTimeline entries={review.entries} />
      <div className="screen-only">
        <OutcomeForm review={review} onTaken={onTaken} />
      </div>
    </article>
  );
}
