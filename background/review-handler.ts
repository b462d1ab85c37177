import { findingKey } from "../src/compliance/finding-key";
import { LedgerError } from "../src/ledger/errors";
import type { ReviewRequest } from "../src/messaging/protocol";
import type { Handlers } from "../src/messaging/server";
import { casesOf, mayStep } from "../src/operations/reviews/case";
import type { ReviewStep } from "../src/operations/reviews/entry";
import type { Surroundings } from "./handlers";

/** Takes the next step of a review, if the case stands where the step can be taken. */
export function createReviewHandler(at: Surroundings): Handlers["review"] {
  const { ledger, writer, desk } = at;

  const stepOf = async (request: ReviewRequest): Promise<ReviewStep> => {
    if (request.step !== "submit") {
      const { case: _case, ...step } = request;
      return step;
    }
    const { step, by, note, title, draft, ignored } = request;
    // Checked here and not taken from the view: what is recorded is what this version's rules say of this text.
    const { findings, packs } = await desk.examine(draft);
    const recorded = findings.map(({ start, end, text, category, severity, rule, basis }) => {
      const isIgnored = ignored.includes(findingKey({ rule, text }));
      return { start, end, text, category, severity, rule, basis, ignored: isIgnored };
    });
    return { step, by, note, title, draft, findings: recorded, packs };
  };

  return async (request) => {
    const rows = request.case === null ? [] : await ledger.reviews();
    const current = casesOf(rows).find(({ id }) => id === request.case) ?? null;
    if (!mayStep(request.step, current)) {
      throw new LedgerError("moved", `the case does not stand where ${request.step} can be taken`);
    }
    const step = await stepOf(request);
    const id = current?.id ?? crypto.randomUUID();
    const row = await writer.addReview({ case: id, at: at.now(), step: { ...step } });
    const tab = request.step === "submit" ? request.tab : null;
    const draft = tab === null ? undefined : await ledger.draftRow(tab);
    if (draft) await writer.putDraft({ ...draft, review: id });
    at.announce({ what: "reviews" });
    return { case: id, entry: row.id };
  };
}
