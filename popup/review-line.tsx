import type { ReactNode } from "react";
import type { StoredDraft } from "../src/ledger/model";
import type { ReviewCase } from "../src/operations/reviews/case";
import { useSource } from "../src/ui/data/source";
import { ReviewBadge } from "../src/ui/desk/review-badge";
import { SendReview } from "../src/ui/desk/send-review";
import { useCases } from "../src/ui/desk/use-review";
import { useI18n } from "../src/ui/i18n/context";

/** The review that the draft was sent to, else the newest of the same text. */
function caseOf(cases: readonly ReviewCase[], draft: StoredDraft): ReviewCase | null {
  const sent = cases.find(({ id }) => id === draft.review);
  return sent ?? cases.find((each) => each.sent.draft.text.trim() === draft.text.trim()) ?? null;
}

/** Where the draft's review stands, and the way to send it. */
export function ReviewLine({ draft }: { draft: StoredDraft }): ReactNode {
  const { t } = useI18n();
  const source = useSource();
  const cases = useCases();
  if (!cases || draft.text.trim() === "") return null;
  const current = caseOf(cases, draft);
  const last = current?.entries.at(-1)?.entry;
  const isChanged = current !== null && current.sent.draft.text.trim() !== draft.text.trim();
  const mayBeSent = current === null || isChanged || current.state === "returned";
  return (
    <section className="review-line" aria-label={t("review")}>
      {current && (
        <p className="review-state">
          <ReviewBadge state={current.state} />
          {isChanged && <span className="soft">{t("review_changed")}</span>}
          <button type="button" className="text-button" onClick={() => source.openOptions("review")}>
            {t("review_open")}
          </button>
        </p>
      )}
      {current && last && last.step !== "submit" && last.note !== "" && (
        <p className="soft">
          {last.by} · {last.note}
        </p>
      )}
      {mayBeSent && (
        <details className="more">
          <summary>{t(current ? "review_send_again" : "review_send")}</summary>
          <SendReview draft={draft} to={current?.id ?? null} tab={draft.tab} ignored={draft.ignored ?? []} />
        </details>
      )}
    </section>
  );
}
