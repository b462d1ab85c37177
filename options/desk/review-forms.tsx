import { type FormEvent, type ReactNode, useId, useRef, useState } from "react";
import type { ReviewCase } from "../../src/operations/reviews/case";
import { DECISIONS, type Decision, type Stage } from "../../src/operations/reviews/entry";
import { NameField } from "../../src/ui/desk/name-field";
import { useReviewStep } from "../../src/ui/desk/use-review";
import { useI18n } from "../../src/ui/i18n/context";

interface FormProps {
  readonly review: ReviewCase;
  /** The step stands in the record. */
  readonly onTaken: () => void;
}

const prevent = (event: FormEvent): void => event.preventDefault();

/** The reviewer's or legal's word. Whoever does not let it pass says why. */
export function StageForm({ review, stage, onTaken }: FormProps & { readonly stage: Stage }): ReactNode {
  const { t } = useI18n();
  const [by, setBy] = useState("");
  const [note, setNote] = useState("");
  const { step, failure, setFailure } = useReviewStep();
  const decide = async (decision: Decision): Promise<void> => {
    if (decision !== "pass" && note.trim() === "") return setFailure(t("review_reason_needed"));
    if (await step({ step: stage, case: review.id, by, note, decision })) onTaken();
  };
  return (
    <form className="desk-form" onSubmit={prevent} aria-label={t(`review_step_${stage}`)}>
      <p className="strong">{t(`review_step_${stage}`)}</p>
      <NameField part={stage} value={by} onChange={setBy} />
      <Line label={t("review_reason")} value={note} onChange={setNote} long />
      <p role="alert">{failure}</p>
      <p className="actions">
        {DECISIONS.map((decision) => (
          <button
            key={decision}
            type="button"
            className={decision === "pass" ? "button button-main" : "button"}
            onClick={() => void decide(decision)}
          >
            {t(`review_decision_${decision}`)}
          </button>
        ))}
      </p>
    </form>
  );
}

/** The author's answer to a request for evidence. */
export function EvidenceForm({ review, onTaken }: FormProps): ReactNode {
  const { t } = useI18n();
  const [by, setBy] = useState(review.sent.by);
  const [note, setNote] = useState("");
  const { step, failure } = useReviewStep();
  const send = async (): Promise<void> => {
    if (await step({ step: "evidence", case: review.id, by, note })) onTaken();
  };
  return (
    <form className="desk-form" onSubmit={prevent} aria-label={t("review_step_evidence")}>
      <p className="strong">{t("review_step_evidence")}</p>
      <NameField part="author" value={by} onChange={setBy} />
      <Line label={t("review_evidence_note")} value={note} onChange={setNote} long />
      <p role="alert">{failure}</p>
      <p className="actions">
        <button type="button" className="button button-main" disabled={note.trim() === ""} onClick={() => void send()}>
          {t("review_evidence_send")}
        </button>
      </p>
    </form>
  );
}

/** What the platform did with it afterwards. */
export function OutcomeForm({ review, onTaken }: FormProps): ReactNode {
  const { t } = useI18n();
  const [by, setBy] = useState(review.sent.by);
  const [words, setWords] = useState("");
  const [clause, setClause] = useState("");
  const form = useRef<HTMLDetailsElement>(null);
  const { step, failure } = useReviewStep();
  const tell = async (accepted: boolean): Promise<void> => {
    const outcome = accepted ? { accepted, words: "", clause: "" } : { accepted, words, clause };
    if (!(await step({ step: "outcome", case: review.id, by, note: "", ...outcome }))) return;
    // It stands in the record now; a second press would put it there again.
    if (form.current) form.current.open = false;
    setWords("");
    setClause("");
    onTaken();
  };
  return (
    <details className="more" ref={form}>
      <summary>{t("review_outcome")}</summary>
      <form className="desk-form" onSubmit={prevent}>
        <p className="soft">{t("review_outcome_hint")}</p>
        <NameField part="author" value={by} onChange={setBy} />
        <Line label={t("review_outcome_words")} value={words} onChange={setWords} />
        <Line label={t("review_outcome_clause")} value={clause} onChange={setClause} />
        <p role="alert">{failure}</p>
        <p className="actions">
          <button type="button" className="button" onClick={() => void tell(true)}>
            {t("review_outcome_accept")}
          </button>
          <button type="button" className="button" onClick={() => void tell(false)}>
            {t("review_outcome_reject")}
          </button>
        </p>
      </form>
    </details>
  );
}

const LINE_MAX = 200;
const NOTE_MAX = 5_000;

function Line(props: { label: string; value: string; onChange: (value: string) => void; long?: boolean }): ReactNode {
  const id = useId();
  const { label, value, onChange, long = false } = props;
  return (
    <div>
      <label htmlFor={id} className="soft">
        {label}
      </label>
      {long ? (
        <textarea
          id={id}
          className="field"
          rows={2}
          maxLength={NOTE_MAX}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          id={id}
          className="field"
          type="text"
          autoComplete="off"
          maxLength={LINE_MAX}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  );
}
