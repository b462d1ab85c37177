import { useMemo, useRef, useState } from "react";
import type { NoteKinds } from "../../ledger/note-kinds";
import type { ReviewRequest } from "../../messaging/protocol";
import { casesOf, type ReviewCase } from "../../operations/reviews/case";
import { useNotes, useReviews } from "../data/queries";
import { useSource } from "../data/source";
import { useI18n } from "../i18n/context";
import { failureText } from "../i18n/messages";

/** The cases of the record, the one that moved last first; null until they are there. */
export function useCases(): readonly ReviewCase[] | null {
  const rows = useReviews().data;
  return useMemo(() => (rows ? casesOf(rows) : null), [rows]);
}

const ROLE: Record<ReviewRequest["step"], NoteKinds["reviewer"]["role"]> = {
  submit: "author",
  evidence: "author",
  outcome: "author",
  human: "human",
  legal: "legal",
};

/**
 * Takes a step of a review; the name is remembered for the next one. Answers whether it was taken: not while one before is
 * under way, for what stands in the record cannot be taken back, and a double click is one word.
 */
export function useReviewStep() {
  const source = useSource();
  const { t } = useI18n();
  const [failure, setFailure] = useState("");
  const isUnderWay = useRef(false);
  const step = async (request: ReviewRequest): Promise<boolean> => {
    if (isUnderWay.current) return false;
    if (request.by.trim() === "") {
      setFailure(t("review_by_needed"));
      return false;
    }
    isUnderWay.current = true;
    try {
      const answer = await source.send("review", request);
      setFailure(answer.ok ? "" : failureText(answer.error, t));
      if (answer.ok) {
        const note = { kind: "reviewer", id: request.by.trim(), fields: { role: ROLE[request.step] } } as const;
        await source.send("put_notes", { notes: [note] });
      }
      return answer.ok;
    } finally {
      isUnderWay.current = false;
    }
  };
  return { step, failure, setFailure };
}

/** Names that have taken part, those who did it as `role` first. */
export function useNames(role: NoteKinds["reviewer"]["role"]): readonly string[] {
  const notes = useNotes("reviewer").data ?? [];
  return [...notes].sort((a, b) => Number(b.value.role === role) - Number(a.value.role === role)).map(({ id }) => id);
}
