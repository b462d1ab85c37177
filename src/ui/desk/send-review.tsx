import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { Draft } from "../../compliance/finding";
import { useKept } from "../data/use-kept";
import { useI18n } from "../i18n/context";
import { NameField } from "./name-field";
import { useReviewStep } from "./use-review";

const TITLE_LENGTH = 30;
const titleOf = (text: string): string => text.trim().split("\n", 1)[0]?.slice(0, TITLE_LENGTH) ?? "";

interface Props {
  readonly draft: Draft;
  /** The case that it is sent to again; null for a new one. */
  readonly to: string | null;
  readonly tab: number | null;
  readonly ignored: readonly string[];
}

/** Sends a text for review; the machine's result goes with it. */
export function SendReview({ draft, to, tab, ignored }: Props): ReactNode {
  const { t } = useI18n();
  const id = useId();
  const [author, keepAuthor] = useKept("review-author");
  const [name, setName] = useState(author ?? "");
  const [note, setNote] = useState("");
  const [sent, setSent] = useState("");
  const { step, failure } = useReviewStep();
  // The same words are not sent twice: each would be a case of its own, for years.
  const isSent = sent !== "" && sent === draft.text;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { text, goods, channel, account } = draft;
    const plain = { text, goods, channel, account };
    const title = titleOf(text);
    const done = await step({ step: "submit", case: to, tab, title, draft: plain, ignored, by: name, note });
    if (!done) return;
    keepAuthor(name.trim());
    setNote("");
    setSent(text);
  };
  return (
    <form className="desk-form" onSubmit={(event) => void send(event)}>
      <NameField part="author" value={name} onChange={setName} />
      <div>
        <label htmlFor={id} className="soft">
          {t("review_note")}
        </label>
        <input
          id={id}
          className="field"
          type="text"
          autoComplete="off"
          maxLength={1_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <p role="alert">{failure}</p>
      <p className="actions">
        <button type="submit" className="button button-main" disabled={draft.text.trim() === "" || isSent}>
          {t(to === null ? "review_send" : "review_send_again")}
        </button>
      </p>
      <p role="status">{isSent ? t("review_sent") : ""}</p>
    </form>
  );
}
